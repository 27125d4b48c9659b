import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../lib/core";
import { poisson } from "../../lib/prob";
import { type GlmOptions, type GlmResult, glm, ols } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Case {
  X: Matrix;
  y: number[];
  options: GlmOptions;
  fit: Pick<
    GlmResult,
    | "parameters"
    | "standardErrors"
    | "zValues"
    | "pValues"
    | "deviance"
    | "nullDeviance"
    | "dispersion"
    | "logLikelihood"
    | "aic"
    | "fitted"
    | "leverage"
    | "residuals"
  > & { pearson: number };
  new?: Matrix;
  newOffset?: number[];
  prediction?: { mean: number[]; se: number[]; low: number[]; high: number[] };
}
const fixtures = fixture<{
  glm: Case[];
  berkeley: Case & { counts: Matrix };
  counts: { X: Matrix; successes: number[]; failures: number[] };
}>("regression");

describe("glm against statsmodels", () => {
  for (const { X, y, options, fit, ...rest } of [...fixtures.glm, fixtures.berkeley]) {
    const extra = Object.keys(options).slice(3).join(", ");
    test(`${options.family}, ${options.link} ${extra}`, () => {
      const ours = glm(X, y, options);
      expect(ours.converged).toBe(true);
      for (const key of [
        "parameters",
        "standardErrors",
        "zValues",
        "fitted",
        "leverage",
      ] as const) {
        expectNear(ours[key], fit[key], 5e-12, 1e-3, key);
      }
      expectNear(ours.pValues, fit.pValues, 1e-10, 1e-12, "pValues");
      for (const key of [
        "deviance",
        "nullDeviance",
        "dispersion",
        "logLikelihood",
        "aic",
      ] as const) {
        expectNear(ours[key], fit[key], 1e-12, 1e-3, key);
      }
      expectNear(ours.pearsonChiSquare, fit.pearson, 1e-11);
      for (const kind of ["response", "deviance", "pearson", "working"] as const) {
        expectNear(ours.residuals[kind], fit.residuals[kind], 1e-11, 1, kind);
      }
      if (!rest.prediction || !rest.new) return;
      const p = ours.predict(rest.new, rest.newOffset ? { offset: rest.newOffset } : {});
      const { mean, se, low, high } = rest.prediction;
      expectNear(p.mean, mean, 1e-11);
      expectNear(p.standardError, se, 1e-11);
      expectNear(
        p.confidenceInterval.map((ends) => ends[0]),
        low,
        1e-11,
      );
      expectNear(
        p.confidenceInterval.map((ends) => ends[1]),
        high,
        1e-11,
      );
    });
  }

  test("Berkeley 1973: admission by sex within departments, 0.0999 ± 0.0808, deviance 20.2 on 5", () => {
    const { X, y, counts, options } = fixtures.berkeley;
    const fit = glm(X, counts, { family: "binomial" });
    expect(fit.parameters[6]).toBeCloseTo(0.0999, 4);
    expect(fit.standardErrors[6]).toBeCloseTo(0.0808, 4);
    expect(fit.deviance).toBeCloseTo(20.204, 3);
    expect(fit.df).toEqual({ model: 6, residual: 5, null: 11 });
    expectNear(fit.logLikelihood, glm(X, y, options).logLikelihood, 1e-12);
  });
});

