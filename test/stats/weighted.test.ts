import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { nestedFTest, type OlsOptions, ols, vif } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Fit {
  weighted: boolean;
  covariance: NonNullable<OlsOptions["covariance"]>;
  parameters: number[];
  standardErrors: number[];
  pValues: number[];
  ci: number[][];
  rSquared: number;
  adjusted: number;
  f: number[];
  logLikelihood: number;
  aic: number;
  rss: number;
  sigma: number;
  residuals: number[];
  mean: number[];
  meanSe: number[];
}
const fixtures = fixture<{
  ols: { X: number[][]; y: number[]; weights: number[]; new: number[][]; fits: Fit[] };
  nested: { statistic: number; pValue: number; df: number };
  vif: { X: number[][]; values: number[] };
}>("regression");
const { X, y, weights } = fixtures.ols;

describe("ols with weights and robust covariance", () => {
  test("agrees with statsmodels", () => {
    for (const { weighted, covariance, ...want } of fixtures.ols.fits) {
      const label = `${weighted} ${covariance}`;
      const fit = ols(X, y, { covariance, ...(weighted ? { weights } : {}) });
      expectNear(fit.parameters, want.parameters, 1e-12, 0, label);
      expectNear(fit.standardErrors, want.standardErrors, 1e-12, 0, label);
      expectNear(fit.pValues, want.pValues, 1e-10, 0, label);
      expectNear(fit.confidenceIntervals, want.ci, 1e-11, 0.1, label);
      expectNear(
        [fit.rSquared, fit.adjustedRSquared],
        [want.rSquared, want.adjusted],
        1e-12,
        0,
        label,
      );
      expectNear([fit.fStatistic, fit.fPValue], want.f, 1e-10, 0, label);
      expectNear([fit.logLikelihood, fit.aic], [want.logLikelihood, want.aic], 1e-12, 0, label);
      expectNear([fit.rss, fit.sigma], [want.rss, want.sigma], 1e-12, 0, label);
      expectNear(fit.residuals, want.residuals, 1e-12, 1, label);
      const p = fit.predict(fixtures.ols.new);
      expectNear(p.mean, want.mean, 1e-12, 0, label);
      expectNear(p.standardError, want.meanSe, 1e-12, 0, label);
    }
  });

  test("whole weights are repeated rows, but for the degrees of freedom", () => {
    const times = X.map((_, i) => 1 + (i % 3));
    const fit = ols(X, y, { weights: times });
    const repeated = times.flatMap((t, i) => Array.from({ length: t }, () => i));
    const long = ols(
      repeated.map((i) => X[i]),
      repeated.map((i) => y[i]),
    );
    expectNear(fit.parameters, long.parameters, 1e-12);
    expectNear([fit.rss, fit.rSquared], [long.rss, long.rSquared], 1e-12);
  });

  test("equal weights change nothing but s, in any unit", () => {
    const plain = ols(X, y);
    for (const w of [1, 9, 1e-300, 1e300]) {
      const fit = ols(X, y, { weights: y.map(() => w) });
      expectNear(fit.parameters, plain.parameters, 1e-13);
      expectNear(fit.standardErrors, plain.standardErrors, 1e-12);
      expectNear(fit.sigma, plain.sigma * Math.sqrt(w), 1e-12);
      expectNear(fit.logLikelihood, plain.logLikelihood, 1e-12);
      expectNear(fit.cooksDistance, plain.cooksDistance, 1e-11);
    }
  });

  test("robust intervals hold their level where the others do not", () => {
    const random = rng(77);
    let [plain, robust] = [0, 0];
    const runs = 600;
    for (let k = 0; k < runs; k++) {
      const x = random.normal(0, 1, 60);
      const z = x.map((v) => v * v * random.normal());
      const design = x.map((v) => [v]);
      const holds = (fit: ReturnType<typeof ols>) => {
        const [low, high] = fit.confidenceIntervals[1];
        return low <= 0 && 0 <= high ? 1 : 0;
      };
      plain += holds(ols(design, z));
      robust += holds(ols(design, z, { covariance: "HC3" }));
    }
    expect(plain / runs).toBeLessThan(0.8);
    expect(robust / runs).toBeGreaterThan(0.9);
  });

  test("errors, leverage 1 and a fit without slopes", () => {
    const message = (f: () => unknown) => thrown(f).message;
    expect(message(() => ols(X, y, { weights: [1, 2] }))).toBe(
      "ols: weights must have length 25 (rows of X), got 2",
    );
    expect(message(() => ols([[1], [2], [4]], [1, 2, 3], { weights: [1, 0, 2] }))).toBe(
      "ols: weights[1] must be a number > 0, got 0",
    );
    expect(message(() => ols(X, y, { covariance: "HC4" as never }))).toMatch(
      "ols: covariance must be one of",
    );
    const lone = [[0], [0], [0], [5]];
    expect(message(() => ols(lone, [1, 2, 4, 9], { covariance: "HC3" }))).toBe(
      'ols: covariance "HC3" needs leverages below 1, that of row 3 is 1; HC0 and HC1 do not',
    );
    expect(ols(lone, [1, 2, 4, 9], { covariance: "HC1" }).warnings.length).toBe(1);
    const none = ols([[2], [2], [2]], [1, 2, 4], { intercept: false, covariance: "HC0" });
    expect(none.fStatistic).toBeNaN();
  });
});

