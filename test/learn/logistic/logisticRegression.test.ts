import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { accuracy, logisticRegression } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  C: number;
  objective: number;
  coef: Matrix;
  intercept: number[];
  labels: number[];
  firstProba: Matrix;
}
const names = [
  "iris",
  "irisStrong",
  "irisThroughOrigin",
  "wine",
  "breastCancer",
  "breastCancerWeak",
  "digits",
] as const;
const reference = fixture<Record<(typeof names)[number], Reference>>("logistic");
const setOf = (name: string) =>
  data[(["iris", "wine", "breastCancer", "digits"] as const).find((set) => name.startsWith(set))!];

describe("logisticRegression against scikit-learn", () => {
  const cases = names.flatMap((name): [(typeof names)[number], "newton" | "l-bfgs"][] =>
    name === "digits"
      ? [[name, "l-bfgs"]]
      : [
          [name, "newton"],
          [name, "l-bfgs"],
        ],
  );
  test.each(cases)("%s by %s", (name, method) => {
    const { X, y } = setOf(name);
    const want = reference[name];
    const intercept = name !== "irisThroughOrigin";
    const model = logisticRegression(X, y, {
      C: want.C,
      method,
      intercept,
      tol: 1e-8,
      maxIter: 5000,
    });
    expect(model.converged).toBe(true);
    const { history } = model;
    // Convex: no objective is below the least. Ours may be lower than theirs by what they left.
    expectClose(history[history.length - 1].objective, want.objective, { rtol: 1e-8 });
    expectClose(model.coef, want.coef, { rtol: 1e-3, atol: 1e-4 });
    if (intercept) expectClose(model.intercept, want.intercept, { rtol: 1e-3, atol: 1e-3 });
    expect(model.predict(X)).toEqual(want.labels);
    expectClose(model.predictProba(X.slice(0, 5)), want.firstProba, { rtol: 1e-3, atol: 1e-6 });
  });
});

describe("logisticRegression invariants", () => {
  const { X, y } = data.wine;

  test("at the minimum the mean prediction of each class is its share, and the gradient is the penalty", () => {
    for (const [labels, K] of [
      [y, 3],
      [y.map((k) => (k === 0 ? "a" : "b")), 2],
    ] as const) {
      const model = logisticRegression(X, labels as number[], { C: 0.5, tol: 1e-10 });
      const P = model.predictProba(X);
      model.classes.forEach((label, k) => {
        const share = labels.filter((l) => l === label).length / X.length;
        const mean = P.reduce((s, row) => s + row[k], 0) / X.length;
        expectClose(mean, share, { rtol: 1e-7 });
        if (K === 2 && k === 0) return;
        model.coef[K === 2 ? 0 : k].forEach((w, j) => {
          const gradient = X.reduce(
            (s, row, n) => s + (P[n][k] - (labels[n] === label ? 1 : 0)) * row[j],
            0,
          );
          expect(Math.abs(gradient + w / 0.5)).toBeLessThan(1e-4);
        });
      });
    }
  });

  test("weights and constants of more than two classes sum to 0", () => {
    const { coef, intercept } = logisticRegression(X, y);
    coef[0].forEach((_, j) => {
      expect(Math.abs(coef.reduce((s, w) => s + w[j], 0))).toBeLessThan(1e-9);
    });
    expect(Math.abs(intercept.reduce((s, b) => s + b, 0))).toBeLessThan(1e-6);
  });

  test("the objective never rises", () => {
    const { history, nit } = logisticRegression(X, y, { method: "l-bfgs" });
    expect(history.length).toBe(nit + 1);
    for (let i = 1; i < history.length; i++)
      expect(history[i].objective).toBeLessThanOrEqual(history[i - 1].objective);
    expectClose(history[0].objective, X.length * Math.log(3), { rtol: 1e-14 });
  });

  test("units of the columns: weights go with them where there is no penalty", () => {
    const random = rng(3);
    const Z = Array.from({ length: 200 }, () => random.normal(0, 1, 2));
    const labels = Z.map(([a, b]) => (a - b + random.normal(0, 1.5) > 0 ? 1 : 0));
    const plain = logisticRegression(Z, labels, { C: Infinity });
    const far = logisticRegression(
      Z.map(([a, b]) => [1e-8 * a, 1e6 * b + 1e7]),
      labels,
      { C: Infinity },
    );
    expect(plain.converged && far.converged).toBe(true);
    expectClose([far.coef[0][0] * 1e-8, far.coef[0][1] * 1e6], plain.coef[0], { rtol: 1e-5 });
  });

  test("recovers the weights that made the labels", () => {
    const random = rng(1);
    const Z = Array.from({ length: 20000 }, () => random.normal(0, 1, 2));
    const labels = Z.map(([a, b]) => {
      const p = 1 / (1 + Math.exp(-(0.5 + 2 * a - b)));
      return random.random() < p ? "yes" : "no";
    });
    const { coef, intercept } = logisticRegression(Z, labels, { C: Infinity });
    expectClose([intercept[0], ...coef[0]], [0.5, 2, -1], { atol: 0.12, rtol: 0 }); // four standard errors
  });
});

describe("logisticRegression on hard input", () => {
  test("separable classes: no maximum without penalty, and it is said", () => {
    const X = [[-2], [-1], [1], [2]];
    const y = ["a", "a", "b", "b"];
    const model = logisticRegression(X, y, { C: Infinity });
    expect(model.converged).toBe(false);
    expect(model.message).toContain("the classes are separable");
    expect(logisticRegression(X, y).converged).toBe(true);
  });

  test("far apart and collinear columns stay finite", () => {
    const X = data.iris.X.map(([a, b, c, d]) => [1e6 * a, b, c, d, c + d]);
    const model = logisticRegression(X, data.iris.y);
    expect(accuracy(data.iris.y, model.predict(X))).toBeGreaterThan(0.95);
    for (const row of model.predictProba([X[0].map(() => 1e9)])) {
      expect(row.every(Number.isFinite)).toBe(true);
    }
  });

  test("a constant column has weight 0", () => {
    const X = data.iris.X.map((row) => [...row, 5]);
    for (const method of ["newton", "l-bfgs"] as const) {
      for (const w of logisticRegression(X, data.iris.y, { method }).coef) expect(w[4]).toBe(0);
    }
  });

  test("says so when iterations run out", () => {
    const { converged, nit } = logisticRegression(data.wine.X, data.wine.y, { maxIter: 1 });
    expect([converged, nit]).toEqual([false, 1]);
  });

  test("refuses what it cannot learn from", () => {
    expect(() => logisticRegression([[1], [2]], ["a", "a"])).toThrow(
      'logisticRegression: y must hold at least 2 classes, got 1 ("a" (string))',
    );
    expect(() => logisticRegression([[1], [2]], [0, 1], { C: 0 })).toThrow(
      "C must be a number > 0, got 0",
    );
    expect(() => logisticRegression([[1], [2]], [0, 1], { penalty: "l1" } as never)).toThrow(
      'logisticRegression: options has no "penalty"',
    );
    expect(() => logisticRegression([[1], [Number.NaN]], [0, 1])).toThrow("X[1][0] is NaN");
    expect(() => logisticRegression([[1], [2]], [0, 1]).predict([[1, 2]])).toThrow(
      "logisticRegression.predict: Xnew must have 1 columns",
    );
  });
});
