import { expect, test } from "vitest";
import { substituteRows } from "../../../lib/linalg/kernels/substitution";
import { distance, flip, randomMatrix, times } from "../helpers";

test("lower and upper, as is and transposed; the other triangle is not read", () => {
  for (const [n, r] of [
    [1, 1],
    [5, 1],
    [6, 4],
  ]) {
    const T = randomMatrix(n, n, n).map((row, i) => row.map((x, j) => (i === j ? 4 : x)));
    const B = randomMatrix(n, r, 2);
    for (const lower of [true, false]) {
      const inside = (i: number, j: number) => (lower ? j <= i : j >= i);
      const t = T.flatMap((row, i) => row.map((x, j) => (inside(i, j) ? x : Number.NaN)));
      const part = T.map((row, i) => row.map((x, j) => (inside(i, j) ? x : 0)));
      for (const transposed of [false, true]) {
        const x = Float64Array.from(B.flat());
        substituteRows(Float64Array.from(t), n, x, r, lower, transposed);
        const X = B.map((_, i) => Array.from(x.subarray(i * r, (i + 1) * r)));
        expect(distance(times(transposed ? flip(part) : part, X), B)).toBeLessThan(1e-13);
      }
    }
  }
});
