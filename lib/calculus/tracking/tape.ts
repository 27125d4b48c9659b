import { add } from "../ops/add";
import { joined, zerosLike } from "../ops/rules/linear";
import { apply, explained, type Op, Scattered, shapeOf, Trace, Tracked, type Val } from "./tracked";

/** A value on a tape: an input, or the result of an operation on values before it. */
export class Variable extends Tracked {
  constructor(
    override readonly trace: Tape,
    inner: Val,
    /** Its place on the tape. */
    readonly index: number,
    /** The operation it is the result of; an input has none. */
    readonly op?: Op,
    readonly args: readonly Val[] = [],
  ) {
    super(trace, inner);
  }
}

/**
 * Reverse mode, or backpropagation (MML 5.6): every operation is written down as it is carried out;
 * then the list is read backwards, and each entry hands the derivative of the output on to its
 * arguments by the chain rule. The order of writing is an order of dependence, so nothing is sorted,
 * nothing recurses, and a gradient costs a small multiple of the function (Griewank & Walther,
 * Evaluating Derivatives, chapter 3).
 */
export class Tape extends Trace {
  readonly variables: Variable[] = [];

  /** Writes down a new value: an input, or the result of an operation. */
  variable(inner: Val, op?: Op, args?: readonly Val[]): Variable {
    const v = new Variable(this, inner, this.variables.length, op, args);
    this.variables.push(v);
    return v;
  }

  apply(op: Op, args: readonly Val[]): Variable {
    const values = args.map((x) => this.strip(x));
    return this.variable(apply(op, values), op, args);
  }

  /**
   * The derivatives of Σ seed·output in each of the inputs, as values further out: plain ones, or
   * tracked by a transformation around this one.
   */
  gradients(output: Val, inputs: readonly Variable[], seed: Val = 1): Val[] {
    const received = new Received();
    if (this.owns(output)) received.add(output, seed);
    let op: Op | undefined;
    try {
      for (let k = this.owns(output) ? output.index : -1; k >= 0; k--) {
        const y = this.variables[k];
        op = y.op;
        if (!op) continue;
        const g = received.take(y);
        if (g === undefined) continue;
        const values = y.args.map((x) => this.strip(x));
        for (let i = 0; i < values.length; i++) {
          const x = y.args[i];
          if (this.owns(x)) received.add(x, op.vjp(i, g, y.inner, values));
        }
      }
    } catch (error) {
      throw op ? explained(op, error) : error;
    }
    return inputs.map((x) => received.take(x) ?? zerosLike(x));
  }

  private owns(x: Val): x is Variable {
    return x instanceof Variable && x.trace === this;
  }
}

/** What the variables have received so far in a pass backwards. */
class Received {
  private readonly sums: (Val | undefined)[] = [];
  private readonly pieces: (Scattered[] | undefined)[] = [];

  add({ index }: Variable, part: Val | Scattered): void {
    const { sums, pieces } = this;
    if (part instanceof Scattered) {
      const list = pieces[index];
      if (list) list.push(part);
      else pieces[index] = [part];
    } else {
      const sum = sums[index];
      sums[index] = sum === undefined ? part : add(sum, part);
    }
  }

  /** The total of a variable, which is forgotten; undefined if it received nothing. */
  take(x: Variable): Val | undefined {
    const sum = this.sums[x.index];
    const pieces = this.pieces[x.index];
    this.sums[x.index] = undefined;
    this.pieces[x.index] = undefined;
    if (!pieces) return sum;
    const values = pieces.map((piece) => piece.values);
    const positions = pieces.map((piece) => piece.positions);
    const joint = joined(values, positions, shapeOf(x));
    return sum === undefined ? joint : add(sum, joint);
  }
}
