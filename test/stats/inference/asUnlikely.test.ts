import { test } from "vitest";
import { binomial } from "../../../lib/prob";
import { asUnlikely } from "../../../lib/stats/inference/asUnlikely";
import { expectNear } from "../helpers";

test("sums what is no likelier than x, whichever side x is on", () => {
  for (const [n, p] of [
    [20, 0.3],
    [7, 0.5],
    [12, 0.02],
    [9, 0.99],
    [30, 0.7],
  ]) {
    const law = binomial(n, p);
    const all = Array.from({ length: n + 1 }, (_, k) => law.pmf(k));
    for (let x = 0; x <= n; x++) {
      const want = all.filter((v) => v <= all[x] * (1 + 1e-7)).reduce((a, b) => a + b, 0);
      const spec = {
        low: 0,
        high: n,
        middle: Math.round(n * p),
        logpmf: (k: number) => law.logpmf(k),
        lower: (k: number) => law.cdf(k),
        upper: (k: number) => law.sf(k - 1),
      };
      expectNear(asUnlikely(spec, x), Math.min(1, want), 1e-12, 0, `${n} ${p} ${x}`);
    }
  }
});
