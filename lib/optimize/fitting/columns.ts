import { type Dense, dense } from "../../linalg/flat";

/** The lengths of the columns of J. */
export function columnNorms({ data, rows, cols }: Dense): Float64Array {
  const norms = new Float64Array(cols);
  for (let j = 0; j < cols; j++) {
    let most = 0;
    for (let i = 0; i < rows; i++) most = Math.max(most, Math.abs(data[i * cols + j]));
    let sum = 0;
    for (let i = 0; most > 0 && i < rows; i++) sum += (data[i * cols + j] / most) ** 2;
    norms[j] = most * Math.sqrt(sum);
  }
  return norms;
}

/** J·diag(d). */
export function scaledColumns({ data, rows, cols }: Dense, d: Float64Array): Dense {
  const out = dense(rows, cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) out.data[i * cols + j] = data[i * cols + j] * d[j];
  }
  return out;
}

/** The same, with 1 for a column of zeros: to divide by. */
export const columnScales = (J: Dense): Float64Array => columnNorms(J).map((v) => v || 1);
