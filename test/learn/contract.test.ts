/** What all models have in common, held against each of them. */
import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../lib/core";
import * as learn from "../../lib/learn";
import { expectClose } from "./helpers";

const random = rng(21);
const X: Matrix = Array.from({ length: 40 }, (_, n) => [
  random.normal(n % 2 === 0 ? -2 : 2, 1),
  random.normal(0, 3),
  random.normal(n % 4, 0.5),
]);
const labels = X.map((_, n) => (n % 2 === 0 ? "even" : "odd"));
const numbers = X.map(([a, b]) => a - b + random.normal(0, 0.1));

interface Model extends learn.FitReport {
  predict(Z: readonly (readonly number[])[]): unknown[];
}

/** Each model as a function of its data. */
const models: Record<string, (X: Matrix, labels: string[], numbers: number[]) => Model> = {
  kMeans: (A) => learn.kMeans(A, { nClusters: 3 }),
  "gmm, full": (A) => learn.gmm(A, { nComponents: 2 }),
  "gmm, diag": (A) => learn.gmm(A, { nComponents: 2, covarianceType: "diag" }),
  linearRegression: (A, _, t) => learn.linearRegression(A, t),
  ridge: (A, _, t) => learn.ridge(A, t),
  lasso: (A, _, t) => learn.lasso(A, t, { alpha: 0.1 }),
  elasticNet: (A, _, t) => learn.elasticNet(A, t, { alpha: 0.1 }),
  bayesianLinearRegression: (A, _, t) => learn.bayesianLinearRegression(A, t),
  gaussianProcess: (A, _, t) => learn.gaussianProcess(A, t),
  "logisticRegression, newton": (A, y) => learn.logisticRegression(A, y),
  "logisticRegression, l-bfgs": (A, y) => learn.logisticRegression(A, y, { method: "l-bfgs" }),
  lda: (A, y) => learn.lda(A, y),
  qda: (A, y) => learn.qda(A, y),
  naiveBayes: (A, y) => learn.naiveBayes(A, y),
  "knn, brute": (A, y) => learn.knn(A, y),
  "knn, kdTree": (A, y) => learn.knn(A, y, { algorithm: "kdTree" }),
  "knn, regress": (A, _, t) => learn.knn(A, t, { task: "regress" }),
  "svm, rbf": (A, y) => learn.svm(A, y),
  "svm, linear": (A, y) => learn.svm(A, y, { kernel: "linear" }),
  mlp: (A, y) => learn.mlp(A, y, { epochs: 3 }),
  "mlp, regress": (A, _, t) => learn.mlp(A, t, { epochs: 3, task: "regress" }),
};
const names = Object.keys(models);
const supervised = names.filter((name) => !/kMeans|gmm/.test(name));

/** The numbers and strings of a model, without its functions. */
const contents = (model: Model) =>
  JSON.stringify(model, (_, v) => (typeof v === "number" && !Number.isFinite(v) ? String(v) : v));

describe.each(names)("%s", (name) => {
  const train = models[name];
  const model = train(X, labels, numbers);

  test("reports how the fit went", () => {
    expect(typeof model.converged).toBe("boolean");
    expect(Number.isInteger(model.nit)).toBe(true);
    expect(model.message.length).toBeGreaterThan(5);
    expect(Array.isArray(model.history)).toBe(true);
    for (const entry of model.history) {
      expect(Object.keys(entry).length).toBeGreaterThan(0);
      expect(Object.values(entry).every(Number.isFinite)).toBe(true);
    }
  });

  test("leaves its data as they are, and gives the same again", () => {
    const [A, y, t] = [X.map((row) => row.slice()), labels.slice(), numbers.slice()];
    for (const part of [A, y, t, ...A]) Object.freeze(part);
    const again = train(A, y, t);
    expect(contents(again)).toBe(contents(model));
    expect(again.predict(A)).toEqual(model.predict(X));
  });

  test("predicts a value for each row, and none for none", () => {
    expect(model.predict(X).length).toBe(X.length);
    expect(model.predict([])).toEqual([]);
    // Products of one row and of many may be summed in another order.
    const [alone, among] = [model.predict([X[3]])[0], model.predict(X)[3]];
    if (typeof among === "number") expectClose(alone as number, among, { rtol: 1e-13 });
    else expect(alone).toBe(among);
  });

  test("holds plain arrays of finite numbers", () => {
    expect(contents(model)).not.toMatch(/NaN|Infinity/);
    expect(contents(model)).not.toContain('{"0":'); // a typed array
  });

  test("refuses rows it was not fitted for, by its own name", () => {
    const own = name.split(",")[0];
    expect(() => model.predict([[1, 2]])).toThrow(
      `${own}.predict: Xnew must have 3 columns (columns of X), got 1×2`,
    );
    expect(() => model.predict([[1, Number.NaN, 2]])).toThrow(
      `${own}.predict: Xnew must be finite`,
    );
    expect(() => model.predict([[1, 1e200, 2]])).toThrow("of magnitude at most 1e+150");
    expect(() => model.predict("x" as never)).toThrow(TypeError);
  });

  test("refuses data that are none", () => {
    const own = name.split(",")[0];
    expect(() => train([], [], [])).toThrow(`${own}: `);
    expect(() =>
      train(
        X.map(() => []),
        labels,
        numbers,
      ),
    ).toThrow("at least 1 column");
    expect(() => train([[1], [2, 3]], ["a", "b"], [1, 2])).toThrow("rows of equal length");
    const holed = X.map((row, n) => (n === 5 ? [1, Infinity, 2] : row));
    expect(() => train(holed, labels, numbers)).toThrow("must be finite");
    const huge = X.map((row) => row.map((v) => v * 1e200));
    expect(() => train(huge, labels, numbers)).toThrow("rescale it");
    const tiny = X.map((row) => row.map((v) => v * 1e-200));
    expect(() => train(tiny, labels, numbers)).toThrow("rescale it");
  });
});

describe.each(supervised)("%s", (name) => {
  test("refuses targets that do not match", () => {
    const train = models[name];
    const rows = X.length - 1;
    expect(() => train(X, labels.slice(1), numbers.slice(1))).toThrow(
      `y must have length ${X.length} (rows of ${name.startsWith("bayesian") ? "Phi" : "X"}), got ${rows}`,
    );
    const broken = (v: unknown) =>
      train(X, labels.map(() => v) as never, numbers.map(() => v) as never);
    expect(() => broken(null)).toThrow(TypeError);
    expect(() => broken(Number.NaN)).toThrow(RangeError);
  });
});
