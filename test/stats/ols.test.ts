import { describe, expect, test } from "vitest";
import { type Matrix, rng, type Vector } from "../../lib/core";
import { type OlsPrediction, type OlsResult, ols } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

/** What statsmodels reports; it calls the parameters "coef". */
type Fit = Omit<OlsResult, "predict" | "intercept" | "parameters"> & {
  new?: Matrix;
  prediction?: OlsPrediction;
};
interface Case {
  X: Matrix;
  y: Vector;
  intercept: boolean;
  confidence: number;
  fit: Fit;
  exact?: Pick<Fit, "coef" | "standardErrors" | "sigma" | "rSquared" | "fStatistic" | "residuals">;
  names?: string[];
}
type Name = "longley" | "engel" | "made" | "origin" | "polynomial" | "far";
const { longley, engel, made, origin, polynomial, far } = fixture<Record<Name, Case>>("ols");
const parametersOf = ({ coef, ...rest }: Fit) => ({ ...rest, parameters: coef });
const run = (c: Case) => ols(c.X, c.y, { intercept: c.intercept, confidence: c.confidence });

/** What statsmodels and we both report and that κ does not blur. */
function compare(c: Case, rtol: number): void {
  const ours = run(c);
  const theirs = parametersOf(c.fit);
  const constant = c.intercept ? 1 : 0;
  expect(ours.coef).toEqual(ours.parameters.slice(constant));
  expect(ours.intercept).toBe(c.intercept ? ours.parameters[0] : 0);
  for (const key of [
    "parameters",
    "standardErrors",
    "tValues",
    "confidenceIntervals",
    "covariance",
    "rSquared",
    "adjustedRSquared",
    "fStatistic",
    "logLikelihood",
    "aic",
    "bic",
    "rss",
    "sigma",
    "conditionNumber",
    "leverage",
    "cooksDistance",
    "fitted",
  ] as const) {
    expectNear(ours[key], theirs[key], rtol, 0, key);
  }
  const size = Math.max(...c.y.map(Math.abs));
  expectNear(ours.residuals, c.fit.residuals, rtol, size, "residuals");
  // p-values magnify an error in t by t²
  expectNear(ours.pValues, c.fit.pValues, 1e3 * rtol, 0, "pValues");
  expectNear(ours.fPValue, c.fit.fPValue, 1e3 * rtol, 0, "fPValue");
  if (c.fit.prediction) {
    const { mean, standardError, confidenceInterval, predictionInterval } = c.fit.prediction;
    const p = ours.predict(c.fit.new ?? []);
    expectNear(p.mean, mean, rtol);
    expectNear(p.standardError, standardError, rtol);
    expectNear(p.confidenceInterval, confidenceInterval, rtol);
    expectNear(p.predictionInterval, predictionInterval, rtol);
  }
}

describe("ols against statsmodels", () => {
  test("engel: food = 147.475 + 0.48518·income", () => {
    compare(engel, 1e-11);
    const { coef, intercept, warnings } = run(engel);
    expect(intercept).toBeCloseTo(147.475, 3);
    expect(coef[0]).toBeCloseTo(0.48518, 5);
    expect(warnings).toEqual([]);
  });

  test("made data, 90 % intervals", () => compare(made, 1e-11));

  test("through the origin: R² and F about 0", () => compare(origin, 1e-11));

  test("longley, to what statsmodels' own rounding allows (κ = 4.9e9)", () => {
    compare(longley, 1e-6);
    expect(run(longley).conditionNumber).toBeCloseTo(4859257015.454868, -3);
  });
});

describe("ols against exact rational arithmetic", () => {
  for (const [name, c, blur] of [
    ["longley (κ = 4.9e9)", longley, 1e-11],
    ["a polynomial of degree 7 (κ = 1.1e5)", polynomial, 1e-11],
    ["a polynomial of degree 10 far from 0 (κ = 1.4e15)", far, 1e-6],
  ] as const) {
    test(`${name}: coefficients to the last digit`, () => {
      const fit = run(c);
      expectNear(fit.parameters, c.exact!.coef, 2e-15);
      for (const key of ["sigma", "rSquared", "fStatistic"] as const) {
        expectNear(fit[key], c.exact![key], 2e-15, 0, key);
      }
      // these come from R⁻¹, which is not refined
      expectNear(fit.standardErrors, c.exact!.standardErrors, blur);
      const largest = Math.max(...(c.exact?.residuals ?? []).map(Math.abs));
      expectNear(fit.residuals, c.exact!.residuals, 1e-12, largest);
    });
  }
});

