import { expect, test } from "vitest";
import { standardErrors } from "../../../lib/prob/fit/standardErrors";

test("are the roots of the diagonal of the inverse", () => {
  // the inverse of [[5, 2], [2, 1]] is [[1, −2], [−2, 5]]
  const { a, b } = standardErrors(
    ["a", "b"],
    [
      [5, 2],
      [2, 1],
    ],
  );
  expect(a).toBeCloseTo(1, 15);
  expect(b).toBeCloseTo(Math.sqrt(5), 15);
  expect(standardErrors(["n", "p"], [[4]])).toEqual({ p: 0.5 });
  expect(
    standardErrors(
      ["a", "b"],
      [
        [1, 2],
        [2, 1],
      ],
    ),
  ).toEqual({ a: Number.NaN, b: Number.NaN });
});
