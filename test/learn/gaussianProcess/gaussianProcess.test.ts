import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import {
  bayesianLinearRegression,
  gaussianProcess,
  type Kernel,
  linearKernel,
  maternKernel,
  periodicKernel,
  rationalQuadraticKernel,
  rbfKernel,
  sumKernel,
} from "../../../lib/learn";
import { expectClose, fixture } from "../helpers";

interface Fitted {
  theta: number[];
  logMarginalLikelihood: number;
  mean: number[];
  functionStd: number[];
}
const reference = fixture<
  {
    x: number[];
    y: number[];
    at: Matrix;
    X3: Matrix;
    y3: number[];
    likelihoods: Record<string, number>;
  } & Record<"rbf" | "matern" | "sum" | "ard", Fitted>
>("gaussianProcess");
const X = reference.x.map((x) => [x]);
const { y, at, X3, y3 } = reference;
const total = (values: number[]) => values.reduce((s, v) => s + v, 0);

describe("gaussianProcess against scikit-learn", () => {
  test("the marginal likelihood at given parameters", () => {
    const given = { variance: 2, lengthScale: 0.8 };
    const kernels: Record<string, Kernel> = {
      rbf: rbfKernel(given),
      ard: rbfKernel({ variance: 1.5, lengthScale: [0.5, 1, 3] }),
      "matern0.5": maternKernel({ ...given, nu: 0.5 }),
      "matern1.5": maternKernel({ ...given, nu: 1.5 }),
      "matern2.5": maternKernel({ ...given, nu: 2.5 }),
      periodic: periodicKernel({ variance: 2, period: 2.1, lengthScale: 1.3 }),
      linear: linearKernel({ variance: 2, bias: 0.7 }),
      rationalQuadratic: rationalQuadraticKernel({ ...given, alpha: 0.6 }),
    };
    for (const [name, kernel] of Object.entries(kernels)) {
      const inputs = name === "periodic" ? X3.map((row) => row.slice(0, 1)) : X3;
      const model = gaussianProcess(inputs, y3, { kernel, noiseVariance: 0.05, optimize: false });
      expectClose(model.logMarginalLikelihood, reference.likelihoods[name], { rtol: 1e-11 });
    }
  });

  test.each([
    ["rbf", rbfKernel(), X, y, at],
    ["matern", maternKernel({ nu: 2.5 }), X, y, at],
    [
      "sum",
      // Close to one of several maxima.
      sumKernel(
        rbfKernel({ variance: 0.5, lengthScale: 2 }),
        periodicKernel({ variance: 10, period: 3.5, lengthScale: 6 }),
      ),
      X,
      y,
      at,
    ],
    [
      "ard",
      rbfKernel({ lengthScale: [1, 1, 1] }),
      X3,
      y3,
      X3.slice(0, 4).map((row) => row.map((v) => v + 0.1)),
    ],
  ] as const)("%s: the same optimum and predictions", (name, kernel, inputs, targets, points) => {
    const want = reference[name];
    const model = gaussianProcess(inputs, targets, { kernel, tol: 1e-5, maxIter: 1000 });
    expect(model.converged).toBe(true);
    expectClose(model.logMarginalLikelihood, want.logMarginalLikelihood, { rtol: 1e-7 });
    const { mean, functionStd, std } = model.predictive(points);
    expectClose(mean, want.mean, { rtol: 1e-3, atol: 1e-4 });
    expectClose(functionStd, want.functionStd, { rtol: 1e-3, atol: 1e-4 });
    std.forEach((s, n) => {
      expectClose(s, Math.hypot(functionStd[n], Math.sqrt(model.noiseVariance)), { rtol: 1e-12 });
    });
    expect(model.predict(points)).toEqual(mean);
  });
});

