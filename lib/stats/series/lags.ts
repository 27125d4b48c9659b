import { type ReadonlyVector, requireNumber, requireVector, type Vector } from "../../core";
import { centre, powerSum, productSum } from "../moments/centre";

/** Checks a series, and how many lags are wanted: by default min(⌊10·log₁₀n⌋, n − 1), as in R. */
export function requireSeries(caller: string, x: ReadonlyVector, maxLag: number | undefined) {
  requireVector(caller, "x", x, { minLength: 2 });
  if (x.every((v) => v === x[0])) {
    throw new RangeError(`${caller}: x must not be constant, all entries are ${x[0]}`);
  }
  const usual = Math.max(1, Math.min(Math.floor(10 * Math.log10(x.length)), x.length - 1));
  return requireNumber(caller, "maxLag", maxLag === undefined ? usual : maxLag, {
    min: 1,
    max: x.length - 1,
    integer: true,
  });
}

/** rₖ = Σ(xₜ − x̄)(xₜ₊ₖ − x̄)/Σ(xₜ − x̄)² for k = 0, …, maxLag, of a checked series. O(n·maxLag). */
export function correlationsAt(x: ReadonlyVector, maxLag: number): Vector {
  const d = Float64Array.from(centre(x).d);
  const square = powerSum(Array.from(d), 2);
  return Array.from({ length: maxLag + 1 }, (_, k) =>
    k === 0 ? 1 : productSum(d.subarray(0, d.length - k), d.subarray(k)) / square,
  );
}