describe("ols", () => {
  const random = rng(15);
  const X = Array.from({ length: 40 }, () => [random.normal(), random.normal(10, 3)]);
  const y = X.map(([a, b]) => 2 + a - 0.3 * b + random.normal(0, 0.5));
  const fit = ols(X, y, { names: ["a", "b"] });

  test("residuals are orthogonal to the columns, leverages sum to k", () => {
    const tolerance = 1e-12;
    expect(Math.abs(fit.residuals.reduce((s, e) => s + e, 0))).toBeLessThan(tolerance);
    for (const j of [0, 1]) {
      const inner = fit.residuals.reduce((s, e, i) => s + e * X[i][j], 0);
      expect(Math.abs(inner)).toBeLessThan(tolerance * 40);
    }
    expect(fit.leverage.reduce((s, h) => s + h, 0)).toBeCloseTo(3, 12);
    fit.fitted.forEach((f, i) => {
      expect(f + fit.residuals[i]).toBeCloseTo(y[i], 13);
    });
  });

  test("Cook's distance is what leaving the row out does", () => {
    for (const i of [0, 7, 23]) {
      const without = ols(
        X.filter((_, k) => k !== i),
        y.filter((_, k) => k !== i),
      );
      const moved = without.predict(X).mean.map((m, k) => (m - fit.fitted[k]) ** 2);
      const distance = moved.reduce((a, b) => a + b) / (3 * fit.sigma ** 2);
      expectNear(fit.cooksDistance[i], distance, 1e-9);
    }
  });

  test("predicts its own fitted values, and the table repeats the vectors", () => {
    expectNear(fit.predict(X).mean, fit.fitted, 1e-13);
    expect(fit.table[2]).toEqual({
      name: "b",
      coef: fit.coef[1],
      standardError: fit.standardErrors[2],
      t: fit.tValues[2],
      pValue: fit.pValues[2],
      low: fit.confidenceIntervals[2][0],
      high: fit.confidenceIntervals[2][1],
    });
    expect(fit.names).toEqual(["intercept", "a", "b"]);
  });

  test("y of any size keeps its tests", () => {
    for (const size of [2 ** -600, 2 ** 600]) {
      const scaled = ols(
        X,
        y.map((v) => v * size),
        { names: ["a", "b"] },
      );
      for (const key of [
        "tValues",
        "pValues",
        "rSquared",
        "fStatistic",
        "cooksDistance",
      ] as const) {
        expect(scaled[key]).toEqual(fit[key]);
      }
      expect(scaled.sigma).toBe(fit.sigma * size);
      expectNear(scaled.logLikelihood, fit.logLikelihood - 40 * Math.log(size), 1e-14);
    }
  });

  test("units change coefficients and nothing else", () => {
    const units = ols(
      X.map(([a, b]) => [a * 1e150, b * 1e-150]),
      y.map((v) => v * 1e3),
    );
    expectNear(units.coef, [fit.coef[0] * 1e-147, fit.coef[1] * 1e153], 1e-12);
    expectNear(units.intercept, fit.intercept * 1e3, 1e-12);
    expectNear(units.tValues, fit.tValues, 1e-12);
    expectNear(units.rSquared, fit.rSquared, 1e-13);
    expectNear(units.scaledConditionNumber, fit.scaledConditionNumber, 1e-12);
    expect(units.warnings).toEqual([]);
  });

  test("with one regressor F = t², and R² is the squared correlation with the fit", () => {
    const one = ols(
      X.map(([a]) => [a]),
      y,
    );
    expectNear(one.fStatistic, one.tValues[1] ** 2, 1e-11);
    expectNear(one.fPValue, one.pValues[1], 1e-11);
  });

  test("a constant column of the reader's own counts as the intercept", () => {
    const own = ols(
      X.map((row) => [...row, 4]),
      y,
      { intercept: false },
    );
    expectNear(own.rSquared, fit.rSquared, 1e-13);
    expectNear(own.fStatistic, fit.fStatistic, 1e-11);
    expectNear(own.coef[2] * 4, fit.intercept, 1e-12);
    expect(own.intercept).toBe(0);
  });

  test("an intercept alone gives the mean and its standard error", () => {
    const mean = ols(
      [1, 2, 3, 6].map(() => []),
      [1, 2, 3, 6],
    );
    expectNear(mean.intercept, 3, 1e-15);
    expect(mean.coef).toEqual([]);
    expectNear(mean.standardErrors, [Math.sqrt(14 / 3 / 4)], 1e-15);
    expect([mean.fStatistic, mean.fPValue, mean.rSquared]).toEqual([NaN, NaN, 0]);
  });
});

