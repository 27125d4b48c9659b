import { expNegSquare } from "./exact";
import { ratio } from "./polynomial";

/**
 * Rational Chebyshev approximations of W. J. Cody (1969), "Rational Chebyshev approximations for the
 * error function", Math. Comp. 23: erf(x)/x on [0, ½], eˣ²·erfc(x) on [½, 4], and on [4, ∞) the
 * remainder of x·eˣ²·erfc(x) = 1/√π − z·R(z) with z = 1/x².
 */
const SMALL_P = [
  3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315,
];
const SMALL_Q = [2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1];
const MIDDLE_P = [
  1230.3393547979972, 2051.0783778260716, 1712.0476126340707, 881.952221241769, 298.6351381974001,
  66.11919063714163, 8.883149794388377, 0.5641884969886701, 2.1531153547440383e-8,
];
const MIDDLE_Q = [
  1230.3393548037495, 3439.3676741437216, 4362.619090143247, 3290.7992357334597, 1621.3895745666903,
  537.1811018620099, 117.6939508913125, 15.744926110709835, 1,
];
const LARGE_P = [
  0.0006587491615298378, 0.016083785148742275, 0.12578172611122926, 0.36034489994980445,
  0.30532663496123236, 0.016315387137302097,
];
const LARGE_Q = [
  0.0023352049762686918, 0.06051834131244132, 0.5279051029514285, 1.8729528499234673,
  2.568520192289822, 1,
];
const ONE_OVER_SQRT_PI = 0.5641895835477563;

/** Below this the approximation of erf itself is used. */
export const ERF_SMALL = 0.46875;

/** erf for |x| ≤ ERF_SMALL. */
export function erfSmall(x: number): number {
  return x * ratio(SMALL_P, SMALL_Q, x * x);
}

/** e^{x²}·erfc(x) for x ≥ ERF_SMALL. */
export function erfcxLarge(x: number): number {
  if (x <= 4) return ratio(MIDDLE_P, MIDDLE_Q, x);
  const z = 1 / (x * x);
  return (ONE_OVER_SQRT_PI - z * ratio(LARGE_P, LARGE_Q, z)) / x;
}

function erfcPositive(x: number): number {
  return x > 27.3 ? 0 : expNegSquare(x, 1) * erfcxLarge(x);
}

export function erfAt(x: number): number {
  const size = Math.abs(x);
  if (size <= ERF_SMALL) return erfSmall(x);
  // beside 1 it does not matter what e^{−x²} loses by the rounding of x²; beyond 6 the rest vanishes
  const value = size > 6 ? 1 : 1 - Math.exp(-size * size) * erfcxLarge(size);
  return x > 0 ? value : -value;
}

export function erfcAt(x: number): number {
  const size = Math.abs(x);
  if (size <= ERF_SMALL) return 1 - erfSmall(x);
  const upper = erfcPositive(size); // called in one place, so that V8 takes it in
  return x > 0 ? upper : 2 - upper;
}

export function erfcxAt(x: number): number {
  if (x > ERF_SMALL) return erfcxLarge(x);
  if (x >= -ERF_SMALL) return Math.exp(x * x) * (1 - erfSmall(x));
  return x < -26.7 ? Infinity : 2 / expNegSquare(x, 1) - erfcxLarge(-x);
}
