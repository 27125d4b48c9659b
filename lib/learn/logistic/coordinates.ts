import { LinAlgError, type ReadonlyVector, type Vector } from "../../core";
import {
  blank,
  cholesky,
  type Dense,
  dense,
  gram,
  matvec,
  release,
  solveTriangular,
  transpose,
  unpackVector,
} from "../../linalg/flat";
import { type Columns, columnsOf, directionsOf } from "../linear/columns";
import { interceptOf } from "../linear/design";

/** Features in which the optimiser works, and the way back to weights of the columns as given. */
export interface Coordinates {
  /** N×P; the last column is constant if there is an intercept. */
  X: Dense;
  /** Q (P×P): the penalty per sample on a row θ of weights is ½ θᵀQθ. */
  penalty: Dense;
  /** Rank of the columns, as far as it was asked for: D where a penalty makes the weights unique. */
  rank: number;
  /** Condition number of the columns in their units, as far as it was asked for: 1 where it is small or a penalty rules. */
  condition: number;
  /** Mean of the columns, or zeros without intercept. */
  mean: Float64Array;
  /** Weights w and constant b that belong to θ, and `level` = b + x̄ᵀw. */
  toWeights(theta: ReadonlyVector): { w: Vector; b: number; level: number };
}

/** Features F (N×r) and weights M (D×r) of the columns: (x − x̄)ᵀM are the features. */
interface Basis {
  F: Dense;
  M: Dense;
  rank: number;
  condition: number;
}

/** Pivots that are less than this part of what they come from leave too few digits. */
const LEAST_PIVOT = 1e-9;

/** A lower triangular root of κFᵀF/N + MᵀM/(CN), or null if that is close to singular. */
function rootOf({ F, M }: Basis, curvature: number, C: number): Dense | null {
  const [N, r] = [F.rows, F.cols];
  const H = gram(F);
  const G = C === Infinity ? null : gram(M);
  for (let p = 0; p < r * r; p++) H.data[p] = (curvature * H.data[p] + (G ? G.data[p] / C : 0)) / N;
  try {
    const L = cholesky(H);
    for (let p = 0; p < r * r; p += r + 1) {
      if (L.data[p] ** 2 < LEAST_PIVOT * H.data[p]) return null;
    }
    return L;
  } catch (error) {
    if (error instanceof LinAlgError) return null;
    throw error;
  }
}

/** The columns in their units, one feature each. */
function plainBasis({ X, unit }: Columns): Basis {
  const M = dense(unit.length, unit.length);
  unit.forEach((u, d) => {
    M.data[d * (unit.length + 1)] = 1 / u;
  });
  return { F: X, M, rank: unit.length, condition: 1 };
}

/** Orthogonal features that span what the columns span, of squared length N/κ. */
function orthogonalBasis(columns: Columns, curvature: number): Basis {
  const { U, s, T, rank, condition } = directionsOf(columns);
  const length = Math.sqrt(columns.X.rows / curvature);
  const F = { ...U, data: U.data.map((v) => v * length) };
  const M = { ...T, data: T.data.map((v, p) => (v * length) / s[p % rank]) };
  return { F, M, rank, condition };
}

/**
 * Features z = L⁻¹Mᵀ(x − x̄), where LLᵀ is the Hessian of the objective per sample at the start in the
 * basis M, with κ = ¼ for two classes and 1/K for K > 2: in them the Hessian starts as the identity,
 * whatever the units of the columns and however they are correlated, and it never exceeds K/2 times
 * that (Böhning 1992). The weights of the columns are w = ML⁻ᵀθ. A, which is overwritten, gives the
 * basis: its columns, or their singular directions where the columns are too close to collinear.
 */
export function coordinates(A: Dense, classes: number, C: number, intercept: boolean): Coordinates {
  const { rows: N, cols: D } = A;
  const columns = columnsOf(A, intercept);
  const curvature = classes === 2 ? 1 / 4 : 1 / classes;
  let basis = plainBasis(columns);
  let L = D > N ? null : rootOf(basis, curvature, C);
  if (L === null) {
    basis = orthogonalBasis(columns, curvature);
    L = rootOf(basis, curvature, C);
  }
  if (L === null) throw new LinAlgError("logisticRegression: X has columns too close to collinear");
  const r = basis.F.cols;
  const whiten = (B: Dense) => transpose(solveTriangular(L, transpose(B), { overwrite: true }));
  const z = whiten(basis.F);
  const R = whiten(basis.M);

  const P = r + (intercept ? 1 : 0);
  const one = 1 / Math.sqrt(curvature);
  const X = blank(N, P);
  X.data.fill(one);
  for (let n = 0; n < N; n++) X.data.set(z.data.subarray(n * r, (n + 1) * r), n * P);
  release(z);
  const penalty = dense(P, P);
  const G = C === Infinity ? null : gram(R);
  for (let i = 0; G && i < r; i++) {
    for (let j = 0; j < r; j++) penalty.data[i * P + j] = G.data[i * r + j] / (C * N);
  }
  const { mean } = columns;
  const toWeights = (theta: ReadonlyVector) => {
    const w = unpackVector(matvec(R, Float64Array.from(theta.slice(0, r))), D);
    const level = intercept ? one * theta[r] : 0;
    return { w, b: interceptOf(w, mean, level), level };
  };
  const { rank, condition } = C === Infinity ? basis : { rank: D, condition: 1 };
  return { X, penalty, rank, condition, mean, toWeights };
}
