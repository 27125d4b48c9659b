import { type Dense, dense, eigh, gram, product } from "../../linalg/flat";
import type { LogisticProblem } from "./objective";

/** What is said where the classes, or a part of the samples, can be parted without error. */
const GROWS = "without penalty the likelihood has no maximum and the weights grow without bound";

/** Margins from which a pair counts as decided, one after the other: how far a fit goes depends on its tol. */
const DECIDED = [4, 6, 8, 10, 14];

/** A wrong class k for sample n, with the logits' difference in favour of the true class y. */
interface Pair {
  n: number;
  y: number;
  k: number;
  margin: number;
}

/** All pairs of a sample and a class it does not have, under θ. For two classes one row stands for both. */
function pairsOf({ X, K, codes }: LogisticProblem, Theta: Dense): Pair[] {
  const { data: z } = product(X, Theta, { transposeB: true });
  const pairs: Pair[] = [];
  codes.forEach((y, n) => {
    if (K === 1) pairs.push({ n, y, k: 1 - y, margin: y === 1 ? z[n] : -z[n] });
    else {
      for (let k = 0; k < K; k++) {
        if (k !== y) pairs.push({ n, y, k, margin: z[n * K + y] - z[n * K + k] });
      }
    }
  });
  return pairs;
}

/** How many pairs are written out at a time. */
const BATCH = 2 ** 11;

/** Σ aaᵀ over pairs, a the coefficients of θ in the margin of a pair: KP×KP. */
function gramOf({ X, K }: LogisticProblem, pairs: Pair[]): Dense {
  const { data: x, cols: P } = X;
  const G = dense(K * P, K * P);
  for (let start = 0; start < pairs.length; start += BATCH) {
    const some = pairs.slice(start, start + BATCH);
    const rows = dense(some.length, K * P);
    some.forEach(({ n, y, k }, i) => {
      const at = i * K * P;
      const [own, other] = K === 1 ? [at, -1] : [at + y * P, at + k * P];
      for (let j = 0; j < P; j++) {
        rows.data[own + j] = x[n * P + j];
        if (other >= 0) rows.data[other + j] = -x[n * P + j];
      }
    });
    const { data } = gram(rows);
    for (let p = 0; p < G.data.length; p++) G.data[p] += data[p];
  }
  return G;
}

/** The part of θ that changes no margin of the pairs whose Gram matrix is G. */
function inNullspace(G: Dense, theta: Float64Array): Float64Array {
  const m = theta.length;
  const { values, vectors } = eigh(G);
  const least = 1e-10 * Math.max(values[m - 1], 0);
  const part = new Float64Array(m);
  for (let i = 0; i < m && values[i] <= least; i++) {
    let along = 0;
    for (let j = 0; j < m; j++) along += vectors.data[j * m + i] * theta[j];
    for (let j = 0; j < m; j++) part[j] += along * vectors.data[j * m + i];
  }
  return part;
}

/**
 * Whether the unpenalised likelihood has no maximum (Albert & Anderson 1984): it has none if and only if
 * some direction of θ lowers no margin and raises one. Then fitting follows such a direction until the
 * gradient is small, and leaves samples decided. We take the part of the fitted θ that leaves the margins
 * of the undecided alone; if it lowers none of the others, it is the direction, and proof.
 *
 * @returns What to say of it, or null.
 */
export function separation(problem: LogisticProblem, theta: Float64Array): string | null {
  const { X, K } = problem;
  const Theta: Dense = { data: theta, rows: K, cols: X.cols };
  const pairs = pairsOf(problem, Theta);
  if (pairs.every(({ margin }) => margin > 0)) return `the classes are separable: ${GROWS}`;
  for (const bound of DECIDED) {
    const open = pairs.filter(({ margin }) => margin < bound);
    if (open.length === pairs.length) return null;
    const data = inNullspace(gramOf(problem, open), theta);
    const moves = pairsOf(problem, { ...Theta, data }).map(({ margin }) => margin);
    const raised = moves.filter((m) => m > 1).length;
    // The more are open, the less is left of θ.
    if (raised === 0) return null;
    if (moves.every((m) => m > -1e-6)) {
      return `${raised} of ${pairs.length} margins grow without end (quasi-separation): ${GROWS}`;
    }
  }
  return null;
}
