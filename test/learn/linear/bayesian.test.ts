import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { bayesianLinearRegression, ridge, standardize } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

const reference = fixture<{
  book: {
    x: number[];
    y: number[];
    mean: number[];
    covariance: Matrix;
    logEvidence: number;
    at: number[];
    predictedMean: number[];
    predictedStd: number[];
  };
  evidence: {
    noiseVariance: number;
    priorVariance: number;
    mean: number[];
    covariance: Matrix;
    logEvidence: number;
  };
}>("linear");
const polynomial = (x: number) => [0, 1, 2, 3, 4, 5].map((p) => x ** p);
const { book } = reference;
const Phi = book.x.map(polynomial);
const given = { priorCovariance: 0.25, noiseVariance: 0.04 };
const Z = standardize(data.wine.X.map((row) => row.slice(1))).Z;
const alcohol = data.wine.X.map((row) => row[0]);
const level = alcohol.reduce((s, v) => s + v, 0) / alcohol.length;
const y = alcohol.map((v) => v - level);

describe("bayesianLinearRegression with a given prior (MML 9.3, degree 5, prior N(0, ¼I))", () => {
  const model = bayesianLinearRegression(Phi, book.y, given);

  test("posterior, evidence and predictions are those of the formulas", () => {
    expectClose(model.mean, book.mean, { rtol: 1e-8, atol: 1e-10 });
    expectClose(model.covariance, book.covariance, { rtol: 1e-6, atol: 1e-11 });
    expectClose(model.logEvidence, book.logEvidence, { rtol: 1e-10 });
    const { mean, std, functionStd } = model.predictive(book.at.map(polynomial));
    expectClose(mean, book.predictedMean, { rtol: 1e-8 });
    expectClose(std, book.predictedStd, { rtol: 1e-8 });
    std.forEach((s, i) => {
      expect(functionStd[i]).toBeCloseTo(Math.sqrt(s * s - 0.04), 10);
    });
    expect(model.predict(book.at.map(polynomial))).toEqual(mean);
  });

  test("a matrix for the prior does the same as a number", () => {
    const S0 = Phi[0].map((_, i) => Phi[0].map((__, j) => (i === j ? 0.25 : 0)));
    const same = bayesianLinearRegression(Phi, book.y, { ...given, priorCovariance: S0 });
    expectClose(same.mean, model.mean, { rtol: 1e-12 });
    expectClose(same.covariance, model.covariance, { rtol: 1e-10, atol: 1e-14 });
  });

  test("one sample after the other gives the posterior of all at once", () => {
    let [priorMean, priorCovariance] = [
      [0, 0, 0],
      [
        [2, 0.5, 0],
        [0.5, 1, 0],
        [0, 0, 3],
      ],
    ] as [number[], Matrix];
    const random = rng(4);
    const F = Array.from({ length: 12 }, () => random.normal(0, 1, 3));
    const t = F.map(([a, b, c]) => 1 + a - 2 * b + c + random.normal(0, 0.1));
    const whole = bayesianLinearRegression(F, t, {
      priorMean,
      priorCovariance,
      noiseVariance: 0.3,
    });
    let evidence = 0;
    F.forEach((row, n) => {
      const step = bayesianLinearRegression([row], [t[n]], {
        priorMean,
        priorCovariance,
        noiseVariance: 0.3,
      });
      evidence += step.logEvidence;
      [priorMean, priorCovariance] = [step.mean, step.covariance];
    });
    expectClose(priorMean, whole.mean, { rtol: 1e-10 });
    expectClose(priorCovariance, whole.covariance, { rtol: 1e-9, atol: 1e-12 });
    expectClose(evidence, whole.logEvidence, { rtol: 1e-10 });
  });

  test("the posterior mean is ridge regression with λ = σ²/b²", () => {
    const { mean } = bayesianLinearRegression(Z, y, { priorCovariance: 0.5, noiseVariance: 0.2 });
    expectClose(mean, ridge(Z, y, { alpha: 0.4, intercept: false }).coef, { rtol: 1e-11 });
  });

  test("more features than samples: directions without data keep the prior", () => {
    const { mean, covariance } = bayesianLinearRegression([[3, 0, 0]], [6], {
      priorCovariance: 2,
      noiseVariance: 0.5,
    });
    expectClose(mean, [(2 * 3 * 6) / (2 * 9 + 0.5), 0, 0], { rtol: 1e-14 });
    expectClose(
      covariance,
      [
        [1 / (1 / 2 + 9 / 0.5), 0, 0],
        [0, 2, 0],
        [0, 0, 2],
      ],
      { rtol: 1e-14 },
    );
  });
});

