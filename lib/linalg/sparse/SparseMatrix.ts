import { type Matrix, type ReadonlyVector, requireVector, type Vector } from "../../core";
import { newRow, unpackVector } from "../storage/unpack";
import { type Compressed, transposeCompressed } from "./compress";

/** A sparse matrix in compressed sparse rows, as `sparse` makes it. */
export class SparseMatrix {
  /** Row i stands at indptr[i] … indptr[i + 1] − 1 of `indices` and `data`. */
  readonly indptr: Int32Array;
  /** The columns of the stored entries, ascending within a row. */
  readonly indices: Int32Array;
  /** The stored entries. */
  readonly data: Float64Array;

  constructor(
    readonly rows: number,
    readonly cols: number,
    { indptr, indices, data }: Compressed,
  ) {
    this.indptr = indptr;
    this.indices = indices;
    this.data = data;
  }

  /** How many entries are stored. */
  get nnz(): number {
    return this.data.length;
  }

  /** y ← A·x in flat storage; lengths are not checked. */
  apply(x: Float64Array, y: Float64Array): void {
    const { indptr, indices, data, rows } = this;
    for (let i = 0, p = 0; i < rows; i++) {
      let sum = 0;
      for (const end = indptr[i + 1]; p < end; p++) sum += data[p] * x[indices[p]];
      y[i] = sum;
    }
  }

  /**
   * The product A·x. Costs 2·nnz operations.
   *
   * @throws RangeError if x does not have as many entries as A has columns.
   * @example
   * linalg.sparse([[0, 2], [3, 0]]).matvec([10, 1]) // => [2, 30]
   */
  matvec(x: ReadonlyVector): Vector {
    requireVector("matvec", "x", x, { length: this.cols, lengthOf: "columns of A" });
    const y = new Float64Array(this.rows);
    this.apply(Float64Array.from(x), y);
    return unpackVector(y);
  }

  /**
   * The transpose, a new sparse matrix. Costs O(rows + cols + nnz).
   *
   * @example
   * linalg.sparse([[0, 2, 0]]).transpose().toDense() // => [[0], [2], [0]]
   */
  transpose(): SparseMatrix {
    return new SparseMatrix(this.cols, this.rows, transposeCompressed(this, this.cols));
  }

  /**
   * The matrix with all its zeros, rows·cols numbers.
   *
   * @example
   * linalg.sparse([[0, 0, 5]], { shape: [1, 2] }).toDense() // => [[5, 0]]
   */
  toDense(): Matrix {
    const { indptr, indices, data, rows, cols } = this;
    return Array.from({ length: rows }, (_, i) => {
      const row = newRow(cols);
      for (let p = indptr[i]; p < indptr[i + 1]; p++) row[indices[p]] = data[p];
      return row;
    });
  }

  /** The diagonal, min(rows, cols) numbers. */
  diagonal(): Float64Array {
    const { indptr, indices, data, rows, cols } = this;
    return Float64Array.from({ length: Math.min(rows, cols) }, (_, i) => {
      for (let p = indptr[i]; p < indptr[i + 1]; p++) if (indices[p] === i) return data[p];
      return 0;
    });
  }
}
