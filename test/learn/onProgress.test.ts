/** The option `onProgress`, the same in all methods that iterate. */
import { describe, expect, test } from "vitest";
import { type Iteration, type OnProgress, rng } from "../../lib/core";
import * as learn from "../../lib/learn";
import * as optimize from "../../lib/optimize";

const random = rng(7);
const X = Array.from({ length: 40 }, (_, n) => [random.normal() + 3 * (n % 2), random.normal()]);
const y = X.map((_, n) => (n % 2 === 0 ? "a" : "b"));
const t = X.map(([x]) => Math.sin(x));

/** f is far from its minimum at the start, so that every method takes some steps. */
const bowl = (x: number[]) => (x[0] - 1) ** 4 + (x[1] + 2) ** 2;
const batchLoss = ([m]: number[], batch: number[]) =>
  batch.reduce((s, n) => s + (t[n] - m) ** 2, 0) / batch.length;

interface Fit {
  nit: number;
  history: unknown[];
}

/** The run of a method, and the values that it keeps of each iteration, the start left out. */
type Run = (onProgress?: OnProgress) => { fit: Fit; values: number[]; of: number };

const lbfgs = { method: "l-bfgs", maxIter: 90 } as const;
const methods: [string, Run][] = [
  [
    "kMeans",
    (onProgress) => {
      const options = { nClusters: 4, nInit: 1, maxIter: 50, rng: rng(1) };
      const fit = learn.kMeans(X, { ...options, ...(onProgress && { onProgress }) });
      return { fit, values: fit.history.map(({ inertia }) => inertia), of: 50 };
    },
  ],
  [
    "gmm",
    (onProgress) => {
      const options = { nComponents: 2, nInit: 1, maxIter: 60 };
      const fit = learn.gmm(X, { ...options, ...(onProgress && { onProgress }) });
      return { fit, values: fit.history.slice(1).map(({ objective }) => objective), of: 60 };
    },
  ],
  [
    "logisticRegression",
    (onProgress) => {
      const fit = learn.logisticRegression(X, y, { ...lbfgs, ...(onProgress && { onProgress }) });
      return { fit, values: fit.history.slice(1).map(({ objective }) => objective), of: 90 };
    },
  ],
  [
    "mlp",
    (onProgress) => {
      const options = { hidden: [3], epochs: 6 };
      const fit = learn.mlp(X, y, { ...options, ...(onProgress && { onProgress }) });
      return { fit, values: fit.history.slice(1).map(({ loss }) => loss), of: 6 };
    },
  ],
  [
    "gaussianProcess",
    (onProgress) => {
      const fit = learn.gaussianProcess(X, t, { maxIter: 30, ...(onProgress && { onProgress }) });
      const values = fit.history.slice(1).map((step) => step.logMarginalLikelihood);
      return { fit, values, of: 30 };
    },
  ],
  ...(["bfgs", "gradientDescent", "nelder-mead"] as const).map((method): [string, Run] => [
    `minimize("${method}")`,
    (onProgress) => {
      const options = { method, maxIter: 25, ...(onProgress && { onProgress }) };
      const fit = optimize.minimize(bowl, [4, 4], options);
      return { fit, values: fit.history.slice(1).map(({ fun }) => fun), of: 25 };
    },
  ]),
  [
    "minimizeStochastic",
    (onProgress) => {
      const options = {
        samples: 40,
        epochs: 5,
        learningRate: 0.1,
        ...(onProgress && { onProgress }),
      };
      const fit = optimize.minimizeStochastic(batchLoss, [9], options);
      const values = fit.epochs.slice(1).map(({ fun }) => fun);
      return { fit: { ...fit, nit: fit.epochs.length - 1 }, values, of: 5 };
    },
  ],
  [
    "differentialEvolution",
    (onProgress) => {
      const box = [
        [-5, 5],
        [-5, 5],
      ] as [number, number][];
      const options = { maxIter: 12, ...(onProgress && { onProgress }) };
      const fit = optimize.differentialEvolution(bowl, box, options);
      return { fit, values: fit.history.slice(1).map(({ fun }) => fun), of: 12 };
    },
  ],
];

describe.each(methods)("%s", (_, run) => {
  test("tells every iteration, its number, the most there may be and the value", () => {
    const told: Iteration[] = [];
    const { fit, values, of } = run((now) => told.push(now));
    expect(told.length).toBe(fit.nit);
    expect(told.length).toBeGreaterThan(1);
    expect(told.map(({ iteration }) => iteration)).toEqual(values.map((_, k) => k + 1));
    for (const now of told) expect(now.of).toBe(of);
    told.forEach(({ value }, k) => {
      expect(Math.abs(value - values[k]!)).toBeLessThanOrEqual(1e-12 * Math.abs(values[k]!));
    });
  });

  test("goes the same way whether it tells or not", () => {
    expect(run(() => {}).values).toEqual(run().values);
  });

  test("refuses what is no function", () => {
    expect(() => run("bar" as never)).toThrow(
      /: onProgress must be a function, got "bar" \(string\)$/,
    );
  });

  test("ends with the error of what it tells", () => {
    const stop = new Error("enough");
    expect(() =>
      run(() => {
        throw stop;
      }),
    ).toThrow(stop);
  });
});

test("svm tells every N-th step, with the dual objective", () => {
  const told: Iteration[] = [];
  const noisy = y.map((label, n) => (n % 5 === 0 ? "a" : label));
  const options = { C: 100, onProgress: (now: Iteration) => told.push(now) };
  const { history, nit } = learn.svm(X, noisy, options);
  expect(told.length).toBeGreaterThan(1);
  expect(told.map(({ iteration }) => iteration)).toEqual(told.map((_, k) => 40 * (k + 1)));
  expect(told.at(-1)!.iteration).toBeLessThanOrEqual(nit);
  expect(told.map(({ value }) => value)).toEqual(
    history.slice(0, told.length).map(({ dual }) => dual),
  );
  expect(() => learn.svm(X, y, { onProgress: 3 as never })).toThrow(
    "svm: onProgress must be a function, got 3",
  );
});

test("a method of several runs counts each from 1", () => {
  const told: number[] = [];
  learn.kMeans(X, { nClusters: 3, nInit: 4, onProgress: ({ iteration }) => told.push(iteration) });
  expect(told.filter((k) => k === 1)).toHaveLength(4);
});
