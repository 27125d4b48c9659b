import { expect, test } from "vitest";
import { normal } from "../../../lib/prob";
import { summaryOf } from "../../../lib/stats/regression/summary";
import { expectNear } from "../helpers";

const y = [1, 2, 4, 3];
const residuals = [-0.2, 0, 1.2, -1]; // as if the fitted values were 1.2, 2, 2.8, 4

test("sums of squares and what follows from them", () => {
  const s = summaryOf(y, residuals, 2, true, 1);
  expectNear(s.rss, 2.48, 1e-15);
  expectNear(s.sigma, Math.sqrt(1.24), 1e-15);
  // explained: (1.2, 2, 2.8, 4) about 2.5
  expectNear(s.rSquared, 4.28 / (4.28 + 2.48), 1e-14);
  expectNear(s.fStatistic, 4.28 / 1.24, 1e-14);
  expect(s.df).toEqual({ model: 1, residual: 2 });
  expect(s.warnings).toEqual([]);
});

test("the likelihood is that of normal errors of variance RSS/n, in the unit of y", () => {
  for (const unit of [1, 8]) {
    const s = summaryOf(y, residuals, 2, true, unit);
    const law = normal(0, Math.sqrt(2.48 / 4) * unit);
    const logL = residuals.reduce((sum, e) => sum + law.logpdf(e * unit), 0);
    expectNear(s.logLikelihood, logL, 1e-14);
    expectNear(s.aic, 4 - 2 * logL, 1e-14);
    expectNear(s.bic, 2 * Math.log(4) - 2 * logL, 1e-14);
  }
});

test("a constant y and a perfect fit are warned of", () => {
  expect(summaryOf([3, 3, 3], [0, 0, 0], 1, true, 1).warnings[0]).toMatch(/^y is constant/);
  expect(summaryOf(y, [0, 0, 0, 0], 2, true, 1).warnings[0]).toMatch(/^the fit is perfect/);
});
