import { expect, test } from "vitest";
import { logPoissonMean } from "../../../lib/stats/laws/poissonMean";
import { expectNear } from "../helpers";

test("E[pᴷ] = e^{−μ(1 − p)}, the weight of which lies at k = μp", () => {
  for (const mu of [0.3, 20, 5000]) {
    for (const p of [0.999, 0.5, 1e-3]) {
      expectNear(
        logPoissonMean(mu, (k) => k * Math.log(p)),
        -mu * (1 - p),
        1e-12,
      );
    }
  }
});

test("with mean 0 there is one term", () => {
  expect(logPoissonMean(0, (k) => k - 2)).toBe(-2);
});
