import { expect, test } from "vitest";
import { balance } from "../../lib/linalg/balance";

test("D⁻¹·A·D with powers of two, and a smaller norm", () => {
  const A = [
    [1, 1e8, 3],
    [2e-8, 2, 5e-8],
    [1, 3e8, -4],
  ];
  const a = Float64Array.from(A.flat());
  const d = balance(a, 3);
  for (const x of d) expect(Number.isInteger(Math.log2(x))).toBe(true);
  A.forEach((row, i) => {
    row.forEach((x, j) => {
      expect(a[3 * i + j]).toBe((x / d[i]) * d[j]);
    });
  });
  expect(Math.max(...a.map(Math.abs))).toBeLessThan(20);
});

test("what is balanced stays, triangular and zero matrices end", () => {
  const a = Float64Array.of(1, 2, 2, 1);
  expect(Array.from(balance(a, 2))).toEqual([1, 1]);
  expect(Array.from(balance(Float64Array.of(1, 1e9, 0, 1), 2))).toEqual([1, 1]);
  expect(Array.from(balance(new Float64Array(4), 2))).toEqual([1, 1]);
});
