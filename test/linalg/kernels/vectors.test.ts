import { expect, test } from "vitest";
import { addMultiple, innerProduct } from "../../../lib/linalg/kernels/vectors";

test("inner product and sum", () => {
  const x = Float64Array.of(1, 2, 3);
  const y = Float64Array.of(4, -5, 6);
  expect(innerProduct(x, y)).toBe(12);
  addMultiple(2, x, y);
  expect(Array.from(y)).toEqual([6, -1, 12]);
});