describe("ols warns", () => {
  test("of columns nearly dependent", () => {
    const [warning] = run(longley).warnings;
    expect(warning).toMatch(/^the scaled condition number is 4\.33e\+4, over 100: some columns/);
    expectNear(run(longley).scaledConditionNumber, 43275, 1e-4); // Belsley, Kuh and Welsch
  });

  test("of a perfect fit, a constant y, and a row with leverage 1", () => {
    const perfect = ols([[1], [2], [3], [5]], [3, 5, 7, 11]);
    expect(perfect.warnings[0]).toMatch(/^the fit is perfect up to rounding/);
    expectNear(perfect.parameters, [1, 2], 1e-14);
    const flat = ols([[1], [2], [4]], [5, 5, 5]);
    expect(flat.warnings).toEqual(["y is constant: R² and F are not defined"]);
    expect([flat.rSquared, flat.fStatistic, flat.fPValue]).toEqual([NaN, NaN, NaN]);
    expectNear(flat.parameters, [5, 0], 1e-14, 1);
    const pinned = ols([[0], [0], [0], [1]], [1, 2, 3, 9]);
    expect(pinned.warnings).toEqual(["row 3 has leverage 1: the fit passes through it whatever y"]);
    expect(pinned.cooksDistance[3]).toBe(NaN);
    expect(pinned.cooksDistance.slice(0, 3).every(Number.isFinite)).toBe(true);
  });
});

describe("ols names the dependent column", () => {
  const x = [1, 2, 4, 7, 11, 16];
  const z = [3, 1, 4, 1, 5, 9];
  const y = [1, 2, 3, 4, 5, 7];
  const message = (columns: number[][], options = {}) => {
    const X = x.map((_, i) => columns.map((c) => c[i]));
    const error = thrown(() => ols(X, y, options));
    expect(error.kind).toBe("LinAlgError");
    return error.message;
  };

  test("and what it equals", () => {
    expect(message([x, z, x.map((v, i) => 2 * v - 3 * z[i])])).toBe(
      'ols: X must have independent columns, column 2 ("x3") equals 2·x1 − 3·x2',
    );
    expect(message([x, x.map((v) => 1.8 * v + 32)], { names: ["celsius", "fahrenheit"] })).toBe(
      'ols: X must have independent columns, column 1 ("fahrenheit") equals 32·intercept + 1.8·celsius',
    );
    expect(message([z, x.map(() => 7)])).toBe(
      'ols: X must have independent columns, column 1 ("x2") equals 7·intercept',
    );
    expect(message([x.map(() => 0), z])).toBe(
      'ols: X must have independent columns, column 0 ("x1") is all zeros',
    );
    expect(message([x.map(() => 0), z], { intercept: false })).toBe(
      'ols: X must have independent columns, column 0 ("x1") is all zeros',
    );
  });

  test("whatever the units, and no sooner than rounding makes it so", () => {
    expect(message([x.map((v) => v * 1e-200), x.map((v) => v * 3e200)])).toMatch(
      /column 1 \("x2"\)/,
    );
    const near = x.map((v, i) => [v, v + 1e-9 * z[i]]);
    const fit = ols(near, y);
    expect(fit.warnings.length).toBe(1);
    const nudged = ols(
      x.map((v, i) => [v, z[i]]),
      y,
    );
    expectNear(fit.fitted, nudged.fitted, 1e-5);
  });
});

test("ols refuses bad input by name", () => {
  const X = [[1], [2], [3]];
  const text = (...args: unknown[]) =>
    thrown(() => (ols as never as (...a: unknown[]) => void)(...args)).message;
  expect(text([1, 2, 3], [1, 2, 3])).toBe("ols: X must be a matrix (number[][]), X[0] is 1");
  expect(text(X, [1, 2])).toBe("ols: y must have length 3 (rows of X), got 2");
  expect(text(X, [1, NaN, 2])).toBe("ols: y must be finite, y[1] is NaN");
  expect(text([[1], [NaN], [2]], [1, 2, 3])).toBe("ols: X must be finite, X[1][0] is NaN");
  expect(text([], [])).toBe("ols: X must have at least 1 row, got 0×0");
  expect(text([[1], [2]], [1, 2])).toBe(
    "ols: X must have more rows than there are coefficients (2), got 2",
  );
  expect(text([[], []], [1, 2], { intercept: false })).toBe(
    "ols: X must have at least 1 column without an intercept",
  );
  expect(text(X, [1, 2, 4], { names: ["a", "b"] })).toBe(
    "ols: names must have length 1 (columns of X), got 2",
  );
  expect(text(X, [1, 2, 4], { names: [1] })).toBe("ols: names must be an array of strings");
  expect(text(X, [1, 2, 4], { confidence: 95 })).toBe(
    "ols: confidence must be a number in (0, 1), got 95",
  );
  expect(text(X, [1, 2, 4], { const: true })).toBe(
    'ols: options has no "const"; known: intercept, names, confidence, weights, covariance',
  );
  expect(thrown(() => ols(X, [1, 2, 4]).predict([[1, 2]])).message).toBe(
    "ols.predict: X must have 1 columns (columns of the fitted X), got 1×2",
  );
});
