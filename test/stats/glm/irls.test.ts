import { expect, test } from "vitest";
import { FAMILIES } from "../../../lib/stats/glm/families";
import { irls, meansAt, workingWeights } from "../../../lib/stats/glm/irls";
import { LINKS } from "../../../lib/stats/glm/links";
import { factorDesign } from "../../../lib/stats/regression/design";
import { expectNear } from "../helpers";

const X = [[0], [1], [2], [3]];
const problem = {
  X,
  y: [1, 2, 4, 9],
  w: [1, 1, 1, 1],
  offset: [0, 0, 0, 0],
  intercept: true,
  family: FAMILIES.poisson,
  link: LINKS.log,
};

test("the deviance never rises, and ends where the score is 0", () => {
  const end = irls(problem, factorDesign("f", X, true, undefined), 1e-12, 50);
  expect(end.converged).toBe(true);
  end.history.forEach(({ deviance }, i) => {
    if (i > 0) expect(deviance).toBeLessThanOrEqual(end.history[i - 1].deviance * (1 + 1e-12));
  });
  const gaps = problem.y.map((v, i) => v - end.means[i].mu);
  expectNear(
    [gaps.reduce((a, b) => a + b), gaps.reduce((s, g, i) => s + g * i, 0)],
    [0, 0],
    1e-13,
    1,
  );
  expectNear(
    workingWeights(problem, end),
    end.means.map((m) => m.mu),
    1e-14,
  );
});

test("a mean that the family has not is infinitely far", () => {
  const line = { ...problem, link: LINKS.identity };
  expect(meansAt(line, [1, 2, 3, -1]).deviance).toBe(Infinity);
});
