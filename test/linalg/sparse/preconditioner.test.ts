import { expect, test } from "vitest";
import { squareOperator } from "../../../lib/linalg/sparse/operator";
import { preconditionerOf } from "../../../lib/linalg/sparse/preconditioner";

const A = squareOperator(
  "f",
  [
    [2, 1],
    [1, 4],
  ],
  { symmetric: true },
);

test("none, the diagonal, a function", () => {
  const apply = (choice: Parameters<typeof preconditionerOf>[1]) => {
    const z = new Float64Array(2);
    preconditionerOf("f", choice, A)!(Float64Array.of(6, 8), z);
    return Array.from(z);
  };
  expect(apply(undefined)).toEqual([6, 8]);
  expect(apply("jacobi")).toEqual([3, 2]);
  expect(apply(([a, b]) => [b, a])).toEqual([8, 6]);
  expect(() => apply(() => [1])).toThrow(
    new RangeError("f: preconditioner(r) must have length 2 (rows of A), got 1"),
  );
  expect(() => apply(1 as never)).toThrow(
    new TypeError("f: preconditioner must be a name or a function, got 1"),
  );
});
