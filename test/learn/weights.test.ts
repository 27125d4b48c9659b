import { describe, expect, test } from "vitest";
import type { Matrix } from "../../lib/core";
import {
  accuracy,
  linearRegression,
  logisticRegression,
  meanSquaredError,
  ridge,
  svm,
} from "../../lib/learn";
import { data, expectClose, fixture } from "./helpers";

type Line = { coef: number[]; intercept: number };
type Planes = { coef: Matrix; intercept: number[] };
const ref = fixture<{
  w: number[];
  logistic: Record<"weights" | "classes" | "balanced", Planes>;
  svm: Record<"weights" | "classes", number[]>;
  linear: Line;
  ridge: Line;
}>("weights");
const { X, y } = data.iris;
const [X2, y2, w2] = [X.slice(50), y.slice(50), ref.w.slice(50)];
const classWeight = { 1: 5, 2: 0.5 };
const [A, t] = [X.map((row) => row.slice(1)), X.map((row) => row[0])];

/** Each row as often as its weight says. */
const repeated = <R>(rows: readonly R[], w: readonly number[]): R[] =>
  rows.flatMap((row, n) => new Array<R>(w[n]).fill(row));

describe("weights against scikit-learn", () => {
  test.each([
    ["weights", X, y, { weights: ref.w }],
    ["classes", X2, y2, { classWeight }],
    ["balanced", X.slice(30, 110), y.slice(30, 110), { classWeight: "balanced" }],
  ] as const)("logisticRegression, %s", (name, Z, labels, options) => {
    for (const method of ["newton", "l-bfgs"] as const) {
      const model = logisticRegression(Z, labels, { ...options, method, tol: 1e-9 });
      expect(model.converged).toBe(true);
      expectClose(model.coef, ref.logistic[name].coef, { rtol: 1e-4, atol: 1e-5 });
      expectClose(model.intercept, ref.logistic[name].intercept, { rtol: 1e-4, atol: 1e-4 });
    }
  });

  test("svm", () => {
    const decide = (options: object) =>
      svm(X2, y2, { tol: 1e-8, ...options })
        .decisionFunction(X2.filter((_, n) => n % 7 === 0))
        .map(([f]) => f);
    expectClose(decide({ weights: w2 }), ref.svm.weights, { atol: 1e-6 });
    expectClose(decide({ classWeight }), ref.svm.classes, { atol: 1e-6 });
  });

  test("linearRegression and ridge", () => {
    const plain = linearRegression(A, t, { weights: ref.w });
    expectClose(plain.coef, ref.linear.coef, { rtol: 1e-9 });
    expectClose(plain.intercept, ref.linear.intercept, { rtol: 1e-9 });
    const shrunk = ridge(A, t, { weights: ref.w, alpha: 3 });
    expectClose(shrunk.coef, ref.ridge.coef, { rtol: 1e-9 });
    expectClose(shrunk.intercept, ref.ridge.intercept, { rtol: 1e-9 });
  });
});

