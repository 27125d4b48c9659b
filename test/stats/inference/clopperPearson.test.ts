import { expect, test } from "vitest";
import { binomial } from "../../../lib/prob";
import { clopperPearson } from "../../../lib/stats/inference/clopperPearson";
import { expectNear } from "../helpers";

test("the ends have tails of α/2", () => {
  const rule = { alternative: "two-sided", confidence: 0.9 } as const;
  for (const [k, n] of [
    [3, 20],
    [1, 1000],
    [999, 1000],
    [40, 80],
  ]) {
    const [low, high] = clopperPearson(k, n, rule);
    expectNear(binomial(n, low).sf(k - 1), 0.05, 1e-11);
    expectNear(binomial(n, high).cdf(k), 0.05, 1e-11);
  }
  expect(clopperPearson(0, 4, rule)[0]).toBe(0);
  expect(clopperPearson(4, 4, { ...rule, alternative: "less" })).toEqual([0, 1]);
});
