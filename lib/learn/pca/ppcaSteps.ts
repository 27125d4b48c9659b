import type { Matrix } from "../../core";
import { inv, matmul, scale, slogdet, svd, trace, transpose } from "../../linalg";

/** B and σ² of the model. */
export interface Parameters {
  B: Matrix;
  noise: number;
}

/** (BᵀB + σ²I), M×M. */
export const latentPrecision = ({ B, noise }: Parameters) =>
  matmul(transpose(B), B).map((row, i) => row.map((v, j) => v + (i === j ? noise : 0)));

/**
 * Σ ln N(x | 0, BBᵀ + σ²I) for centred X, through M×M matrices alone: |C| = σ^{2(D−M)}·|BᵀB + σ²I| and
 * tr(C⁻¹S) = (tr S − tr((BᵀB + σ²I)⁻¹BᵀSB)) / σ², where S = XᵀX/N.
 */
export function logLikelihoodOf(X: Matrix, energy: number, at: Parameters): number {
  const [N, D, M] = [X.length, X[0].length, at.B[0].length];
  const L = latentPrecision(at);
  const XB = matmul(X, at.B);
  const explained = trace(matmul(inv(L), matmul(transpose(XB), XB)));
  const logDet = (D - M) * Math.log(at.noise) + slogdet(L).logabsdet;
  return -(N * (D * Math.log(2 * Math.PI) + logDet) + (energy - explained) / at.noise) / 2;
}

/**
 * One step of EM (Tipping & Bishop 1999, equations 29 and 30), with L = BᵀB + σ²I:
 * B⁺ = SB(σ²I + L⁻¹BᵀSB)⁻¹,   σ²⁺ = tr(S − SBL⁻¹B⁺ᵀ)/D.
 */
export function emStep(X: Matrix, energy: number, at: Parameters): Parameters {
  const [N, D] = [X.length, X[0].length];
  const SB = scale(1 / N, matmul(transpose(X), matmul(X, at.B)));
  const Li = inv(latentPrecision(at));
  const inner = matmul(Li, matmul(transpose(at.B), SB));
  const B = matmul(SB, inv(inner.map((row, i) => row.map((v, j) => v + (i === j ? at.noise : 0)))));
  const overlap = trace(matmul(matmul(transpose(B), SB), Li));
  return { B, noise: (energy / N - overlap) / D };
}

/** B turned so that its columns are orthogonal, longest first: BR has the same BBᵀ for any rotation R. */
export function canonical(B: Matrix): Matrix {
  const { U, s } = svd(B);
  return U.map((row) => row.map((u, m) => u * s[m]));
}
