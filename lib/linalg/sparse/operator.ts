import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireFunction,
  requireNumber,
  requireVector,
  rng,
  type Vector,
} from "../../core";
import { type Dense, matvec, pack, packSymmetric } from "../flat";
import { columnsOf } from "../storage/pack";
import { unpackVector } from "../storage/unpack";
import { compress } from "./compress";
import { SparseMatrix } from "./SparseMatrix";

/** Whatever can be multiplied by a vector: x of length `cols` goes to `matvec(x)` of length `rows`. */
export interface LinearOperator {
  readonly rows: number;
  readonly cols: number;
  matvec(x: Vector): ReadonlyVector;
}

/** A square matrix of order n as iterative methods see it. */
export interface SquareOperator {
  readonly n: number;
  /** y ← A·x. */
  apply(x: Float64Array, y: Float64Array): void;
  /** The entries, where they are known. */
  entries?(): SparseMatrix;
}

/** Differences between aᵢⱼ and aⱼᵢ within this, relative to the largest entry, pass as rounding. */
const TOLERANCE = 1e-10;

/** Asserts that the entries of a sparse matrix are those of its transpose, up to rounding. */
function requireSymmetricEntries(caller: string, A: SparseMatrix): void {
  const T = A.transpose();
  const largest = A.data.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
  for (let i = 0; i < A.rows; i++) {
    // Both rows have ascending columns; what one of them lacks is zero.
    let [p, q] = [A.indptr[i], T.indptr[i]];
    while (p < A.indptr[i + 1] || q < T.indptr[i + 1]) {
      const j = p < A.indptr[i + 1] ? A.indices[p] : Infinity;
      const k = q < T.indptr[i + 1] ? T.indices[q] : Infinity;
      const a = j <= k ? A.data[p++] : 0;
      const b = k <= j ? T.data[q++] : 0;
      if (Math.abs(a - b) <= TOLERANCE * largest) continue;
      const at = Math.min(j, k);
      throw new RangeError(
        `${caller}: A must be symmetric, A[${i}][${at}] is ${a} and A[${at}][${i}] is ${b}`,
      );
    }
  }
}

/** Asserts xᵀA·y = yᵀA·x for two random vectors: all that can be asked of a function. */
function requireSymmetricForm(caller: string, { n, apply }: SquareOperator): void {
  const random = rng(1);
  const [x, y] = [1, 2].map(() => Float64Array.from(random.normal(0, 1, n)));
  const [ax, ay] = [new Float64Array(n), new Float64Array(n)];
  apply(x, ax);
  apply(y, ay);
  let [left, right, size] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    left += y[i] * ax[i];
    right += x[i] * ay[i];
    size += Math.abs(y[i] * ax[i]) + Math.abs(x[i] * ay[i]);
  }
  if (Math.abs(left - right) <= TOLERANCE * size) return;
  throw new RangeError(
    `${caller}: A must be symmetric, for random x and y it gives yᵀA·x = ${left} and xᵀA·y = ${right}`,
  );
}

function fromDense(D: Dense): SquareOperator {
  const n = D.rows;
  return {
    n,
    apply: (x, y) => {
      matvec(D, x, { out: y });
    },
    entries: () => {
      const entries = { row: [] as number[], col: [] as number[], data: [] as number[] };
      for (let p = 0; p < n * n; p++) {
        if (D.data[p] === 0) continue;
        entries.row.push(Math.floor(p / n));
        entries.col.push(p % n);
        entries.data.push(D.data[p]);
      }
      return new SparseMatrix(n, n, compress(entries, n, n));
    },
  };
}

function fromFunction(caller: string, A: LinearOperator): SquareOperator {
  const n = A.rows;
  return {
    n,
    apply: (x, y) => {
      const product = A.matvec(unpackVector(x));
      y.set(requireVector(caller, "A.matvec(x)", product, { length: n, lengthOf: "rows of A" }));
    },
  };
}

/** Asserts that A is m×m with m ≥ 1. */
function requireSquare(caller: string, { rows, cols }: LinearOperator): void {
  requireNumber(caller, "A.rows", rows, { min: 1, integer: true });
  if (cols === rows) return;
  throw new RangeError(`${caller}: A must be square, got ${rows}×${describeValue(cols)}`);
}

/**
 * Checks a square matrix (rows of numbers, sparse, or an object with `rows`, `cols` and `matvec`), at least
 * 1×1 and symmetric if so asked, and returns it as an operator.
 *
 * @throws TypeError if A is none of these; RangeError if it is not square or not symmetric.
 */
export function squareOperator(
  caller: string,
  A: ReadonlyMatrix | LinearOperator,
  rule: { symmetric: boolean },
): SquareOperator {
  if (Array.isArray(A)) {
    if (rule.symmetric && columnsOf(A) > 0) return fromDense(packSymmetric(caller, A));
    return fromDense(pack(caller, "A", A, { square: true, minRows: 1 }));
  }
  if (typeof A !== "object" || A === null) {
    throw new TypeError(
      `${caller}: A must be a matrix or have rows, cols and matvec, got ${describeValue(A)}`,
    );
  }
  const operator = A as LinearOperator;
  requireSquare(caller, operator);
  if (operator instanceof SparseMatrix) {
    if (rule.symmetric) requireSymmetricEntries(caller, operator);
    const { rows: n } = operator;
    return { n, apply: (x, y) => operator.apply(x, y), entries: () => operator };
  }
  requireFunction(caller, "A.matvec", operator.matvec);
  const general = fromFunction(caller, operator);
  if (rule.symmetric) requireSymmetricForm(caller, general);
  return general;
}