describe("gaussianProcess", () => {
  test("with the linear kernel it is Bayesian linear regression", () => {
    const options = {
      kernel: linearKernel({ variance: 0.5, bias: 2 }),
      noiseVariance: 0.1,
      optimize: false,
    };
    const process = gaussianProcess(X3, y3, options);
    const regression = bayesianLinearRegression(
      X3.map((row) => [1, ...row]),
      y3,
      {
        priorCovariance: [2, 0.5, 0.5, 0.5].map((v, i) =>
          [0, 1, 2, 3].map((j) => (i === j ? v : 0)),
        ),
        noiseVariance: 0.1,
      },
    );
    expectClose(process.logMarginalLikelihood, regression.logEvidence, { rtol: 1e-10 });
    const rows = X3.slice(0, 5);
    const a = process.predictive(rows);
    const b = regression.predictive(rows.map((row) => [1, ...row]));
    expectClose(a.mean, b.mean, { rtol: 1e-9 });
    expectClose(a.functionStd, b.functionStd, { rtol: 1e-6 });
  });

  test("without noise it passes through the samples, and is sure there", () => {
    const few = [[0], [1], [2.5], [4]];
    const values = [1, -1, 0.5, 2];
    const model = gaussianProcess(few, values, { noiseVariance: 0, optimize: false });
    const { mean, functionStd } = model.predictive(few);
    expectClose(mean, values, { rtol: 1e-12 });
    for (const s of functionStd) expect(s).toBeLessThan(1e-7);
    const away = model.predictive([[100]]);
    expectClose([away.mean[0], away.functionStd[0]], [0, 1], { atol: 1e-12 });
  });

  test("far from the samples the prior returns: its mean and variance", () => {
    const model = gaussianProcess(X, y, { priorMean: 3 });
    const { mean, functionStd } = model.predictive([[1e4]]);
    expectClose(mean, [3], { rtol: 1e-12 });
    expectClose(functionStd[0] ** 2, model.parameters.variance, { rtol: 1e-12 });
  });

  test("the log-likelihood rises, fixed parameters stay, names tell which are which", () => {
    const kernel = rbfKernel({ lengthScale: 0.9, fixed: ["lengthScale"] });
    const { history, parameters, nit } = gaussianProcess(X, y, { kernel, noiseVariance: 0.02 });
    expect(history.length).toBe(nit + 1);
    for (let i = 1; i < history.length; i++)
      expect(history[i].logMarginalLikelihood).toBeGreaterThanOrEqual(
        history[i - 1].logMarginalLikelihood,
      );
    expect(Object.keys(parameters)).toEqual(["variance", "lengthScale", "noiseVariance"]);
    expect([parameters.lengthScale, parameters.noiseVariance]).toEqual([0.9, 0.02]);
    expect(parameters.variance).not.toBe(1);
  });

  test("no neighbour of the optimum has more likelihood, and restarts do not lose", () => {
    const best = gaussianProcess(X, y, { tol: 1e-7 });
    for (const [p, q] of [
      [1.1, 1],
      [0.9, 1],
      [1, 1.1],
      [1, 0.9],
    ]) {
      const kernel = rbfKernel({
        variance: best.parameters.variance * p,
        lengthScale: best.parameters.lengthScale * q,
      });
      const options = { kernel, noiseVariance: best.noiseVariance, optimize: false };
      const near = gaussianProcess(X, y, options).logMarginalLikelihood;
      expect(near).toBeLessThan(best.logMarginalLikelihood);
    }
    const again = gaussianProcess(X, y, { nRestarts: 2, rng: rng(5), tol: 1e-7 });
    expect(again.logMarginalLikelihood).toBeGreaterThanOrEqual(best.logMarginalLikelihood - 1e-6);
  });

  test("samples have the posterior's mean and covariance", () => {
    const model = gaussianProcess(X, y);
    const points = [[0.5], [0.6], [6.8]];
    const draws = model.sample(points, rng(9), 8000);
    const mean = points.map((_, j) => total(draws.map((f) => f[j])) / draws.length);
    const { mean: want, functionStd } = model.predictive(points);
    const S = model.covariance(points);
    points.forEach((_, j) => {
      expect(Math.abs(mean[j] - want[j])).toBeLessThan((5 * functionStd[j]) / Math.sqrt(8000));
      const c = total(draws.map((f) => (f[0] - mean[0]) * (f[j] - mean[j]))) / draws.length;
      expect(Math.abs(c - S[0][j])).toBeLessThan(0.08 * functionStd[0] * functionStd[j]);
    });
  });

  test("covers the data as often as it says", () => {
    const model = gaussianProcess(X, y);
    const random = rng(2);
    const points = Array.from({ length: 400 }, () => [random.uniform(0.2, 5.8)]);
    const truth = points.map(([x]) => Math.sin(1.7 * x) + 0.3 * x + random.normal(0, 0.15));
    const { mean, std } = model.predictive(points);
    const inside = truth.filter((v, n) => Math.abs(v - mean[n]) < 1.96 * std[n]).length / 400;
    expect(inside).toBeGreaterThan(0.88);
    expect(inside).toBeLessThan(0.99);
  });

  test("refuses what has no posterior", () => {
    expect(() =>
      gaussianProcess([[1], [1]], [0, 1], { noiseVariance: 0, optimize: false }),
    ).toThrow("gaussianProcess: the covariance of the samples is not positive definite");
    expect(() => gaussianProcess(X, y, { optimize: false })).toThrow(
      "gaussianProcess: noiseVariance must be given where nothing is fitted",
    );
    expect(() => gaussianProcess(X, y, { kernel: "rbf" as never })).toThrow(
      'gaussianProcess: kernel must be a kernel such as rbfKernel(), got "rbf" (string)',
    );
    expect(() => gaussianProcess(X, y.slice(1))).toThrow(
      "y must have length 40 (rows of X), got 39",
    );
    expect(() => gaussianProcess(X, y, { bounds: [1, 0.1] })).toThrow(
      "bounds[1] must be a number > 1",
    );
    expect(() => gaussianProcess(X, y).predict([[1, 2]])).toThrow("gaussianProcess.predict: Xnew");
    expect(gaussianProcess(X, y).predict([])).toEqual([]);
  });

  test("equal rows without noise are named", () => {
    const twice = [[1], [3], [1]];
    expect(() => gaussianProcess(twice, [1, 2, 3], { noiseVariance: 0, optimize: false })).toThrow(
      "rows 0 and 2 of X are equal; raise noiseVariance",
    );
    expect(gaussianProcess(twice, [1, 2, 3]).converged).toBe(true);
  });

  test("inputs too far apart to be related", () => {
    for (const kernel of [
      rbfKernel(),
      rbfKernel({ lengthScale: [1, 2] }),
      maternKernel({ nu: 0.5 }),
    ]) {
      const model = gaussianProcess(
        [
          [1e149, 0],
          [-1e149, 1],
          [2, 3],
        ],
        [1, 2, 3],
        { kernel },
      );
      expect(Object.values(model.parameters).every(Number.isFinite)).toBe(true);
      expectClose(model.predict([[5e148, 0]]), [0], { atol: 1e-12 });
    }
  });
});
