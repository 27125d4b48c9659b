import type { ReadonlyMatrix } from "../../core";

/**
 * What is rounding noise in a matrix and so printed as 0, and what is data, however small.
 *
 * Noise is what stands beside much larger entries both in its row and in its column (QᵀQ, AA⁻¹), and
 * what has the size of rounding errors of the largest entry of all. What is smaller still has not come
 * from rounding: in the vector (10¹⁰, 1, 10⁻¹⁰) and in a matrix with that diagonal each entry is meant.
 */
export interface NoiseBand {
  /** Relative to the largest of its row and to that of its column. */
  alone: number;
  /** Relative to the largest entry: what lies between is noise. */
  least: number;
  most: number;
}

const band = (epsilon: number, alone: number): NoiseBand => ({
  alone,
  least: epsilon / 1024,
  most: 64 * epsilon,
});

/** Of numbers computed in double precision. */
export const DOUBLE_NOISE = band(2 ** -52, 1e-12);

/** Of float32, which carries seven digits. */
export const SINGLE_NOISE: NoiseBand = { ...band(2 ** -23, 1e-6), most: 1e-6 };

/** Whether each entry, given by its magnitude, is noise; infinite ones and NaN are none. */
export function noiseIn(
  magnitudes: ReadonlyMatrix,
  { alone, least, most }: NoiseBand,
): boolean[][] {
  const sizes = magnitudes.map((row) => row.map((x) => (Number.isFinite(x) ? x : 0)));
  const ofRow = sizes.map((row) => row.reduce((a, b) => Math.max(a, b), 0));
  const ofColumn = (sizes[0] ?? []).map((_, j) => sizes.reduce((a, row) => Math.max(a, row[j]), 0));
  const largest = ofRow.reduce((a, b) => Math.max(a, b), 0);
  return sizes.map((row, i) =>
    row.map(
      (x, j) =>
        x > 0 &&
        (x <= alone * Math.min(ofRow[i], ofColumn[j]) ||
          (x >= least * largest && x <= most * largest)),
    ),
  );
}

/** The matrix with 0 in the place of noise. */
export function withoutNoise(A: ReadonlyMatrix, noise: NoiseBand): number[][] {
  const isNoise = noiseIn(
    A.map((row) => row.map(Math.abs)),
    noise,
  );
  return A.map((row, i) => row.map((x, j) => (isNoise[i][j] ? 0 : x)));
}