describe("weights", () => {
  const w = ref.w;
  const [Xs, ys] = [repeated(X, w), repeated(y, w)];

  test("a whole number is as many copies, 0 none", () => {
    const tight = { tol: 1e-9 };
    const [a, b] = [
      logisticRegression(X, y, { weights: w, ...tight }),
      logisticRegression(Xs, ys, tight),
    ];
    expectClose(a.coef, b.coef, { rtol: 1e-5, atol: 1e-7 });
    expectClose(a.history.at(-1)!.objective, b.history.at(-1)!.objective, { rtol: 1e-9 });
    const lineA = linearRegression(A, t, { weights: w });
    const lineB = linearRegression(repeated(A, w), repeated(t, w));
    expectClose(lineA.coef, lineB.coef, { rtol: 1e-9 });
    expectClose(lineA.history[0].loss, lineB.history[0].loss, { rtol: 1e-10 });
    const machineA = svm(X, y, { weights: w, gamma: 0.3, tol: 1e-7 });
    const machineB = svm(Xs, ys, { gamma: 0.3, tol: 1e-7 });
    expectClose(machineA.decisionFunction(X), machineB.decisionFunction(X), { atol: 1e-5 });
    expect(machineA.support.every((n) => w[n] > 0)).toBe(true);
    expect(machineA.gap).toBeLessThan(1e-3);
  });

  test("weights of one size s are C·s, or alpha/s", () => {
    const s = 8;
    const same = y.map(() => s);
    expectClose(
      logisticRegression(X, y, { weights: same }).coef,
      logisticRegression(X, y, { C: s }).coef,
      { rtol: 1e-12, atol: 1e-14 },
    );
    expectClose(ridge(A, t, { weights: same, alpha: 2 }).coef, ridge(A, t, { alpha: 2 / s }).coef, {
      rtol: 1e-10,
    });
    expectClose(
      svm(X2, y2, { weights: same.slice(50) }).machines[0].dual,
      svm(X2, y2, { C: s }).machines[0].dual,
      { rtol: 1e-12 },
    );
  });

  test("a constant column stays one, whatever the weights", () => {
    const Z = A.map(([a]) => [a, 0.1]);
    expect(linearRegression(Z, t, { weights: w }).rank).toBe(1);
  });

  test("scores count weights", () => {
    expect(accuracy(["a", "b", "b"], ["a", "a", "b"], { weights: [1, 2, 5] })).toBe(6 / 8);
    expect(meanSquaredError([1, 2, 3], [1, 4, 6], { weights: [1, 1, 0] })).toBe(2);
    expect(() => accuracy([1], [1], { weights: [0] })).toThrow(
      "accuracy: weights must not all be 0",
    );
    expect(() => meanSquaredError([1], [1], { weights: [1, 2] })).toThrow("must have length 1");
  });

  test("weights of every size", () => {
    for (const unit of [1e150 / 3, 1e-150]) {
      const heavy = w.map((v) => v * unit);
      const [a, b] = [heavy, w].map((v) => linearRegression(A, t, { weights: v }));
      expectClose(a.coef, b.coef, { rtol: 1e-10 });
      expectClose(a.history[0].loss, b.history[0].loss, { rtol: 1e-12 });
    }
    const planes = logisticRegression(X, y, { weights: w.map((v) => v * 1e300), C: 1e-300 });
    expectClose(planes.coef, logisticRegression(X, y, { weights: w }).coef, { rtol: 1e-8 });
  });

  test("refuses weights that are none", () => {
    expect(() => ridge([[1], [2]], [1, 2], { weights: [1, 1e151] })).toThrow(
      "ridge: weights[1] must be a number in [0, 1e+150], got 1e+151",
    );
    expect(() => ridge([[1], [2]], [1, 2], { weights: 0 as never })).toThrow("must be a vector");
    expect(() => meanSquaredError([1], [1], { weights: "" as never })).toThrow("must be a vector");
    expect(() => svm(X, y, { C: 1e300, weights: y.map(() => 1e10) })).toThrow(
      "svm: weights times C must be finite, the greatest are 10000000000 and 1e+300",
    );
    expect(() => ridge(A, t, { weights: [1] })).toThrow(
      "ridge: weights must have length 150 (rows of X), got 1",
    );
    expect(() => linearRegression([[1], [2]], [1, 2], { weights: [1, -1] })).toThrow(
      "linearRegression: weights[1] must be a number ≥ 0, got -1",
    );
    expect(() => svm(X, y, { classWeight: { 7: 1 } })).toThrow(
      'svm: classWeight has "7", which is no class of y: 0, 1, 2',
    );
    expect(() => svm(X, y, { classWeight: { 1: 0 } })).toThrow(
      'svm: classWeight["1"] must be a number > 0, got 0',
    );
    expect(() => logisticRegression(X, y, { classWeight: "even" as never })).toThrow(
      'classWeight must be "balanced" or an object { label: weight }, got "even"',
    );
    expect(() => logisticRegression([[1], [2]], [0, 1], { weights: [1, 0] })).toThrow(
      "logisticRegression: weights of class 1 must have a positive, finite sum, got 0",
    );
  });
});
