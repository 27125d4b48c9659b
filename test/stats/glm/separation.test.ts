import { expect, test } from "vitest";
import { FAMILIES } from "../../../lib/stats/glm/families";
import { meansAt } from "../../../lib/stats/glm/irls";
import { LINKS } from "../../../lib/stats/glm/links";
import { separationOf } from "../../../lib/stats/glm/separation";
import { factorDesign } from "../../../lib/stats/regression/design";

const X = [[1], [1], [0], [0]];
const D = factorDesign("f", X, true, undefined);
const problem = {
  X,
  y: [1, 1, 0, 1],
  w: [1, 1, 1, 1],
  offset: [0, 0, 0, 0],
  intercept: true,
  family: FAMILIES.binomial,
  link: LINKS.logit,
};
const pointAt = (beta: number[], y = problem.y) => {
  const eta = X.map(([x]) => beta[0] + beta[1] * x);
  return { beta, eta, ...meansAt({ ...problem, y }, eta) };
};

test("a direction that raises decided rows alone is proof", () => {
  expect(separationOf(problem, D, pointAt([0, 25]))).toMatch("2 of 4 rows");
});

test("a direction that would lower one is none, nor are undecided rows", () => {
  const y = [1, 0, 0, 1];
  expect(separationOf({ ...problem, y }, D, pointAt([0, 25], y))).toBeNull();
  expect(separationOf(problem, D, pointAt([0, 2]))).toBeNull();
  expect(separationOf({ ...problem, family: FAMILIES.gaussian }, D, pointAt([0, 25]))).toBeNull();
});
