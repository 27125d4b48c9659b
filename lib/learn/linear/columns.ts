import { blank, type Dense, product, qr, svd, transpose } from "../../linalg/flat";
import { columnMeans, weightedMeans } from "../moments";
import { powerBelow } from "../scaling";

/**
 * Data in units of their columns, which is what makes a rank independent of the units they came in:
 * x̃_nd = (x_nd − x̄_d)/u_d, the u_d powers of two near the greatest deviation.
 */
export interface Columns {
  /** x̃, N×D. */
  X: Dense;
  /** x̄, or zeros if the data are not centred. */
  mean: Float64Array;
  /** u. */
  unit: Float64Array;
  /** How much of 1 the rounding of the data may be in x̃: large for columns far from 0 for their spread. */
  rounding: number;
}

/** Row n of A times √w_n, in place. */
export function scaleByRoots({ data, rows, cols }: Dense, weights: Float64Array): void {
  for (let n = 0, p = 0; n < rows; n++) {
    const root = Math.sqrt(weights[n]);
    for (let j = 0; j < cols; j++) data[p++] *= root;
  }
}

/** Least unit of a column: where squares of data are allowed, so are squares of 1/u. */
const LEAST_UNIT = 2 ** -480;

/**
 * Brings the columns of A, which is overwritten, to their units; one that is constant up to rounding, to zeros.
 * Under weights the mean is the weighted one and the rows are multiplied by their roots.
 */
export function columnsOf(A: Dense, centre: boolean, weights?: Float64Array): Columns {
  const { data, rows: N, cols: D } = A;
  const centreOf = () => (weights ? weightedMeans(A, weights) : columnMeans(A));
  const mean = centre ? centreOf() : new Float64Array(D);
  const unit = new Float64Array(D);
  let rounding = Number.EPSILON;
  for (let d = 0; d < D; d++) {
    let [most, spread] = [0, 0];
    for (let p = d; p < N * D; p += D) {
      most = Math.max(most, Math.abs(data[p]));
      spread = Math.max(spread, Math.abs(data[p] - mean[d]));
    }
    const isConstant = spread <= 2 * Number.EPSILON * most;
    unit[d] = isConstant ? 1 : Math.max(powerBelow(spread), LEAST_UNIT);
    if (!isConstant) rounding = Math.max(rounding, (Number.EPSILON * most) / spread);
    for (let p = d; p < N * D; p += D) data[p] = isConstant ? 0 : (data[p] - mean[d]) / unit[d];
  }
  if (weights) scaleByRoots(A, weights);
  return { X: A, mean, unit, rounding };
}

/** The singular directions of columns that count, and weights of the columns that belong to them. */
export interface Directions {
  /** N×r, orthonormal. */
  U: Dense;
  /** Singular values of x̃, length r. */
  s: Float64Array;
  /** D×r: the data as given, centred, times T are U·diag(s). */
  T: Dense;
  rank: number;
  /** σ₁/σ_r of x̃: how much larger the error of weights may be than that of predictions. */
  condition: number;
}

/** A D×r matrix with row d multiplied by c_d. */
function scaleRows(A: Dense, c: (d: number) => number): Dense {
  const B = blank(A.rows, A.cols);
  for (let d = 0, p = 0; d < A.rows; d++) {
    for (let i = 0; i < A.cols; i++, p++) B.data[p] = A.data[p] * c(d);
  }
  return B;
}

/**
 * x̃ = USVᵀ, cut at the rank that rounding allows. Where that is less than D, many weights give the same
 * predictions; T = diag(1/u)V is then projected onto the row space of the data as given, which makes
 * w = Ta the shortest of them for any a.
 */
export function directionsOf({ X, unit, rounding }: Columns): Directions {
  const { rows: N, cols: D } = X;
  const { U, s, Vt } = svd(X);
  const least = s[0] * (Math.max(N, D) * Number.EPSILON + 2 * rounding);
  let rank = 0;
  while (rank < s.length && s[rank] > least) rank++;
  const V = transpose({ ...Vt, rows: rank });
  let T = scaleRows(V, (d) => 1 / unit[d]);
  if (rank > 0 && rank < D) {
    const { Q } = qr(scaleRows(V, (d) => unit[d]));
    T = product(Q, product(Q, T, { transposeA: true }));
  }
  const kept = blank(N, rank);
  for (let n = 0, p = 0; n < N; n++) {
    for (let i = 0; i < rank; i++) kept.data[p++] = U.data[n * U.cols + i];
  }
  const condition = rank > 0 ? s[0] / s[rank - 1] : 1;
  return { U: kept, s: s.slice(0, rank), T, rank, condition };
}

/** From here on the data settle the weights of single columns to less than half of their digits. */
const POOR = 1e7;

/** What there is to say of columns that are collinear, or nearly so: the empty string if they are not. */
export function collinearity(
  { rank, condition }: Pick<Directions, "rank" | "condition">,
  D: number,
  what = "solutions",
): string {
  if (rank < D) {
    return `; the columns are collinear (rank ${rank} of ${D}): of all ${what}, the shortest`;
  }
  return condition < POOR
    ? ""
    : `; the columns are nearly collinear (condition number ${condition.toExponential(1)}): single weights are poorly determined`;
}
