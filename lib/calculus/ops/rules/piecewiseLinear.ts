import { maxOf } from "../../../core";
import { zip } from "../../kernels/entries";
import { dataOf, type Raw } from "../../tracking/tensor";
import { apply, type Op, primal, shapeOf, Tracked, type Val } from "../../tracking/tracked";
import { mul } from "../arithmetic";
import { total } from "./bilinear";
import { sumTo } from "./linear";

/**
 * An operation that is linear near almost every point, with the slopes of that point:
 * y = Σᵢ Σ slopeᵢ·xᵢ, summed to the shape of y. At a kink the slopes are a convention, and there is no
 * power series. Nor is there a second derivative: what is made of the kink may have one (|x|² has), but
 * from a slope that is constant by convention it would come out wrong, so it is refused.
 */
export function piecewiseLinear(
  name: string,
  forward: (args: readonly Raw[]) => Raw,
  slopes: (i: number, args: readonly Raw[]) => Raw,
  /** 1 where there is a kink, else 0, in the shape of the slopes. */
  kinks: (args: readonly Raw[], slope: Raw) => Raw,
): Op {
  const slope = (i: number, args: readonly Val[]) => slopes(i, args.map(primal));
  const kinkOf = (args: readonly Val[], own: Raw) =>
    dataOf(kinks(args.map(primal), own)).includes(1);

  /** The slope, to be multiplied by g. What is differentiated again must not depend on a kink. */
  const slopeFor = (i: number, g: Val, args: readonly Val[]): Raw => {
    const own = slope(i, args);
    if (!args.some((x) => x instanceof Tracked) || !kinkOf(args, own)) return own;
    const kink = kinks(args.map(primal), own);
    const weighed = g instanceof Tracked ? kink : zip(name, kink, g, (k, v) => (v === 0 ? 0 : k));
    if (!dataOf(weighed).includes(1)) return own;
    throw new RangeError(
      `${name}: there is no second derivative at a kink, where ${where(args)}; constant(…) around it takes it as fixed`,
    );
  };

  const op: Op = {
    name,
    forward,
    vjp: (i, g, _y, args) => sumTo(mul(g, slopeFor(i, g, args)), shapeOf(args[i])),
    jvp: (tangents, y, args) =>
      total(
        tangents.map((t, i) => t && sumTo(mul(t, slopeFor(i, t, args)), shapeOf(y))),
        shapeOf(y),
      ),
    series(_order, args) {
      const at = args.map((s) => s[0]);
      const y = [apply(op, at)];
      const length = maxOf(args.map((s) => s.length));
      const weights = args.map((_, i) => slope(i, at));
      if (length > 1 && weights.some((w) => kinkOf(at, w))) {
        throw new RangeError(`${name}: there is no power series at a kink, where ${where(at)}`);
      }
      for (let k = 1; k < length; k++) {
        const terms = args.map((s, i) => s[k] && sumTo(mul(s[k], weights[i]), shapeOf(y[0])));
        y.push(total(terms, shapeOf(y[0])));
      }
      return y;
    },
  };
  return op;
}

/** `x is 0, 1, …`: the first entries of what is at a kink. */
function where(args: readonly Val[]): string {
  const data = dataOf(primal(args[0]));
  return `x is ${Array.from(data.subarray(0, 8)).join(", ")}${data.length > 8 ? ", …" : ""}`;
}
