import { expect, test } from "vitest";
import { pearsonParts } from "../../../lib/stats/correlations/pearson";
import { expectNear } from "../helpers";

test("r and √(1 − r²), of huge and tiny numbers too", () => {
  for (const unit of [1, 1e300, 1e-300]) {
    const { r, rest } = pearsonParts([unit, 2 * unit, 3 * unit, 4 * unit], [1, 3, 2, 4]);
    expectNear(r, 0.8, 1e-15);
    expectNear(rest, 0.6, 1e-14);
  }
  expect(pearsonParts([1, 2, 3], [-1, -2, -3]).rest).toBe(0);
});
