import { expect, test } from "vitest";
import { FAMILIES } from "../../../lib/stats/glm/families";
import { responseOf } from "../../../lib/stats/glm/problem";

test("counts become proportions of trials, a vector stays", () => {
  expect(
    responseOf(
      "f",
      [
        [1, 3],
        [2, 0],
      ],
      "binomial",
      FAMILIES.binomial,
      2,
    ),
  ).toEqual({
    y: [0.25, 1],
    trials: [4, 2],
  });
  expect(responseOf("f", [0, 4], "poisson", FAMILIES.poisson, 2)).toEqual({
    y: [0, 4],
    trials: [1, 1],
  });
});
