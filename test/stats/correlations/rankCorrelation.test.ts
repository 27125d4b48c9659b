import { expect, test } from "vitest";
import { kendallTails, spearmanTails } from "../../../lib/stats/correlations/rankCorrelation";

test("tails of three pairs, by hand", () => {
  expect(spearmanTails([1, 2, 3], [1, 2, 3])).toEqual({ lower: 1, upper: 1 / 6 });
  expect(kendallTails([1, 2, 3], [3, 2, 1]).lower).toBeCloseTo(1 / 6, 15);
  // with y = 1, 1, 2 each of three arrangements comes twice: C − D is 2, 0, −2
  expect(kendallTails([1, 2, 3], [1, 1, 2]).upper).toBeCloseTo(1 / 3, 15);
});
