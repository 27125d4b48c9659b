import { expect, test } from "vitest";
import { LINKS } from "../../../lib/stats/glm/links";
import { expectNear } from "../helpers";

test("inverses, complements and slopes belong together", () => {
  for (const [name, link] of Object.entries(LINKS)) {
    for (const mu of [1e-9, 0.1, 0.5, 0.9]) {
      const eta = link.of(mu);
      expectNear(link.inverse(eta), mu, 1e-13, 0, name);
      expectNear(link.complement(eta), 1 - mu, 1e-13, 0, name);
      const h = 1e-5;
      const slope = (link.inverse(eta + h) - link.inverse(eta - h)) / (2 * h);
      expectNear(link.slope(eta), slope, 1e-6, 1e-6, name);
    }
  }
});

test("1 − μ has its digits where μ rounds to 1", () => {
  expectNear(LINKS.logit.complement(50), Math.exp(-50), 1e-14);
  expectNear(LINKS.cloglog.complement(4), Math.exp(-Math.exp(4)), 1e-14);
  expect(LINKS.probit.complement(9)).toBeGreaterThan(1e-19);
});
