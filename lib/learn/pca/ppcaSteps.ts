import {
  cholesky,
  type Dense,
  gram,
  product,
  solve,
  solveTriangular,
  svd,
  transpose,
} from "../../linalg/flat";

/** B (D×M) and σ² of the model. */
export interface Parameters {
  B: Dense;
  noise: number;
}

/** A + cI, in place. */
function shift(A: Dense, c: number): Dense {
  for (let p = 0; p < A.rows * A.cols; p += A.cols + 1) A.data[p] += c;
  return A;
}

/** L = BᵀB + σ²I, M×M. */
export const latentPrecision = ({ B, noise }: Parameters): Dense => shift(gram(B), noise);

/** tr(AᵀB) = Σ a_ij b_ij. */
function traceOfProduct(A: Dense, B: Dense): number {
  let sum = 0;
  for (let p = 0; p < A.rows * A.cols; p++) sum += A.data[p] * B.data[p];
  return sum;
}

/**
 * Σ ln N(x | 0, BBᵀ + σ²I) for centred X, through M×M matrices alone: |C| = σ^{2(D−M)}·|L| and
 * tr(C⁻¹S) = (tr S − tr(L⁻¹BᵀSB)) / σ², where S = XᵀX/N and L = RRᵀ = BᵀB + σ²I. `energy` is N·tr S.
 */
export function logLikelihoodOf(X: Dense, energy: number, at: Parameters): number {
  const [N, D, M] = [X.rows, X.cols, at.B.cols];
  const R = cholesky(latentPrecision(at), "ppca");
  const whitened = solveTriangular(R, transpose(product(X, at.B)), { overwrite: true });
  const explained = traceOfProduct(whitened, whitened);
  let logDet = (D - M) * Math.log(at.noise);
  for (let i = 0; i < M; i++) logDet += 2 * Math.log(R.data[i * (M + 1)]);
  return -(N * (D * Math.log(2 * Math.PI) + logDet) + (energy - explained) / at.noise) / 2;
}

/**
 * One step of EM (Tipping & Bishop 1999, equations 29 and 30), with L = BᵀB + σ²I:
 * B⁺ = SB(σ²I + L⁻¹BᵀSB)⁻¹,   σ²⁺ = tr(S − SBL⁻¹B⁺ᵀ)/D.
 */
export function emStep(X: Dense, energy: number, at: Parameters): Parameters {
  const { rows: N, cols: D } = X;
  const SB = product(X, product(X, at.B), { transposeA: true });
  for (let p = 0; p < SB.data.length; p++) SB.data[p] /= N;
  const L = latentPrecision(at);
  const inner = shift(solve(L, product(at.B, SB, { transposeA: true })), at.noise);
  const B = transpose(solve(transpose(inner), transpose(SB)));
  const overlap = traceOfProduct(solve(L, transpose(SB)), transpose(B));
  return { B, noise: (energy / N - overlap) / D };
}

/** B turned so that its columns are orthogonal, longest first: BR has the same BBᵀ for any rotation R. */
export function canonical(B: Dense): Dense {
  const { U, s } = svd(B);
  for (let p = 0; p < U.rows * U.cols; p++) U.data[p] *= s[p % U.cols];
  return U;
}