describe("what must be so", () => {
  const random = rng(5);
  const X = Array.from({ length: 50 }, () => [random.normal(), random.normal(3, 2)]);
  const y = X.map(([a, b]) => 1 + a - 0.5 * b + random.normal());

  test("gaussian with the identity is ols", () => {
    const [g, o] = [glm(X, y), ols(X, y)];
    for (const key of [
      "parameters",
      "standardErrors",
      "pValues",
      "leverage",
      "covariance",
    ] as const) {
      expectNear(g[key], o[key], 1e-11, 1e-12, key);
    }
    expectNear([g.deviance, g.logLikelihood, g.aic], [o.rss, o.logLikelihood, o.aic], 1e-12);
    expectNear(g.confidenceIntervals, o.confidenceIntervals, 1e-11);
    expect(g.table[1]).toEqual({
      name: "x1",
      coef: g.coef[0],
      standardError: g.standardErrors[1],
      z: g.zValues[1],
      pValue: g.pValues[1],
      low: g.confidenceIntervals[1][0],
      high: g.confidenceIntervals[1][1],
    });
  });

  test("rows as counts or one by one; the likelihood equations Dᵀ(w(y − μ)) = 0", () => {
    const { X: Z, successes, failures } = fixtures.counts;
    const counts = successes.map((s, i) => [s, failures[i]]);
    const grouped = glm(Z, counts, { family: "binomial" });
    const long = Z.flatMap((row, i) => [
      ...Array.from({ length: successes[i] }, () => ({ row, v: 1 })),
      ...Array.from({ length: failures[i] }, () => ({ row, v: 0 })),
    ]);
    const single = glm(
      long.map((r) => r.row),
      long.map((r) => r.v),
      { family: "binomial" },
    );
    expectNear(grouped.parameters, single.parameters, 1e-12);
    expectNear(grouped.standardErrors, single.standardErrors, 1e-12);
    for (const column of [() => 1, (i: number) => Z[i][0], (i: number) => Z[i][1]]) {
      const score = counts.reduce(
        (s, [a, b], i) => s + (a - (a + b) * grouped.fitted[i]) * column(i),
        0,
      );
      expect(Math.abs(score)).toBeLessThan(1e-12 * long.length);
    }
  });

  test("units of the columns do not matter", () => {
    const t = y.map((v) => (v > 0 ? 1 : 0));
    const plain = glm(X, t, { family: "binomial" });
    const scaled = glm(
      X.map(([a, b]) => [a * 2 ** 600, b * 2 ** -600]),
      t,
      { family: "binomial" },
    );
    expectNear(scaled.zValues, plain.zValues, 1e-13);
    expectNear(scaled.coef[0] * 2 ** 600, plain.coef[0], 1e-13);
  });

  test("an offset is a column whose coefficient is 1", () => {
    const counts = X.map(([a]) => poisson(Math.exp(0.3 + a / 2)).sample(random));
    const offset = X.map(([, b]) => b / 10);
    const fit = glm(
      X.map(([a]) => [a]),
      counts,
      { family: "poisson", offset },
    );
    const shifted = glm(
      X.map(([a]) => [a]),
      counts,
      { family: "poisson", offset: offset.map((v) => v + 2) },
    );
    expectNear(shifted.intercept, fit.intercept - 2, 1e-12);
    expectNear(shifted.deviance, fit.deviance, 1e-12);
  });

  test("Wald's intervals hold the truth in about 95 %, and the deviance of a right model is about its df", () => {
    let [covered, sum] = [0, 0];
    const runs = 300;
    for (let k = 0; k < runs; k++) {
      const Z = Array.from({ length: 80 }, () => [random.normal()]);
      const counts = Z.map(([a]) => poisson(Math.exp(1.5 + 0.5 * a)).sample(random));
      const fit = glm(Z, counts, { family: "poisson" });
      const [low, high] = fit.confidenceIntervals[1];
      if (low <= 0.5 && 0.5 <= high) covered++;
      sum += fit.deviance / fit.df.residual;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(0.038);
    expect(Math.abs(sum / runs - 1)).toBeLessThan(0.1);
  });
});

describe("separation is named", () => {
  const says = (X: Matrix, y: number[], options: GlmOptions) => glm(X, y, options);

  test("complete, quasi-complete, and an intercept alone", () => {
    const all = says([[1], [2], [3], [4]], [0, 0, 1, 1], { family: "binomial" });
    expect(all.converged).toBe(false);
    expect(all.message).toMatch("separation: all rows are fitted without error");
    // x ≥ 3 has no failure, x = 3 has both: quasi-separation
    const quasi = says([[1], [2], [3], [3], [4], [5]], [0, 0, 0, 1, 1, 1], { family: "binomial" });
    expect(quasi.message).toMatch("separation: 4 of 6 rows");
    const dummy = says([[1], [1], [1], [0], [0], [0], [0]], [1, 1, 1, 0, 1, 0, 1], {
      family: "binomial",
    });
    expect(dummy.message).toMatch("separation: 3 of 7 rows");
    expect(dummy.warnings).toEqual([dummy.message]);
    expect(says([[0], [1], [2]], [1, 1, 1], { family: "binomial" }).converged).toBe(false);
    for (const link of ["probit", "cloglog"] as const) {
      expect(says([[1], [2], [3], [4]], [0, 0, 1, 1], { family: "binomial", link }).converged).toBe(
        false,
      );
    }
  });

  test("of counts: a group with zeros only", () => {
    const r = says([[0], [0], [1], [1]], [3, 5, 0, 0], { family: "poisson" });
    expect(r.message).toMatch("separation: 2 of 4 rows");
    expect(says([[0], [0], [1], [1]], [3, 5, 0, 1], { family: "poisson" }).converged).toBe(true);
  });

  test("and is not seen where there is none, however sure the fit", () => {
    const x = Array.from({ length: 40 }, (_, i) => [i - 19.5]);
    const y = x.map(([v]) => (v > 0 ? 1 : 0));
    y[19] = 1;
    y[20] = 0;
    const fit = says(x, y, { family: "binomial" });
    expect(fit.warnings).toEqual([]);
    expect(fit.converged).toBe(true);
    expect(Math.min(...fit.fitted)).toBeLessThan(1e-5);
  });
});

describe("rows so far out that their mean is 0 or 1 as doubles go", () => {
  const g = rng(3);
  const X = Array.from({ length: 40 }, () => [g.normal()]);
  const y = X.map(([x]) => (g.random() < 1 / (1 + Math.exp(-x)) ? 1 : 0));
  for (const link of ["logit", "probit", "cloglog"] as const) {
    test(`leave the fit alone where they agree with it: ${link}`, () => {
      const bare = glm(X, y, { family: "binomial", link });
      const far = glm([...X, [1e4], [-1e4]], [...y, 1, 0], { family: "binomial", link });
      expect(far.converged).toBe(true);
      expectNear(far.parameters, bare.parameters, 1e-9);
      expectNear(far.standardErrors, bare.standardErrors, 1e-9);
      expectNear(far.pearsonChiSquare, bare.pearsonChiSquare, 1e-9);
      for (const part of Object.values(far.residuals)) {
        expect(part.every(Number.isFinite)).toBe(true);
      }
    });
    test(`and separation is named: ${link}`, () => {
      const rows = [[-2], [-1], [0], [1], [2]];
      const { converged, message } = glm(rows, [0, 0, 0, 1, 1], { family: "binomial", link });
      expect([converged, message]).toEqual([false, expect.stringMatching(/^separation: all/)]);
    });
  }
});

describe("degenerate input", () => {
  test("a fit without residuals is said to be perfect, and its likelihood is infinite", () => {
    for (const y of [
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [1, 3, 5, 7],
    ]) {
      const fit = glm([[0], [1], [2], [3]], y);
      expect(fit.warnings).toEqual([expect.stringMatching(/^the fit is perfect up to rounding/)]);
      expect(fit.logLikelihood).toBeGreaterThan(100);
      expect(fit.aic).toBeLessThan(-200);
    }
  });

  test("gaussian observations whose squares are no doubles are refused", () => {
    const X = [[0], [1], [2], [4]];
    for (const unit of [1e-300, 1e300]) {
      expect(thrown(() => glm(X, [unit, unit / 2, unit, unit / 3])).message).toBe(
        `glm: y must be measured in another unit for the gaussian family, its largest entry is ${unit}: squares of it are out of the range of doubles`,
      );
    }
    const { pValues } = glm(X, [1, 0.5, 1, 1 / 3]);
    for (const unit of [1e-150, 1e150]) {
      expectNear(glm(X, [unit, unit / 2, unit, unit / 3]).pValues, pValues, 1e-12);
    }
  });

  test("stops at maxIter and says so", () => {
    const r = glm([[0], [1], [2], [5]], [1, 3, 2, 9], { family: "poisson", maxIter: 1 });
    expect([r.converged, r.message, r.nit]).toEqual([false, "maxIter reached (1)", 1]);
    expect(r.history.length).toBe(1);
  });

  test("a link whose means the family may not have", () => {
    const bad = glm([[0], [1], [2], [3], [4]], [9, 4, 1, 0, 0], {
      family: "poisson",
      link: "identity",
    });
    expect(bad.fitted.every((m) => m > 0)).toBe(true);
    expect(thrown(() => glm([[1], [2], [3]], [-1, -2, -3], { link: "log" })).message).toMatch(
      "glm: no means were found to begin with",
    );
    expect(thrown(() => glm([[1], [2], [4]], [1e200, -1e200, 3e200])).message).toMatch(
      "in another unit",
    );
  });

  test("a perfect fit", () => {
    const r = glm([[1], [2], [3]], [2, 4, 6]);
    expectNear(r.coef[0], 2, 1e-14);
    expect(r.deviance).toBeLessThan(1e-28);
  });

  test("errors", () => {
    const message = (...args: unknown[]) =>
      thrown(() => (glm as never as (...a: unknown[]) => void)(...args)).message;
    const [X, y] = [
      [[1], [2], [4]],
      [0, 1, 1],
    ];
    const binomial = { family: "binomial" };
    expect(message(X, [0, 2, 1], binomial)).toBe(
      "glm: y must be in [0, 1] for the binomial family, y[1] is 2",
    );
    expect(message(X, [0, -2, 1], { family: "poisson" })).toBe(
      "glm: y must be ≥ 0 for the poisson family, y[1] is -2",
    );
    expect(message(X, y, { family: "gamma" })).toMatch(
      'glm: family must be one of "gaussian", "binomial", "poisson"',
    );
    expect(message(X, y, { link: "logit" })).toMatch('glm: link must be one of "identity", "log"');
    expect(message(X, y, { offset: [1] })).toBe(
      "glm: offset must have length 3 (rows of X), got 1",
    );
    expect(
      message(
        X,
        [
          [1, 2],
          [0, 0],
          [1, 1],
        ],
        binomial,
      ),
    ).toBe("glm: y[1] must have at least one trial, got 0 and 0");
    expect(
      message(X, [
        [1, 2],
        [0, 1],
        [1, 1],
      ]),
    ).toMatch("glm: y must be a vector");
    expect(
      message(
        X,
        [
          [1, 2, 3],
          [0, 1, 3],
          [1, 1, 3],
        ],
        binomial,
      ),
    ).toBe("glm: y must have 2 columns (successes and failures), got 3×3");
    expect(
      message(
        [
          [1, 2],
          [2, 4],
          [3, 6],
          [4, 8],
        ],
        [1, 2, 3, 4],
        { family: "poisson" },
      ),
    ).toBe('glm: X must have independent columns, column 1 ("x2") equals 2·x1');
    expect(message([[1], [2]], [0, 1])).toBe(
      "glm: X must have more rows than there are coefficients (2), got 2",
    );
    expect(message(X, y, { weights: [1, 1, -1] })).toBe(
      "glm: weights[2] must be a number > 0, got -1",
    );
    const fit = glm([[1], [2], [4], [5]], [0, 1, 0, 1], { family: "binomial" });
    expect(thrown(() => fit.predict([[1, 2]])).message).toBe(
      "glm.predict: X must have 1 columns (columns of the fitted X), got 1×2",
    );
    expect(thrown(() => fit.predict([[1]], { offsets: [1] } as never)).message).toBe(
      'glm.predict: options has no "offsets"; known: offset',
    );
  });
});
