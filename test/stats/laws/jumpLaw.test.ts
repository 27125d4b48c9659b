import { expect, test } from "vitest";
import { normal } from "../../../lib/prob";
import { jumpLawSf } from "../../../lib/stats/laws/jumpLaw";
import { kolmogorovSf, smirnovSf } from "../../../lib/stats/laws/kolmogorovLaw";
import { expectNear } from "../helpers";

test("for a continuous law it is Kolmogorov's and Smirnov's", () => {
  const { cdf } = normal(3, 2);
  for (const [n, d] of [
    [1, 0.7],
    [7, 0.3],
    [40, 0.15],
  ]) {
    expectNear(jumpLawSf(cdf, n, d, "two-sided"), kolmogorovSf(d, n), 1e-10);
    expectNear(jumpLawSf(cdf, n, d, "greater"), smirnovSf(d, n), 1e-10);
    expectNear(jumpLawSf(cdf, n, d, "less"), smirnovSf(d, n), 1e-10);
  }
});

test("one draw of a fair coin: D is a half, always", () => {
  const coin = (t: number) => (t < 0 ? 0 : t < 1 ? 0.5 : 1);
  expect(jumpLawSf(coin, 1, 0, "two-sided")).toBe(1);
  expectNear(jumpLawSf(coin, 1, 0.5, "two-sided"), 1, 1e-15);
  expect(jumpLawSf(coin, 1, 0.6, "two-sided")).toBe(0);
  // only a head has the empirical function above
  expectNear(jumpLawSf(coin, 1, 0.5, "greater"), 0.5, 1e-15);
});
