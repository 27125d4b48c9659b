/**
 * The inner face of linalg: matrices in flat storage, for the modules above. A public function of the
 * library checks and packs what it gets, works on these, and unpacks what it returns, once.
 *
 * Nothing here checks shapes or looks for NaN; no argument is overwritten unless an option says so.
 */

export { blank, type Dense, dense, release } from "../storage/dense";
export { columnsOf, fromRows, pack } from "../storage/pack";
export { newRow, unpack, unpackVector } from "../storage/unpack";
export { cholesky } from "./cholesky";
export { copyOf } from "./copy";
export { eigh, type FlatEigH } from "./eigh";
export { expm } from "./expm";
export { type GramOptions, gram } from "./gram";
export { type MatvecOptions, matvec } from "./matvec";
export { type ProductOptions, product } from "./product";
export { type FlatQR, qr } from "./qr";
export { solve } from "./solve";
export { solveTriangular, type TriangularOptions } from "./solveTriangular";
export { type FlatSVD, type FlatSVDOptions, singularValues, svd } from "./svd";
export { packSymmetric } from "./symmetric";
export { transpose } from "./transpose";
