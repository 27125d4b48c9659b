import { expect, test } from "vitest";
import { contingency, requireFourfold } from "../../../lib/stats/arguments/contingency";
import { thrown } from "../helpers";

test("margins of a table", () => {
  const { rows, cols, total } = contingency("f", "T", [
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect([rows, cols, total]).toEqual([[6, 15], [5, 7, 9], 21]);
  expect(
    thrown(() =>
      contingency("f", "T", [
        [1, 0],
        [2, 0],
      ]),
    ).message,
  ).toBe("f: column 1 of T is all zeros");
  expect(thrown(() => contingency("f", "T", [])).message).toBe(
    "f: T must have at least 2 rows and 2 columns, got 0×0",
  );
});

test("a 2×2 table of whole counts", () => {
  expect(
    requireFourfold("f", [
      [1, 0],
      [0, 4],
    ]),
  ).toEqual([1, 0, 0, 4]);
  expect(
    thrown(() =>
      requireFourfold("f", [
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).message,
  ).toBe("f: table must be 2×2, got 2×3");
  expect(
    thrown(() =>
      requireFourfold("f", [
        [1, 2],
        [0.5, 4],
      ]),
    ).message,
  ).toBe("f: table[1][0] must be an integer ≥ 0, got 0.5");
  expect(
    thrown(() =>
      requireFourfold("f", [
        [2 ** 53, 2],
        [3, 4],
      ]),
    ).message,
  ).toMatch("at most 2⁵³ − 1");
});
