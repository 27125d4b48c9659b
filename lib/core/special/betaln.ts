import { gammalnAt, gammalnDifference } from "./gammaln";
import { HALF_LOG_2PI, stirlingError } from "./stirling";

/** ln B(a, b) for a, b > 0. */
export function betalnAt(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return gammalnAt(small) + (gammalnAt(large) - gammalnAt(small + large));
  if (small < 10) return gammalnAt(small) - gammalnDifference(large, small);
  const n = a + b;
  return (
    small * Math.log(small / n) -
    large * Math.log1p(small / large) -
    0.5 * Math.log(small * (large / n)) +
    HALF_LOG_2PI +
    (stirlingError(small) + stirlingError(large) - stirlingError(n))
  );
}
