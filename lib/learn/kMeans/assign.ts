import { innerProduct, squaredDistance } from "../distance";
import { product, transposed } from "../product";

/**
 * Assignment of samples to their nearest centre, for samples x (N×D, flat) with column means 0.
 *
 * As |x − c|² = |x|² − 2xᵀc + |c|², the nearest centre has the least |c|² − 2xᵀc, and one matrix product
 * gives all xᵀc. Rounding may disturb these by about Dε(|x|² + |c|²); where the best two are closer than
 * that, their distances are computed entry by entry, so that tight clusters far from the origin are
 * told apart as well.
 */
export function nearestCentres(x: Float64Array, N: number, D: number, K: number) {
  const square = new Float64Array(N);
  for (let n = 0, p = 0; n < N; n++, p += D) square[n] = innerProduct(x, p, x, p, D);
  const inner = new Float64Array(N * K);
  const norm = new Float64Array(K);
  const rounding = 4 * (D + 4) * Number.EPSILON;

  const exactly = (n: number, centers: Float64Array): number => {
    let nearest = 0;
    let least = Infinity;
    for (let k = 0; k < K; k++) {
      const d = squaredDistance(x, n * D, centers, k * D, D);
      if (d < least) {
        least = d;
        nearest = k;
      }
    }
    return nearest;
  };

  /** Calls `found(n, k)` with the nearest centre k of each sample n. */
  return (centers: Float64Array, found: (n: number, k: number) => void): void => {
    product(N, K, D, x, transposed(centers, K, D), inner);
    let widest = 0;
    for (let k = 0; k < K; k++) {
      norm[k] = innerProduct(centers, k * D, centers, k * D, D);
      if (norm[k] > widest) widest = norm[k];
    }
    for (let n = 0, p = 0; n < N; n++) {
      let nearest = 0;
      let first = Infinity;
      let second = Infinity;
      for (let k = 0; k < K; k++, p++) {
        const v = norm[k] - 2 * inner[p];
        if (v < first) {
          second = first;
          first = v;
          nearest = k;
        } else if (v < second) second = v;
      }
      const sure = second - first > rounding * (square[n] + widest);
      found(n, sure ? nearest : exactly(n, centers));
    }
  };
}
