import { expect, test } from "vitest";
import { binomial, normal, poisson } from "../../../lib/prob";
import { FAMILIES } from "../../../lib/stats/glm/families";
import { expectNear } from "../helpers";

const at = (mu: number) => ({ mu, rest: 1 - mu });

test("log-likelihoods are those of the laws", () => {
  expectNear(FAMILIES.poisson.logLikelihood(3, at(2.5), 1, 1), poisson(2.5).logpmf(3), 1e-13);
  expectNear(
    FAMILIES.binomial.logLikelihood(0.3, at(0.4), 10, 1),
    binomial(10, 0.4).logpmf(3),
    1e-13,
  );
  expectNear(FAMILIES.gaussian.logLikelihood(1, at(3), 4, 9), normal(3, 1.5).logpdf(1), 1e-13);
});

test("the deviance is twice what is lacking to the likelihood of μ = y", () => {
  for (const [name, ys] of [
    ["poisson", [0, 1, 7]],
    ["binomial", [0, 0.3, 1]],
    ["gaussian", [-1, 2]],
  ] as const) {
    const family = FAMILIES[name];
    for (const y of ys) {
      const best =
        name === "gaussian"
          ? { mu: y, rest: 1 - y }
          : { mu: Math.max(y, 1e-300), rest: Math.max(1 - y, 1e-300) };
      const gap = family.logLikelihood(y, best, 1, 1) - family.logLikelihood(y, at(0.6), 1, 1);
      expectNear(family.deviance(y, at(0.6)), 2 * gap, 1e-12, 1e-3, `${name} ${y}`);
    }
  }
  // near μ = y it is (y − μ)²/V, with all its digits
  expectNear(FAMILIES.poisson.deviance(1e6, at(1e6 + 1e-3)), 1e-6 / 1e6, 1e-6);
});

test("gaps near 1 keep their digits", () => {
  expect(FAMILIES.binomial.gap(1, { mu: 1, rest: 1e-20 })).toBe(1e-20);
});
