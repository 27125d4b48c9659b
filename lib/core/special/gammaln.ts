import { ratio } from "./polynomial";
import { HALF_LOG_2PI, stirlingError, stirlingErrorRise } from "./stirling";

/**
 * lnΓ(1 + t) = t(t − 1)·P(t)/Q(t) on [0, 2], relative error 2e-17; derived in
 * test/prob/fixtures/coefficients.py.
 */
const P = [
  0.5772156649015329, 1.795879018997928, 2.1865334418937055, 1.3226883681228077, 0.4175253681048576,
  0.06620652414372981, 0.004630212547046027, 0.00010318936786846241, 1.54621296801624e-7,
];
const Q = [
  1, 3.5361659629745215, 5.021257900661251, 3.6722217552107503, 1.4771004522959044,
  0.3239769173460576, 0.03613884447121401, 0.0017463681006452904, 2.4701852219090835e-5,
];

/** lnΓ(1 + t) for 0 ≤ t ≤ 2, precise near its zeros t = 0 and t = 1. */
export function gammaln1p(t: number): number {
  return t * (t - 1) * ratio(P, Q, t);
}

/** ln|Γ(x)| by reflection, Γ(x)·Γ(1 − x) = π/sin(πx). */
function reflected(x: number): number {
  const r = x - 2 * Math.round(x / 2); // in [−1, 1], exactly
  const s = Math.abs(Math.sin(Math.PI * (Math.abs(r) > 0.5 ? 1 - Math.abs(r) : r)));
  return s === 0 ? Infinity : Math.log(Math.PI / s) - gammalnAt(1 - x);
}

export function gammalnAt(x: number): number {
  if (x >= 10) {
    return x === Infinity
      ? x
      : (x - 0.5) * (Math.log(x) - 1) - 0.5 + HALF_LOG_2PI + stirlingError(x);
  }
  if (x < 0) return x === -Infinity ? Infinity : reflected(x);
  if (x < 1) return gammaln1p(x) - Math.log(x);
  let y = x;
  let product = 1;
  while (y > 3) {
    y -= 1;
    product *= y;
  }
  const base = gammaln1p(y - 1);
  return product === 1 ? base : base + Math.log(product);
}

/** lnΓ(b + a) − lnΓ(b) for a, b > 0, without cancellation: Stirling's formula where b ≥ 10. */
export function gammalnDifference(b: number, a: number): number {
  let shift = 0;
  let y = b;
  while (y < 10) {
    shift += a / y < Infinity ? Math.log1p(a / y) : Math.log(a) - Math.log(y);
    y += 1;
  }
  const power = y + a - 0.5;
  const first = a / y < 1e-17 ? a * (power / y) : power * Math.log1p(a / y);
  const rise = first + a * (Math.log(y) - 1);
  return rise + stirlingErrorRise(y, a) - shift;
}
