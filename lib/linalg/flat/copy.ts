import { blank, type Dense } from "../storage/dense";

/** A copy of A; with `overwrite` A itself, for a caller that has no more use for it. */
export function copyOf({ data, rows, cols }: Dense, overwrite = false): Dense {
  if (overwrite) return { data, rows, cols };
  const C = blank(rows, cols);
  C.data.set(data.length === rows * cols ? data : data.subarray(0, rows * cols));
  return C;
}
