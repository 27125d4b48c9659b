import { describe, expect, test } from "vitest";
import { rng, type Vector } from "../../../lib/core";
import { accuracy, type KernelChoice, type SvmOptions, standardize, svm } from "../../../lib/learn";
import { dot, eigh, sub } from "../../../lib/linalg";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  options: {
    kernel: "linear" | "rbf" | "poly";
    C: number;
    gamma?: number;
    degree?: number;
    coef0?: number;
  };
  gamma: number;
  labels: number[];
  nSupport: number;
  dual: number;
  intercept: number;
  decision: number[];
  coef?: number[];
}
const cancer = { X: standardize(data.breastCancer.X).Z, y: data.breastCancer.y };
const sets = {
  cancerRbf: cancer,
  cancerRbfStrong: cancer,
  cancerLinear: cancer,
  cancerPoly: cancer,
  irisLinear: data.iris,
  wineRbf: { X: standardize(data.wine.X).Z, y: data.wine.y },
  digitsRbf: data.digits,
};
type Name = keyof typeof sets;
const reference = fixture<Record<Name, Reference>>("svm");

describe("svm against scikit-learn", () => {
  test.each(["cancerRbf", "cancerRbfStrong", "cancerLinear", "cancerPoly"] as const)(
    "%s: the same dual objective, decision function and support",
    (name) => {
      const want = reference[name];
      const { X, y } = sets[name];
      const model = svm(X, y, { ...want.options, tol: 1e-8 });
      const [machine] = model.machines;
      expect(model.converged).toBe(true);
      expectClose(machine.dual, want.dual, { rtol: 1e-9 });
      // libsvm keeps kernels in single precision, off by 2⁻²⁴ of 1 for each unit of |β|.
      const single = {
        rtol: 1e-6,
        atol: 2 ** -24 * machine.dualCoef.reduce((s, b) => s + Math.abs(b), 0),
      };
      expectClose(machine.intercept, want.intercept, single);
      expect(model.predict(X)).toEqual(want.labels);
      const f = model.decisionFunction(X.slice(0, 20)).map(([v]) => v);
      expectClose(f, want.decision, single);
      expect(machine.support.length).toBe(want.nSupport);
      if (want.coef) expectClose(machine.coef, want.coef, single);
    },
  );

  test.each(["irisLinear", "wineRbf", "digitsRbf"] as const)("%s: the same predictions", (name) => {
    const want = reference[name];
    const { X, y } = sets[name];
    const model = svm(X, y, { ...want.options, tol: 1e-7 });
    if (want.options.kernel !== "linear") expectClose(model.gamma!, want.gamma, { rtol: 1e-12 });
    expect(model.predict(X)).toEqual(want.labels);
    expect(model.support.length).toBe(want.nSupport);
  });
});

/** Blobs that overlap. */
function blobs(seed: number, N: number) {
  const random = rng(seed);
  const y = Array.from({ length: N }, (_, n) => (n % 2 === 0 ? "minus" : "plus"));
  const X = y.map((label) => random.normal(label === "plus" ? 1 : -1, 1.2, 3));
  return { X, y };
}

