import { requireInRange } from "../storage/unpack";

/** Entries of a matrix, in any order: value data[k] at row[k], col[k]. */
export interface Coordinates {
  row: ArrayLike<number>;
  col: ArrayLike<number>;
  data: ArrayLike<number>;
}

/** Compressed sparse rows: row i has columns indices[p] and values data[p], indptr[i] ≤ p < indptr[i + 1]. */
export interface Compressed {
  indptr: Int32Array;
  indices: Int32Array;
  data: Float64Array;
}

/**
 * The transpose of compressed rows with n columns, by counting: its rows come out with their columns in
 * ascending order (Gustavson 1978).
 */
export function transposeCompressed({ indptr, indices, data }: Compressed, n: number): Compressed {
  const nnz = indices.length;
  const starts = new Int32Array(n + 1);
  for (let p = 0; p < nnz; p++) starts[indices[p] + 1]++;
  for (let j = 0; j < n; j++) starts[j + 1] += starts[j];
  const next = starts.slice(0, n);
  const result = { indptr: starts, indices: new Int32Array(nnz), data: new Float64Array(nnz) };
  for (let i = 0; i + 1 < indptr.length; i++) {
    for (let p = indptr[i]; p < indptr[i + 1]; p++) {
      const q = next[indices[p]]++;
      result.indices[q] = i;
      result.data[q] = data[p];
    }
  }
  return result;
}

/** Adds up the entries of a row that stand in one column; columns ascend. */
function sumDuplicates(rows: Compressed): Compressed {
  const { indptr, indices, data } = rows;
  const starts = new Int32Array(indptr.length);
  let q = 0;
  for (let i = 0; i + 1 < indptr.length; i++) {
    starts[i] = q;
    for (let p = indptr[i]; p < indptr[i + 1]; p++) {
      if (q > starts[i] && indices[q - 1] === indices[p]) data[q - 1] += data[p];
      else {
        indices[q] = indices[p];
        data[q++] = data[p];
      }
    }
  }
  starts[indptr.length - 1] = q;
  if (q === data.length) return rows;
  return { indptr: starts, indices: indices.slice(0, q), data: data.slice(0, q) };
}

/** Checked entries of an m×n matrix as compressed rows, columns ascending, duplicates added up. */
export function compress({ row, col, data }: Coordinates, m: number, n: number): Compressed {
  const nnz = row.length;
  // By columns first, in the order given, then by rows, as a transpose.
  const starts = new Int32Array(n + 1);
  for (let k = 0; k < nnz; k++) starts[col[k] + 1]++;
  for (let j = 0; j < n; j++) starts[j + 1] += starts[j];
  const next = starts.slice(0, n);
  const byColumn = { indptr: starts, indices: new Int32Array(nnz), data: new Float64Array(nnz) };
  for (let k = 0; k < nnz; k++) {
    const q = next[col[k]]++;
    byColumn.indices[q] = row[k];
    byColumn.data[q] = data[k];
  }
  const rows = sumDuplicates(transposeCompressed(byColumn, m));
  requireInRange("sparse", "a sum of entries given twice", rows.data, rows.data.length);
  return rows;
}
