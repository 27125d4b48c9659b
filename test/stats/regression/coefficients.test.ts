import { expect, test } from "vitest";
import { normal, studentT } from "../../../lib/prob";
import { coefficientTable, intervals, tRatio } from "../../../lib/stats/regression/coefficients";
import { expectNear } from "../helpers";

test("an estimate over no error is infinite, unless it is 0", () => {
  expect([tRatio(6, 2), tRatio(-1, 0), tRatio(1, 0), tRatio(0, 0)]).toEqual([
    3,
    -Infinity,
    Infinity,
    0,
  ]);
});

test("intervals hold what is not rejected", () => {
  const law = studentT(5);
  const [[low, high]] = intervals([2], [0.5], law, 0.9);
  expectNear(2 * law.sf((2 - low) / 0.5), 0.1, 1e-13);
  expectNear(high - 2, 2 - low, 1e-15);
  expectNear(intervals([0], [1], normal(0, 1), 0.95)[0][1], 1.959963984540054, 1e-15);
});

test("the table repeats the vectors, row by row", () => {
  const result = coefficientTable(
    ["a", "b"],
    [1, -2],
    [0.5, 0],
    [2, -Infinity],
    normal(0, 1),
    0.95,
  );
  expect(result.pValues[1]).toBe(0);
  expectNear(result.pValues[0], 0.04550026389635842, 1e-14);
  expect(result.table.map((row) => row.coef)).toEqual(result.parameters);
  expect(result.table[1]).toEqual({
    name: "b",
    coef: -2,
    standardError: 0,
    t: -Infinity,
    pValue: 0,
    low: -2,
    high: -2,
  });
});
