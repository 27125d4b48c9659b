import {
  describeValue,
  type ReadonlyMatrix,
  requireMatrix,
  requireNumber,
  requireOptions,
} from "../core";
import { type Coordinates, compress } from "./sparse/compress";
import { SparseMatrix } from "./sparse/SparseMatrix";
import { columnsOf } from "./storage/pack";

/** Options of `sparse`. */
export interface SparseOptions {
  /** The shape [m, n]; with it the first argument lists entries, without it, it is a matrix. */
  shape?: readonly [number, number];
}

/** The non-zero entries of a matrix, row by row. */
function entriesOf(A: ReadonlyMatrix): Coordinates {
  const entries = { row: [] as number[], col: [] as number[], data: [] as number[] };
  A.forEach((values, i) => {
    for (let j = 0; j < values.length; j++) {
      if (values[j] === 0) continue;
      entries.row.push(i);
      entries.col.push(j);
      entries.data.push(values[j]);
    }
  });
  return entries;
}

/** A list of triples [i, j, aᵢⱼ] as three lists. */
function fromTriples(triples: readonly unknown[]): Coordinates {
  const n = triples.length;
  const entries = { row: new Array(n), col: new Array(n), data: new Array(n) };
  for (let k = 0; k < n; k++) {
    const triple = triples[k];
    if (!Array.isArray(triple) || triple.length !== 3) {
      throw new TypeError(
        `sparse: entries must be triples [i, j, value], entry ${k} is ${describeValue(triple)}`,
      );
    }
    entries.row[k] = triple[0];
    entries.col[k] = triple[1];
    entries.data[k] = triple[2];
  }
  return entries;
}

/** Three lists of one length, with indices within m×n and finite values. */
function checkEntries(entries: Coordinates, m: number, n: number): void {
  for (const name of ["row", "col", "data"] as const) {
    const list: unknown = entries[name];
    if (Array.isArray(list) || (ArrayBuffer.isView(list) && !(list instanceof DataView))) continue;
    throw new TypeError(`sparse: ${name} must be an array of numbers, got ${describeValue(list)}`);
  }
  const { row, col, data } = entries;
  for (const [name, list] of Object.entries({ col, data })) {
    if (list.length === row.length) continue;
    throw new RangeError(
      `sparse: ${name} must have length ${row.length} (length of row), got ${list.length}`,
    );
  }
  for (let k = 0; k < row.length; k++) {
    const [i, j, value] = [row[k], col[k], data[k]];
    // Quick where all is well; else the guards say what is wrong.
    if (i >= 0 && i < m && j >= 0 && j < n && (i | 0) === i && (j | 0) === j && value * 0 === 0) {
      if (typeof value === "number") continue;
    }
    requireNumber("sparse", `row[${k}]`, i, { min: 0, max: m - 1, integer: true });
    requireNumber("sparse", `col[${k}]`, j, { min: 0, max: n - 1, integer: true });
    requireNumber("sparse", `data[${k}]`, value);
  }
}

/**
 * A sparse matrix: only the entries that are stored take memory and time, so that the link matrix of a
 * million pages or the Laplacian of a large graph fits (compressed sparse rows, as in SciPy's
 * `csr_array`; Davis, Direct Methods for Sparse Linear Systems, 2.1).
 *
 * From a matrix A: its entries that are not zero. From a list of entries and a `shape` [m, n]: triples
 * [i, j, aᵢⱼ], or three arrays `{ row, col, data }`; entries given twice are added up. Indices count
 * from 0. Costs O(m + n + number of entries).
 *
 * The result has `rows`, `cols`, `nnz`, the methods `matvec(x)` (A·x), `transpose()` and `toDense()`, and
 * the arrays themselves: the columns and values of row i stand in `indices` and `data` from indptr[i] to
 * indptr[i + 1] − 1, columns ascending.
 *
 * @param entries - A matrix, triples [i, j, value], or `{ row, col, data }`.
 * @returns A `SparseMatrix`, m×n.
 * @throws TypeError or RangeError for indices out of range, values that are not finite numbers, lists
 * of unequal lengths.
 * @example
 * linalg.sparse([[0, 2], [3, 0]]).nnz // => 2
 * linalg.sparse([[0, 1, 2], [1, 0, 3]], { shape: [2, 2] }).matvec([10, 1]) // => [2, 30]
 * linalg.sparse({ row: [0, 0], col: [1, 1], data: [2, 5] }, { shape: [1, 2] }).toDense() // => [[0, 7]]
 */
export function sparse(
  entries: ReadonlyMatrix | Coordinates | readonly (readonly [number, number, number])[],
  options: SparseOptions = {},
): SparseMatrix {
  requireOptions("sparse", options, ["shape"]);
  const { shape } = options;
  if (shape === undefined) {
    const A = requireMatrix("sparse", "A", entries);
    return new SparseMatrix(A.length, columnsOf(A), compress(entriesOf(A), A.length, columnsOf(A)));
  }
  if (!Array.isArray(shape) || shape.length !== 2) {
    throw new TypeError(`sparse: shape must be [rows, columns], got ${describeValue(shape)}`);
  }
  const size = { min: 0, max: 2 ** 31 - 1, integer: true };
  const m = requireNumber("sparse", "shape[0]", shape[0], size);
  const n = requireNumber("sparse", "shape[1]", shape[1], size);
  if (typeof entries !== "object" || entries === null) {
    throw new TypeError(
      `sparse: entries must be triples or { row, col, data }, got ${describeValue(entries)}`,
    );
  }
  const lists = Array.isArray(entries) ? fromTriples(entries) : (entries as Coordinates);
  checkEntries(lists, m, n);
  return new SparseMatrix(m, n, compress(lists, m, n));
}
