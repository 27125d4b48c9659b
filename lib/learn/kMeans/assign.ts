import { type Dense, dense, product } from "../../linalg/flat";
import { innerProduct, squaredDistance, squaredLengths } from "../distance";

/**
 * Assignment of samples to their nearest centre, for samples X (N×D) with column means 0: a function
 * that writes the nearest of K centres for each sample, of equally near ones the first, into `nearest`;
 * what stands there before serves as a guess, which saves time where it is right.
 *
 * As |x − c|² = |x|² − 2xᵀc + |c|², the nearest centre has the least |c|² − 2xᵀc, and one matrix product
 * gives all xᵀc. Rounding may disturb these by about Dε(|x|² + |c|²); where the best two are closer than
 * that, their distances are computed entry by entry, so that tight clusters far from the origin are
 * told apart as well.
 */
export function nearestCentres(X: Dense, K: number, square = squaredLengths(X)) {
  const { data: x, rows: N, cols: D } = X;
  const inner = dense(N, K);
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

  return (centers: Dense, nearest: Int32Array): void => {
    const c = centers.data;
    const products = product(X, centers, { transposeB: true, out: inner }).data;
    let widest = 0;
    for (let k = 0; k < K; k++) {
      norm[k] = innerProduct(c, k * D, c, k * D, D);
      if (norm[k] > widest) widest = norm[k];
    }
    for (let n = 0, p = 0; n < N; n++) {
      const guess = nearest[n];
      let best = guess;
      let first = norm[guess] - 2 * products[p + guess];
      let second = Infinity;
      for (let k = 0; k < K; k++, p++) {
        if (k === guess) continue;
        const v = norm[k] - 2 * products[p];
        if (v < first) {
          second = first;
          first = v;
          best = k;
        } else if (v < second) second = v;
      }
      nearest[n] = second - first > rounding * (square[n] + widest) ? best : exactly(n, c);
    }
  };
}
