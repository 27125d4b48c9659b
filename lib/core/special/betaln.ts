import { gammaln1p, gammalnAt, gammalnDifference } from "./gammaln";
import { HALF_LOG_2PI, stirlingError } from "./stirling";

/** ln B(a, b) for a, b > 0. */
export function betalnAt(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return gammalnAt(small) + (gammalnAt(large) - gammalnAt(small + large));
  if (small < 10) return gammalnAt(small) - gammalnDifference(large, small);
  const n = a + b;
  const share = n < Infinity ? small / n : small / 2 / (small / 2 + large / 2);
  return (
    small * Math.log(share) -
    large * Math.log1p(small / large) -
    0.5 * Math.log(large * share) +
    HALF_LOG_2PI +
    (stirlingError(small) + stirlingError(large) - stirlingError(n))
  );
}

/** ln(a·B(a, b)), which goes with a to 0. */
export function logScaledBeta(a: number, b: number): number {
  return a < 1 ? gammaln1p(a) - gammalnDifference(b, a) : Math.log(a) + betalnAt(a, b);
}
