import type { Dense } from "../../linalg/flat";

/** The squares of the entries of X, with the greatest of each column. */
export interface Squares {
  S: Dense;
  most: Float64Array;
}

export function squaresOf({ data, rows, cols }: Dense): Squares {
  const S = { data: data.map((v) => v * v), rows, cols };
  const most = new Float64Array(cols);
  for (let n = 0, p = 0; n < rows; n++) {
    for (let j = 0; j < cols; j++, p++) if (S.data[p] > most[j]) most[j] = S.data[p];
  }
  return { S, most };
}
