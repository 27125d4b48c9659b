import { expect, test } from "vitest";
import { balance } from "../../../lib/linalg/kernels/balance";

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

test("what is balanced stays, a zero matrix too", () => {
  const a = Float64Array.of(1, 2, 2, 1);
  expect(Array.from(balance(a, 2))).toEqual([1, 1]);
  expect(Array.from(balance(new Float64Array(4), 2))).toEqual([1, 1]);
});

test("a triangular matrix ends, with its large entry reduced to the size of the diagonal", () => {
  const a = Float64Array.of(1, 1e9, 0, 1);
  balance(a, 2);
  expect([a[0], a[2], a[3]]).toEqual([1, 0, 1]);
  expect(a[1]).toBeLessThan(4);
});

test("Frank's matrix, which is made worse where the diagonal does not count", () => {
  const n = 40;
  const frank = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (j >= i - 1 ? n - Math.max(i, j) : 0)),
  );
  const d = balance(Float64Array.from(frank.flat()), n);
  expect(Math.max(...d) / Math.min(...d)).toBeLessThan(1e4);
});
