import { digammaAt, erfAt, expNegSquare, gammalnAt, polygammaAt } from "../../core/special";
import { unary } from "../tracking/operand";
import type { Op, Val } from "../tracking/tracked";
import type { Elementwise, Operand } from "../tracking/types";
import { mul } from "./arithmetic";
import { elementwise } from "./rules/elementwise";

/** Special functions of statistics, entry by entry. */

const TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

/** The derivative of erf, and its own: y′ = −2x·y. */
const bellOp: Op = elementwise("erf", (v) => TWO_OVER_SQRT_PI * expNegSquare(v, 1), {
  ofX: (x) => mul(mul(-2, x), bell(x)),
});

function bell(x: Val): Val {
  return unary(bellOp, x);
}

const erfOp: Op = elementwise("erf", erfAt, { ofX: bell });

/**
 * The error function erf(x) = 2/√π·∫₀ˣ e^(−t²) dt, entry by entry. Derivative 2/√π·e^(−x²).
 *
 * @example
 * calculus.erf(0.5) // => 0.5204998778130465
 * calculus.grad((x) => calculus.erf(x))(0) // => 2 / Math.sqrt(Math.PI)
 */
export function erf<T extends Operand>(x: T): Elementwise<T> {
  return unary(erfOp, x);
}

const polygammaOps: Op[] = [];

/** The derivatives of digamma, one of which is the derivative of the one before. */
function polygammaOp(n: number): Op {
  polygammaOps[n] ??= elementwise(n === 0 ? "digamma" : "polygamma", n === 0 ? digammaAt : at(n), {
    ofX: (x) => unary(polygammaOp(n + 1), x),
  });
  return polygammaOps[n];
}

const at = (n: number) => (v: number) => polygammaAt(n, v);

const gammalnOp: Op = elementwise("gammaln", gammalnAt, { ofX: (x) => digamma(x) });

/**
 * The logarithm of the gamma function ln|Γ(x)|, entry by entry. Derivative: the digamma function.
 *
 * @throws RangeError where it is differentiated at a pole 0, −1, −2, …; its value there is ∞.
 * @example
 * calculus.gammaln(11) // => Math.log(3628800)
 * calculus.grad((x) => calculus.gammaln(x))(1) // => -0.5772156649015329
 */
export function gammaln<T extends Operand>(x: T): Elementwise<T> {
  return unary(gammalnOp, x);
}

/**
 * The digamma function ψ(x) = Γ′(x)/Γ(x), entry by entry. Derivative: trigamma, and so on; those are
 * computed by recurrence and asymptotic series (DLMF 5.15), of negative x by reflection.
 *
 * @throws RangeError at the poles 0, −1, −2, ….
 * @example
 * calculus.digamma(1) // => -0.5772156649015329
 * calculus.grad((x) => calculus.digamma(x))(1) // => Math.PI ** 2 / 6
 */
export function digamma<T extends Operand>(x: T): Elementwise<T> {
  return unary(polygammaOp(0), x);
}
