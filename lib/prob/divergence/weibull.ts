import { gammalnAt, gammalnDifference, logQuotient, logRatio } from "../../core/special";
import { expExcess } from "./excess";
import { gammaBregman } from "./gammaBregman";

const EULER = 0.5772156649015329;

/**
 * The divergence of the Weibull law of shape l and scale d from that of shape k and scale c. With r = l/k,
 * t = l·ln(c/d) and L = t + lnΓ(1 + r) the textbook's −ln r − t − γ(1 − r) + e^t·Γ(1 + r) − 1 is
 *
 *   (e^L − 1 − L) + [lnΓ(r) + γ(r − 1)],
 *
 * two terms ≥ 0, of which the second is a Bregman divergence of lnΓ, −γ being its slope at 1.
 */
export function weibullDivergence(k: number, c: number, l: number, d: number): number {
  const r = l / k;
  const e = (l - k) / k; // r − 1, to more digits than r has where the shapes are close
  const t = c === d ? 0 : l * logQuotient(c, d);
  if (r < 1e-290) return expExcess(t) - logRatio(l, k) - EULER;
  const moment = t + logMoment(r, e);
  // where both are huge they may cancel to a rest that counts beside r
  if (moment === Infinity) return Infinity;
  return expExcess(moment) + gammaBregman(r, 1, e);
}

/** lnΓ(1 + r) with r = 1 + e, to full relative precision also near its zero at e = 0. */
function logMoment(r: number, e: number): number {
  if (Math.abs(e) > 0.5) return gammalnAt(1 + r);
  return e < 0 ? -gammalnDifference(2 + e, -e) : gammalnDifference(2, e);
}
