import { expect, test } from "vitest";
import { omegaSquared, oneWay } from "../../../lib/stats/inference/oneWay";
import { thrown } from "../helpers";

test("sums by hand", () => {
  const found = oneWay("f", [
    [1, 2, 3],
    [2, 3, 4],
  ]);
  expect(found.between * found.scale ** 2).toBeCloseTo(1.5, 14);
  expect(found.within * found.scale ** 2).toBeCloseTo(4, 14);
  expect([found.statistic, found.df, found.means]).toEqual([1.5, [1, 4], [2, 3]]);
  expect(omegaSquared(found)).toBeCloseTo(0.5 / 6.5, 14);
});

test("names the caller", () => {
  expect(thrown(() => oneWay("f", [[1], [2]])).message).toBe(
    "f: groups must hold more numbers than there are groups",
  );
});