describe("nestedFTest", () => {
  const [small, large] = [
    ols(
      X.map(([a]) => [a]),
      y,
    ),
    ols(X, y),
  ];

  test("agrees with statsmodels; for one column it is t²", () => {
    const { statistic, pValue, df, sumOfSquares } = nestedFTest(small, large);
    expectNear([statistic, pValue], [fixtures.nested.statistic, fixtures.nested.pValue], 1e-11);
    expect(df).toEqual([fixtures.nested.df, 22]);
    expectNear(statistic, large.tValues[2] ** 2, 1e-12);
    expectNear(sumOfSquares, small.rss - large.rss, 1e-11);
  });

  test("weights take part", () => {
    const [a, b] = [
      ols(
        X.map(([v]) => [v]),
        y,
        { weights },
      ),
      ols(X, y, { weights }),
    ];
    expectNear(nestedFTest(a, b).statistic, b.tValues[2] ** 2, 1e-12);
  });

  test("errors", () => {
    const message = (f: () => unknown) => thrown(f).message;
    expect(message(() => nestedFTest(large, small))).toBe(
      "nestedFTest: larger must have more parameters than smaller, they have 2 and 3",
    );
    expect(
      message(() =>
        nestedFTest(
          small,
          ols(
            X,
            y.map((v) => v + 1),
          ),
        ),
      ),
    ).toBe("nestedFTest: smaller and larger must be fits of one y with the same weights");
    expect(message(() => nestedFTest(small, ols(X, y, { weights })))).toMatch(
      "with the same weights",
    );
    const other = ols(
      X.map(([, b], i) => [b, (i * i) % 7]),
      y,
    );
    expect(message(() => nestedFTest(small, other))).toBe(
      "nestedFTest: the columns of smaller must be among those of larger",
    );
    expect(message(() => nestedFTest({} as never, large))).toMatch(
      "nestedFTest: smaller must be a result of ols",
    );
  });
});

test("vif agrees with statsmodels, whatever the units and offsets", () => {
  expectNear(vif(fixtures.vif.X), fixtures.vif.values, 1e-11);
  expectNear(
    vif(fixtures.vif.X.map(([a, b, c]) => [1e200 * a, 1e-200 * b, c + 1024])),
    fixtures.vif.values,
    1e-8,
  );
  expect(
    thrown(() =>
      vif([
        [1, 2],
        [1, 3],
        [1, 5],
        [1, 8],
      ]),
    ).message,
  ).toMatch('vif: X must have independent columns, column 0 ("x1") equals 1·intercept');
});
