import type { Dense } from "../../linalg/flat";

/** Turns each row, in place, so that its entry of greatest magnitude is positive; returns the rows. */
export function canonicalRows(directions: Dense): Dense {
  const { data, rows, cols } = directions;
  for (let m = 0; m < rows; m++) {
    const w = data.subarray(m * cols, (m + 1) * cols);
    let top = 0;
    for (const x of w) if (Math.abs(x) > Math.abs(top)) top = x;
    if (top < 0) for (let j = 0; j < cols; j++) w[j] = -w[j];
  }
  return directions;
}
