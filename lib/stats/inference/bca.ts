import type { ReadonlyVector } from "../../core";
import { normal } from "../../prob";
import { centre, powerSum } from "../moments/centre";

/** The levels at which BCa reads the distribution (Efron 1987, (2.3)): z₀ for bias, a for skewness. */
export function bcaLevels(
  caller: string,
  ascending: ReadonlyVector,
  estimate: number,
  jackknife: ReadonlyVector,
  alpha: number,
): [number, number] {
  const z = normal(0, 1);
  const below = ascending.filter((t) => t < estimate).length;
  const equal = ascending.filter((t) => t === estimate).length;
  const share = (below + equal / 2) / ascending.length;
  if (share === 0 || share === 1) {
    const side = share === 0 ? "above" : "below";
    throw new RangeError(
      `${caller}: method "bca" needs resamples on both sides of the estimate ${estimate}, all are ${side}`,
    );
  }
  const z0 = z.ppf(share);
  const { d } = centre(jackknife);
  const squares = powerSum(d, 2);
  if (squares === 0) {
    throw new RangeError(
      `${caller}: method "bca" needs a statistic that changes when an entry is left out, it stays ${jackknife[0]}`,
    );
  }
  const a = -powerSum(d, 3) / (6 * squares * Math.sqrt(squares));
  const level = (p: number) => {
    const w = z0 + z.ppf(p);
    if (a * w >= 1) {
      throw new RangeError(
        `${caller}: method "bca" needs a less skew statistic or a smaller confidence, the acceleration is ${a}`,
      );
    }
    return z.cdf(z0 + w / (1 - a * w));
  };
  return [level(alpha), level(1 - alpha)];
}