describe("svm invariants (MML 12.3)", () => {
  const { X, y } = blobs(5, 120);
  const kernels: [string, SvmOptions][] = [
    ["linear", { kernel: "linear" }],
    ["rbf", { kernel: "rbf", gamma: 0.5 }],
    ["polynomial of degree 2", { kernel: "poly", degree: 2, coef0: 1 }],
    ["polynomial of degree 3", { kernel: "poly", degree: 3, coef0: 1 }],
  ];

  test.each(kernels)(
    "%s: no gap, Σβ = 0, and the conditions of Karush, Kuhn and Tucker",
    (_, options) => {
      const C = 0.7;
      const model = svm(X, y, { ...options, C, tol: 1e-9 });
      const [machine] = model.machines;
      expect(Math.abs(machine.gap)).toBeLessThan(1e-7 * machine.dual);
      expect(machine.gap).toBeGreaterThan(-1e-12 * machine.dual);
      expect(Math.abs(machine.dualCoef.reduce((s, b) => s + b, 0))).toBeLessThan(1e-11);
      const f = model.decisionFunction(X).map(([v]) => v);
      const beta = new Map(machine.support.map((n, k) => [n, machine.dualCoef[k]]));
      y.forEach((label, n) => {
        const sign = label === "plus" ? 1 : -1;
        const alpha = sign * (beta.get(n) ?? 0);
        expect(alpha).toBeGreaterThanOrEqual(0);
        expect(alpha).toBeLessThanOrEqual(C);
        const margin = sign * f[n];
        if (alpha === 0) expect(margin).toBeGreaterThan(1 - 1e-7);
        else if (alpha === C) expect(margin).toBeLessThan(1 + 1e-7);
        else expect(Math.abs(margin - 1)).toBeLessThan(1e-7);
      });
    },
  );

  test("linear: w·x + b is the decision function and the margin is 1/|w|", () => {
    const parted = X.map((row, n) =>
      y[n] === "plus" ? row.map((v) => v + 4) : row.map((v) => v - 4),
    );
    const model = svm(parted, y, { kernel: "linear", C: 1e6, tol: 1e-9 });
    const [{ coef, intercept, dual }] = model.machines;
    const f = parted.map((row) => dot(coef, row) + intercept);
    expectClose(
      model.decisionFunction(parted).map(([v]) => v),
      f,
      { rtol: 1e-9, atol: 1e-9 },
    );
    const distances = f.map((v) => Math.abs(v) / Math.hypot(...coef));
    expectClose(Math.min(...distances), 1 / Math.hypot(...coef), { rtol: 1e-7 });
    expectClose(dual, Math.hypot(...coef) ** 2 / 2, { rtol: 1e-7 });
  });

  test("a kernel of one's own does what the named one does", () => {
    const gamma = 0.3;
    const mine: KernelChoice = (a: Vector, b: Vector) => {
      const d = sub(a, b);
      return Math.exp(-gamma * dot(d, d));
    };
    const one = svm(X, y, { kernel: mine, tol: 1e-8 });
    const two = svm(X, y, { kernel: "rbf", gamma, tol: 1e-8 });
    expectClose(one.machines[0].dual, two.machines[0].dual, { rtol: 1e-9 });
    const few = X.slice(0, 40);
    const gram = few.map((a) => few.map((b) => mine(a, b)));
    expect(Math.min(...eigh(gram).values)).toBeGreaterThan(-1e-12); // positive semidefinite (MML 12.4)
  });

  test("the dual objective never falls and bounds the primal from below", () => {
    const { history, machines } = svm(X, y, { C: 100, tol: 1e-6 });
    expect(history.length).toBeGreaterThan(2);
    for (let i = 1; i < history.length; i++) {
      expect(history[i].dual).toBeGreaterThanOrEqual(history[i - 1].dual * (1 - 1e-13));
    }
    expect(machines[0].primal).toBeGreaterThanOrEqual(machines[0].dual);
  });

  test("three classes by pairs: each machine is the one of its two classes", () => {
    const { X: W, y: labels } = sets.wineRbf;
    const model = svm(W, labels, { gamma: 0.1 });
    expect(model.machines.map((m) => m.classes)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    const rows = labels.map((_, n) => n).filter((n) => labels[n] !== 1);
    const pair = svm(
      rows.map((n) => W[n]),
      rows.map((n) => labels[n]),
      { gamma: 0.1 },
    );
    expectClose(model.machines[1].dual, pair.machines[0].dual, { rtol: 1e-12 });
    expect(model.machines[1].support).toEqual(pair.support.map((k) => rows[k]));
    expect(accuracy(labels, model.predict(W))).toBeGreaterThan(0.98);
  });
});

describe("svm on hard input", () => {
  test("equal samples of different classes", () => {
    const X = [[1], [1], [1], [1]];
    const model = svm(X, [0, 0, 0, 1], { kernel: "linear" });
    expect(model.converged).toBe(true);
    expect(model.predict([[1]])).toEqual([0]);
    expect(Math.abs(model.gap)).toBeLessThan(1e-9);
  });

  test("says so when steps run out", () => {
    const { X, y } = blobs(1, 60);
    const { converged, message } = svm(X, y, { C: 1000, maxIter: 5 });
    expect(converged).toBe(false);
    expect(message).toBe("the optimality conditions do not hold to 0.001 after 5 steps");
  });

  test("refuses what it cannot part", () => {
    expect(() => svm([[1], [2]], [1, 1])).toThrow("svm: y must hold at least 2 classes, got 1 (1)");
    expect(() => svm([[1], [2]], [0, 1], { C: -1 })).toThrow("svm: C must be a number > 0, got -1");
    expect(() => svm([[1], [2]], [0, 1], { kernel: "sigmoid" as never })).toThrow(
      'svm: kernel must be one of "linear", "rbf", "poly"',
    );
    expect(() => svm([[1], [1]], [0, 1])).toThrow(
      'svm: X must vary for gamma "scale", all entries are 1',
    );
    expect(() => svm([[1], [2]], [0, 1], { gamma: "big" as never })).toThrow(
      "gamma must be one of",
    );
    expect(() => svm([[1], [2]], [0, 1], { kernel: () => Number.NaN })).toThrow(
      "svm: kernel must return a number, got NaN",
    );
    expect(() => svm([[1], [2]], [0, 1]).predict([[1, 2]])).toThrow("svm.predict: Xnew");
  });

  test.each(["linear", "rbf"] as const)("%s: data far from 0 are parted as near it", (kernel) => {
    const { X, y } = blobs(3, 80);
    // Multiples of 2⁻²⁰ up to 2²⁷: adding the offset rounds nothing.
    const near = X.map((row) => row.map((v) => Math.round(v * 2 ** 20) / 2 ** 20));
    const far = near.map(([a, b, c]) => [a + 2 ** 26, b - 2 ** 27, c]);
    const options = { kernel, gamma: 0.3, C: 5, tol: 1e-6 };
    const [one, two] = [svm(near, y, options), svm(far, y, options)];
    expect(two.converged).toBe(true);
    expect(two.gap).toBeGreaterThanOrEqual(0);
    expectClose(two.machines[0].dual, one.machines[0].dual, { rtol: 1e-7 });
    expect(two.predict(far)).toEqual(one.predict(near));
    if (kernel === "rbf") return;
    const [{ coef, intercept }] = two.machines;
    expectClose(coef, one.machines[0].coef, { rtol: 1e-4, atol: 1e-4 });
    const want = one.machines[0].intercept - coef[0] * 2 ** 26 + coef[1] * 2 ** 27;
    expectClose(intercept, want, { rtol: 1e-6 });
  });

  test("linear: four times a second of the year 1973", () => {
    const X = [[1e8], [1e8 + 1], [1e8 + 2], [1e8 + 3]];
    const model = svm(X, [0, 0, 1, 1], { kernel: "linear", C: 1e6 });
    expect(model.converged).toBe(true);
    expect(model.predict(X)).toEqual([0, 0, 1, 1]);
    expectClose(model.machines[0].coef, [2], { rtol: 1e-9 });
  });

  test("linear: columns of scales 1e8 and 1e-6, and all of them tiny", () => {
    const { X, y } = blobs(7, 60);
    const parted = X.map((row, n) => row.map((v) => v + (y[n] === "plus" ? 4 : -4)));
    for (const c of [
      [1e8, 1, 1e-6],
      [1e-9, 1e-9, 1e-9],
    ]) {
      const Z = parted.map((row) => row.map((v, j) => v * c[j]));
      const model = svm(Z, y, { kernel: "linear", C: 1e20 });
      expect([model.converged, accuracy(y, model.predict(Z))]).toEqual([true, 1]);
      expect(model.gap).toBeGreaterThanOrEqual(0);
    }
  });

  test("rbf: a sample far away does not blur the others", () => {
    const { X, y } = blobs(2, 60);
    const options = { gamma: 1, C: 10, tol: 1e-8 };
    const alone = svm(X, y, options);
    // One more sample of its own, at 1e9: its kernel with all others is 0.
    const model = svm([...X, [1e9, 0, 0]], [...y, "plus"], options);
    expect(model.converged).toBe(true);
    expect(model.predict(X)).toEqual(alone.predict(X));
    const together = [...X, [1e9, 0, 0]].map((a) =>
      [...X, [1e9, 0, 0]].map((b) => Math.exp(-(Math.hypot(...sub(a, b)) ** 2))),
    );
    // βᵀKβ with the kernel by its definition: the dual objective of the machine.
    const [{ support, dualCoef, dual }] = model.machines;
    let quadratic = 0;
    support.forEach((n, i) => {
      support.forEach((m, j) => {
        quadratic += dualCoef[i] * dualCoef[j] * together[n][m];
      });
    });
    const total = dualCoef.reduce((s, b) => s + Math.abs(b), 0);
    expectClose(dual, total - quadratic / 2, { rtol: 1e-9 });
  });

  test("values whose rounding hides the margins are reported, and the gap is one", () => {
    const { X, y } = blobs(4, 40);
    const far = X.map((row) => row.map((v) => v + 1e8));
    const model = svm(far, y, { kernel: (a, b) => dot(a, b), C: 10, maxIter: 20000 });
    expect(model.converged).toBe(false);
    expect(model.message).toContain("rounding may disturb the optimality conditions by");
    expect(model.gap).toBeGreaterThanOrEqual(0);
    const loud = svm(X, y, { kernel: "linear", C: 10 });
    expect(loud.converged).toBe(true);
    expect(loud.gap).toBeGreaterThanOrEqual(0);
  });

  test("a polynomial kernel that overflows is refused", () => {
    const X = [[1e120], [-1e120], [3e120]];
    expect(() => svm(X, [0, 1, 0], { kernel: "poly", gamma: 1 })).toThrow(
      "svm: X must be of a size whose polynomial kernel is below 1e300",
    );
  });
});
