import type { Matrix, ReadonlyVector, Vector } from "../core";

/** exp(a_k) / Σ_j exp(a_j), after taking off the greatest entry so that nothing overflows. */
export function softmax(a: ReadonlyVector): Vector {
  let top = -Infinity;
  for (const v of a) if (v > top) top = v;
  const e = a.map((v) => Math.exp(v - top));
  const sum = e.reduce((s, v) => s + v, 0);
  return e.map((v) => v / sum);
}

/** The class of the greatest entry in each row; of equal ones, the first. */
export function largest<T>(rows: Matrix, classes: readonly T[]): T[] {
  return rows.map((row) => {
    let best = 0;
    for (let k = 1; k < row.length; k++) if (row[k] > row[best]) best = k;
    return classes[best];
  });
}
