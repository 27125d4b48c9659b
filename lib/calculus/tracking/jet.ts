import { derive, type Op, type Series, Trace, Tracked, type Val } from "./tracked";

/**
 * A truncated power series c₀ + c₁t + … + cₙtⁿ that is computed with as if it were a number (a jet;
 * Griewank & Walther, Evaluating Derivatives, chapter 13).
 */
export class Jet extends Tracked {
  constructor(
    trace: JetTrace,
    readonly coefficients: Series,
  ) {
    super(trace, coefficients[0]);
  }
}

/** One run of power series arithmetic, up to tᵒʳᵈᵉʳ. */
export class JetTrace extends Trace {
  constructor(override readonly order: number) {
    super();
  }

  /** The coefficients of a value; what this run does not follow is a constant. */
  coefficients(x: Val): Series {
    return x instanceof Jet && x.trace === this ? x.coefficients : [x];
  }

  apply(op: Op, args: readonly Val[]): Jet {
    const series = args.map((x) => this.coefficients(x));
    return new Jet(
      this,
      derive(op, () => op.series(this.order, series)),
    );
  }
}

/** The series of f(u, …) up to tᵒʳᵈᵉʳ, for a function f made of our operations. */
export function onSeries(
  order: number,
  f: (...args: Val[]) => Val,
  ...series: readonly Series[]
): Series {
  const trace = new JetTrace(order);
  return trace.coefficients(f(...series.map((s) => new Jet(trace, s.slice(0, order + 1)))));
}
