import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { dense } from "../../../lib/linalg/flat";
import { studentT } from "../../../lib/prob";
import { ols } from "../../../lib/stats";
import { predictRows } from "../../../lib/stats/regression/predict";
import { expectNear, thrown } from "../helpers";

test("one column through the origin: mean x·b, error s·x/√Σx²", () => {
  const spread = dense(1, 1);
  spread.data[0] = 0.5 / 5; // s/‖(3, 4)‖
  const fit = {
    intercept: false,
    parameters: [2],
    scale: [1],
    spread,
    sigma: 0.5,
    unit: 4,
    law: studentT(7),
    confidence: 0.9,
  };
  const p = predictRows(fit, [[10], [-5]]);
  expect(p.mean).toEqual([20, -10]);
  expectNear(p.standardError, [4, 2], 1e-15);
  const reach = studentT(7).isf(0.05);
  expectNear(p.confidenceInterval[0], [20 - reach * 4, 20 + reach * 4], 1e-15);
  expectNear(p.predictionInterval[0][1], 20 + reach * Math.hypot(2, 4), 1e-15);
});

test("no rows give nothing, rows of another width an error", () => {
  const random = rng(6);
  const X = Array.from({ length: 9 }, () => random.normal(0, 1, 2));
  const fit = ols(X, random.normal(0, 1, 9));
  expect(fit.predict([]).mean).toEqual([]);
  expect(thrown(() => fit.predict([[1, 2, 3]])).message).toBe(
    "ols.predict: X must have 2 columns (columns of the fitted X), got 1×3",
  );
});
