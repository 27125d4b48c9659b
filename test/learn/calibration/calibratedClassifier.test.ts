import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import {
  brierScore,
  calibratedClassifier,
  type Fold,
  knn,
  lda,
  logLoss,
  naiveBayes,
  svm,
} from "../../../lib/learn";
import { data, expectClose } from "../helpers";
import { reference as ref } from "./reference";

const foldsOf = (N: number): Fold[] =>
  Array.from({ length: 4 }, (_, k) => {
    const rows = Array.from({ length: N }, (__, n) => n);
    return { train: rows.filter((n) => n % 4 !== k), test: rows.filter((n) => n % 4 === k) };
  });
const seventh = (X: Matrix) => X.filter((_, n) => n % 7 === 0);
const { X, y } = data.iris;
const X2 = X.slice(50).map((row) => row.slice(0, 2));
const y2 = y.slice(50);
const fit = (A: Matrix, t: number[]) => lda(A, t);

describe("calibratedClassifier", () => {
  test.each([
    ["twoSigmoid", X2, y2, "sigmoid", 1e-5],
    ["twoIsotonic", X2, y2, "isotonic", 1e-9],
    ["threeSigmoid", X, y, "sigmoid", 1e-4],
  ] as const)("agrees with scikit-learn, %s", (name, A, t, method, atol) => {
    const model = calibratedClassifier(fit, A, t, { method, folds: foldsOf(A.length) });
    expect(model.converged).toBe(true);
    expectClose(model.predictProba(seventh(A)), ref.calibrated[name], { atol });
  });

  test("mends naive Bayes where columns repeat one another", () => {
    const random = rng(3);
    const draw = (n: number) => {
      const t = Array.from({ length: n }, () => random.integers(0, 2));
      const A = t.map((label) => {
        const v = random.normal(label, 1);
        return [v, v + random.normal(0, 0.01), v + random.normal(0, 0.01), v];
      });
      return { A, t };
    };
    const train = draw(600);
    const fresh = draw(2000);
    const bayes = (A: Matrix, t: number[]) => naiveBayes(A, t);
    const before = bayes(train.A, train.t).predictProba(fresh.A);
    for (const method of ["sigmoid", "isotonic"] as const) {
      const after = calibratedClassifier(bayes, train.A, train.t, { method }).predictProba(fresh.A);
      const score = (P: Matrix) =>
        brierScore(
          fresh.t,
          P.map((row) => row[1]),
        );
      expect(score(after)).toBeLessThan(score(before) - 0.02);
      if (method === "sigmoid")
        expect(logLoss(fresh.t, after)).toBeLessThan(logLoss(fresh.t, before));
    }
  });

  test("gives a machine probabilities, and labels may be strings", () => {
    const words = y2.map((label) => (label === 1 ? "versicolor" : "virginica"));
    const model = calibratedClassifier((A, t: string[]) => svm(A, t), X2, words);
    for (const row of model.predictProba(X2)) expectClose(row[0] + row[1], 1, { rtol: 1e-14 });
    expect(model.classes).toEqual(["versicolor", "virginica"]);
    expect(model.model.machines.length).toBe(1);
    expect(model.predict([])).toEqual([]);
    const p = model.predictProba(X2);
    expect(model.predict(X2)).toEqual(p.map(([a, b]) => model.classes[a >= b ? 0 : 1]));
  });

  test("no class has any probability: all have the same", () => {
    const stub = () => ({
      classes: [0, 1, 2],
      predictProba: (Z: readonly (readonly number[])[]) => Z.map(([v]) => [v, v, v]),
    });
    const A = [[1], [1.5], [2], [2.5], [3], [3.5]];
    const t: number[] = [0, 1, 2, 0, 1, 2];
    const model = calibratedClassifier(stub, A, t, {
      method: "isotonic",
      folds: [
        { train: [0, 1, 2], test: [3, 4, 5] },
        { train: [3, 4, 5], test: [0, 1, 2] },
      ],
    });
    for (const row of model.predictProba([[0]])) {
      expectClose(
        row.reduce((s, v) => s + v),
        1,
        { rtol: 1e-14 },
      );
    }
  });

  test("refuses models it cannot use", () => {
    expect(() => calibratedClassifier((() => ({})) as never, X2, y2)).toThrow(
      "calibratedClassifier: fit must return a model of the 2 classes of y, got undefined",
    );
    expect(() => calibratedClassifier((() => ({ classes: [1, 2] })) as never, X2, y2)).toThrow(
      "must return a model with decisionFunction or predictProba",
    );
    const pairs = (A: Matrix, t: number[]) => svm(A, t);
    const four = y.map((label, n) => (n % 5 === 0 ? 3 : label));
    expect(() => calibratedClassifier(pairs, X, four)).toThrow(
      "the model must give 4 scores (classes) a row, got 6",
    );
    expect(() => calibratedClassifier(fit, [[1], [2], [3]], [0, 0, 1] as number[])).toThrow(
      "y must hold at least 2 samples of each class for the default folds, got 1 of 1",
    );
    expect(() => calibratedClassifier(fit, X2, y2, { folds: [] })).toThrow("folds must be a list");
    expect(() => calibratedClassifier(fit, X2, y2, { method: "beta" as never })).toThrow(
      'method must be one of "sigmoid", "isotonic"',
    );
    const model = calibratedClassifier((A, t: number[]) => knn(A, t) as never, X2, y2);
    expect(() => model.predict([[1]])).toThrow("must have 2 columns");
  });
});