describe("bayesianLinearRegression by evidence", () => {
  test("agrees with scikit-learn's BayesianRidge without hyperpriors", () => {
    const want = reference.evidence;
    const model = bayesianLinearRegression(Z, y, { tol: 1e-9 });
    expect(model.converged).toBe(true);
    expectClose(model.logEvidence, want.logEvidence, { rtol: 1e-10 });
    expectClose(model.noiseVariance, want.noiseVariance, { rtol: 1e-7 });
    expectClose(model.priorCovariance[0][0], want.priorVariance, { rtol: 1e-7 });
    expectClose(model.mean, want.mean, { rtol: 1e-6, atol: 1e-9 });
    expectClose(model.covariance, want.covariance, { rtol: 1e-6, atol: 1e-9 });
  });

  test("no other variances have more evidence, and one may be held", () => {
    const best = bayesianLinearRegression(Z, y);
    const b2 = best.priorCovariance[0][0];
    for (const [p, q] of [
      [1.05, 1],
      [0.95, 1],
      [1, 1.05],
      [1, 0.95],
    ]) {
      const near = bayesianLinearRegression(Z, y, {
        priorCovariance: p * b2,
        noiseVariance: q * best.noiseVariance,
      });
      expect(near.logEvidence).toBeLessThan(best.logEvidence);
    }
    const held = bayesianLinearRegression(Z, y, { noiseVariance: best.noiseVariance });
    expectClose(held.priorCovariance[0][0], b2, { rtol: 1e-4 });
    const other = bayesianLinearRegression(Z, y, { priorCovariance: b2 });
    expectClose(other.noiseVariance, best.noiseVariance, { rtol: 1e-4 });
  });

  test("history is the rising log-evidence", () => {
    const { history, logEvidence } = bayesianLinearRegression(Phi, book.y);
    expectClose(history[history.length - 1].logEvidence, logEvidence, { rtol: 1e-12 });
    for (let i = 1; i < history.length; i++)
      expect(history[i].logEvidence).toBeGreaterThanOrEqual(history[i - 1].logEvidence);
  });

  test("targets without signal: the prior shrinks, and the report does not claim a maximum it has not", () => {
    const random = rng(2);
    const F = Array.from({ length: 60 }, () => random.normal(0, 1, 2));
    const t = F.map((_, n) => (n % 2 === 0 ? 1 : -1));
    const { converged, noiseVariance, mean } = bayesianLinearRegression(F, t);
    expect(noiseVariance).toBeCloseTo(1, 1);
    expect(Math.hypot(...mean)).toBeLessThan(0.1);
    expect(typeof converged).toBe("boolean");
  });
});

describe("bayesianLinearRegression refuses", () => {
  test("what is no model", () => {
    expect(() => bayesianLinearRegression([[1, 2]], [1], { priorCovariance: [[1]] })).toThrow(
      "bayesianLinearRegression: priorCovariance must have 2 rows (columns of Phi), got 1×1",
    );
    expect(() =>
      bayesianLinearRegression([[1, 2]], [1], {
        priorCovariance: [
          [1, 2],
          [2, 1],
        ],
      }),
    ).toThrow("must be positive definite");
    expect(() => bayesianLinearRegression([[1]], [1], { priorCovariance: -1 })).toThrow(
      "priorCovariance must be a number > 0, got -1",
    );
    expect(() => bayesianLinearRegression([[1]], [1], { noiseVariance: 0 })).toThrow(
      "noiseVariance must be a number > 0, got 0",
    );
    expect(() => bayesianLinearRegression([[1]], [0])).toThrow(
      "y must differ from the prior's prediction to estimate variances",
    );
    expect(() => bayesianLinearRegression([[1]], [1], { priorMean: [1, 2] })).toThrow(
      "priorMean must have length 1 (columns of Phi), got 2",
    );
  });
});

test("targets that the features reproduce: the evidence has no maximum, and it is said", () => {
  const Phi = [[1], [2], [3]];
  const exact = bayesianLinearRegression(Phi, [2, 4, 6]);
  expect(exact.converged).toBe(false);
  expect(exact.message).toContain("the features reproduce y up to rounding");
  expectClose(exact.mean, [2], { rtol: 1e-6 });
  expect(bayesianLinearRegression(Phi, [2, 4, 6], { noiseVariance: 1 }).converged).toBe(true);
});
