export { cholesky } from "./cholesky";
export type { Complex } from "./complex";
export { cond } from "./cond";
export {
  type ConjugateGradient,
  type ConjugateGradientOptions,
  conjugateGradient,
} from "./conjugateGradient";
export { diag, eye, ones, zeros } from "./create";
export { det, slogdet, trace } from "./det";
export { type Eig, eig } from "./eig";
export { type EigH, eigh } from "./eigh";
export { add, scale, sub } from "./elementwise";
export { expm } from "./expm";
export { fft, ifft } from "./fft";
export { gramSchmidt } from "./gramSchmidt";
export { inv } from "./inv";
export { type Lanczos, type LanczosOptions, lanczos } from "./lanczos";
export { type LaplacianOptions, laplacian } from "./laplacian";
export { type LeastSquares, lstsq } from "./lstsq";
export { type LU, lu } from "./lu";
export { matmul } from "./matmul";
export { type Engine, engine } from "./native/engine";
export { type NormOrder, norm } from "./norm";
export { pinv } from "./pinv";
export { type PowerIteration, type PowerIterationOptions, powerIteration } from "./powerIteration";
export { dot, matvec, outer } from "./products";
export { project } from "./project";
export { type QR, type QROptions, qr } from "./qr";
export { columnSpace, nullspace, type RankOptions, rank } from "./rank";
export { pivotColumns, rref } from "./rref";
export { solve } from "./solve";
export { type SparseOptions, sparse } from "./sparse";
export type { LinearOperator } from "./sparse/operator";
export type { Preconditioner } from "./sparse/preconditioner";
export type { SparseMatrix } from "./sparse/SparseMatrix";
export { type SVD, type SVDOptions, svd } from "./svd";
export { transpose } from "./transpose";
