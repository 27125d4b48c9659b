/**
 * Vectors and matrices: products, factorisations, systems, spaces, sparse matrices and the Fourier transform.
 *
 * A matrix is a list of rows, `A[i][j]` is aᵢⱼ, and arguments are never changed. What a factorisation gives back has
 * names (`{ U, s, Vt }`), and the signs of vectors are settled: the entry of largest magnitude in each column is
 * positive. Computed in readable TypeScript where matrices are small, by LAPACK where that is faster; `engine` tells
 * and chooses.
 */

// Making and combining

export { diag, eye, ones, zeros } from "./create";
export { add, scale, sub } from "./elementwise";
export { matmul } from "./matmul";
export { type NormOrder, norm } from "./norm";
export { dot, matvec, outer } from "./products";
export { transpose } from "./transpose";

// Factorisations

export { cholesky } from "./cholesky";
export { type Eig, eig } from "./eig";
export { type EigH, eigh } from "./eigh";
export { type LU, lu } from "./lu";
export { type QR, type QROptions, qr } from "./qr";
export { type SVD, type SVDOptions, svd } from "./svd";

// Systems and least squares

export { cond } from "./cond";
export { inv } from "./inv";
export { type LeastSquares, lstsq } from "./lstsq";
export { pinv } from "./pinv";
export { solve } from "./solve";

// Determinants, ranks and spaces

export { det, slogdet, trace } from "./det";
export { gramSchmidt } from "./gramSchmidt";
export { project } from "./project";
export { columnSpace, nullspace, type RankOptions, rank } from "./rank";
export { pivotColumns, rref } from "./rref";

// Large and sparse matrices

export {
  type ConjugateGradient,
  type ConjugateGradientOptions,
  conjugateGradient,
} from "./conjugateGradient";
export { type Lanczos, type LanczosOptions, lanczos } from "./lanczos";
export { type LaplacianOptions, laplacian } from "./laplacian";
export { type PowerIteration, type PowerIterationOptions, powerIteration } from "./powerIteration";
export { type SparseOptions, sparse } from "./sparse";

// Exponentials and Fourier transforms

export { expm } from "./expm";
export { fft, ifft } from "./fft";

// Who computes

export { type Engine, engine } from "./native/engine";

// Types

export type { Complex } from "./complex";
export type { LinearOperator } from "./sparse/operator";
export type { Preconditioner } from "./sparse/preconditioner";
export type { SparseMatrix } from "./sparse/SparseMatrix";
