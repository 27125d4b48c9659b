import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { lstsq } from "../../lib/linalg";
import { minimize, minimizeStochastic } from "../../lib/optimize";

/** Least squares on 200 random samples in three variables, with noise. */
const g = rng(9);
const samples = 200;
const X = Array.from({ length: samples }, () => [1, g.normal(), g.normal()]);
const y = X.map((row) => 2 * row[0] - row[1] + 0.5 * row[2] + g.normal(0, 0.1));
const residual = (w: number[], i: number) => X[i].reduce((s, v, j) => s + v * w[j], -y[i]);
const loss = (w: number[], batch: number[]) =>
  batch.reduce((s, i) => s + residual(w, i) ** 2, 0) / batch.length;
const grad = (w: number[], batch: number[]) =>
  w.map((_, j) => batch.reduce((s, i) => s + 2 * residual(w, i) * X[i][j], 0) / batch.length);
const best = lstsq(X, y).x;
const run = (options: object) =>
  minimizeStochastic(loss, [0, 0, 0], { samples, rng: rng(1), grad, ...options });

test.each([
  ["gradientDescent", { learningRate: (k: number) => 0.1 / (1 + 0.02 * k) }],
  ["momentum", { learningRate: (k: number) => 0.02 / (1 + 0.02 * k) }],
  ["nesterov", { learningRate: (k: number) => 0.02 / (1 + 0.02 * k) }],
  ["adagrad", { learningRate: 0.5 }],
  ["rmsprop", { learningRate: (k: number) => 0.05 / (1 + 0.02 * k) }],
  ["adam", { learningRate: (k: number) => 0.05 / (1 + 0.02 * k) }],
])("%s comes close to the least squares solution", (method, options) => {
  const { x, epochs, converged, nit } = run({ method, epochs: 60, batchSize: 20, ...options });
  x.forEach((v, i) => {
    expect(Math.abs(v - best[i])).toBeLessThan(0.02);
  });
  expect(epochs.length).toBe(61);
  expect(epochs[60].fun).toBeLessThan(0.02 * epochs[0].fun);
  expect(nit).toBe(600);
  expect(converged).toBe(false);
});

test("batches of all samples make it gradient descent", () => {
  const everything = X.map((_, i) => i);
  const options = { method: "gradientDescent", learningRate: 0.1 } as const;
  const got = run({ ...options, batchSize: samples, epochs: 30 });
  const whole = minimize((w) => loss(w, everything), [0, 0, 0], {
    ...options,
    grad: (w) => grad(w, everything),
    maxIter: 30,
  });
  // Sums in another order differ by rounding.
  got.history.forEach((h, k) => {
    h.x.forEach((v, i) => {
      expect(v).toBeCloseTo(whole.history[k].x[i], 12);
    });
  });
  expect(got.fun).toBeCloseTo(whole.fun, 12);
});

test("it converges when the whole gradient is small, and stops there", () => {
  const exact = { samples: 3, rng: rng(1), learningRate: 0.25, epochs: 1000, tol: 1e-8 };
  const f = ([m]: number[]) => (m - 4) ** 2;
  const got = minimizeStochastic(f, [0], { ...exact, grad: ([m]) => [2 * (m - 4)] });
  expect(got.converged).toBe(true);
  expect(got.x[0]).toBeCloseTo(4, 7);
  // the error halves with each step: 8·2⁻ᵏ ≤ 1e-8 from k = 30 on
  expect(got.epochs.length).toBe(31);
});

test("the same seed gives the same path, another seed another", () => {
  const options = { learningRate: 0.05, epochs: 2, batchSize: 16 };
  expect(run(options).history).toEqual(run(options).history);
  expect(run({ ...options, rng: rng(2) }).x).not.toEqual(run(options).x);
});

test("an epoch deals out every sample once", () => {
  const seen: number[][] = [];
  minimizeStochastic(
    (w, batch) => {
      seen.push(batch);
      return loss(w, batch);
    },
    [0, 0, 0],
    { samples, rng: rng(3), grad, learningRate: 0.01, epochs: 2, batchSize: 48 },
  );
  // first the whole, then batches of 48, 48, 48, 48, 8; then the whole again
  expect(seen.map((b) => b.length)).toEqual([200, 48, 48, 48, 48, 8, 200, 48, 48, 48, 48, 8, 200]);
  for (const from of [1, 7]) {
    const dealt = seen.slice(from, from + 5).flat();
    expect(new Set(dealt).size).toBe(samples);
  }
  expect(seen[1]).not.toEqual(seen[7]);
});

test("history holds the steps with what their batch gave, epochs what all samples give", () => {
  const got = run({ learningRate: 0.05, epochs: 1, batchSize: 64 });
  expect(got.history.length).toBe(4);
  expect(got.history.map((h) => h.step)).toEqual([0, 0.05, 0.05, 0.05]);
  const everything = X.map((_, i) => i);
  for (const { x, fun, gradNorm } of got.epochs) {
    expect(fun).toBe(loss(x, everything));
    expect(gradNorm).toBe(Math.max(...grad(x, everything).map(Math.abs)));
  }
  expect(got.x).toEqual(got.epochs[1].x);
  expect(
    run({ learningRate: 0.05, epochs: 1, batchSize: 64, historyEvery: 3 }).history.length,
  ).toBe(2);
});

test("grad: true, and differences, lead to the same path", () => {
  const options = { samples, rng: rng(1), learningRate: 0.05, epochs: 2 };
  const both = (w: number[], batch: number[]) => ({ value: loss(w, batch), grad: grad(w, batch) });
  const together = minimizeStochastic(both, [0, 0, 0], { ...options, rng: rng(1), grad: true });
  const differenced = minimizeStochastic(loss, [0, 0, 0], { ...options, rng: rng(1) });
  const plain = run({ learningRate: 0.05, epochs: 2 });
  expect(together.x).toEqual(plain.x);
  differenced.x.forEach((v, i) => {
    expect(v).toBeCloseTo(plain.x[i], 8);
  });
});

test("steps too long are reported, with the last finite point", () => {
  const got = run({ learningRate: 5, epochs: 500 });
  expect(got.converged).toBe(false);
  expect(got.message).toMatch(/the steps are too long/);
  expect(got.x.every(Number.isFinite)).toBe(true);
  expect(got.fun).toBe(got.epochs[got.epochs.length - 1].fun);
  const nan = minimizeStochastic(() => Number.NaN, [1], {
    samples: 2,
    rng: rng(1),
    learningRate: 1,
  });
  expect(nan.message).toBe("f is NaN after epoch 0: at the start");
});

describe("wrong arguments", () => {
  const ok = { samples: 3, rng: rng(1), learningRate: 0.1 };
  const f = ([m]: number[]) => m * m;
  test.each<[string, () => unknown, string]>([
    [
      "no options",
      () => minimizeStochastic(f, [0], undefined as never),
      "options must be an object, got undefined",
    ],
    [
      "no rng",
      () => minimizeStochastic(f, [0], { ...ok, rng: Math.random as never }),
      "rng must be a generator such as rng(1), got a function",
    ],
    [
      "no samples",
      () => minimizeStochastic(f, [0], { ...ok, samples: 0 }),
      "samples must be an integer ≥ 1, got 0",
    ],
    [
      "batch size",
      () => minimizeStochastic(f, [0], { ...ok, batchSize: 1.5 }),
      "batchSize must be an integer ≥ 1, got 1.5",
    ],
    [
      "method",
      () => minimizeStochastic(f, [0], { ...ok, method: "bfgs" as never }),
      'minimizeStochastic: method must be one of "gradientDescent"',
    ],
    [
      "option of another method",
      () => minimizeStochastic(f, [0], { ...ok, momentum: 0.5 }),
      'minimizeStochastic("gradientDescent"): options has no "momentum"',
    ],
    [
      "learning rate",
      () => minimizeStochastic(f, [0], { samples: 3, rng: rng(1) }),
      "learningRate must be a number > 0, got undefined",
    ],
    [
      "gradient",
      () => minimizeStochastic(f, [0], { ...ok, grad: () => [1, 2] }),
      "grad must return a vector of length 1",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

test("losses of small values are not taken for minimised, and rng(0) is the default", () => {
  const y = [1, 2, 3, 6];
  const loss = ([m]: number[], batch: number[]) =>
    (1e-10 * batch.reduce((s, i) => s + (y[i] - m) ** 2, 0)) / batch.length;
  const options = {
    samples: 4,
    batchSize: 2,
    learningRate: (k: number) => 2e9 / (1 + k / 10),
    epochs: 50,
  };
  const got = minimizeStochastic(loss, [0], options);
  expect(got.nit).toBeGreaterThan(10);
  expect(Math.abs(got.x[0] - 3)).toBeLessThan(0.2);
  expect(got.history).toEqual(minimizeStochastic(loss, [0], { ...options, rng: rng(0) }).history);
});

test("a maximum is no minimum, though the gradient is zero there", () => {
  const hill = ([m]: number[], batch: number[]) => batch.reduce((s, i) => s - i * m * m, 0);
  const { converged, message } = minimizeStochastic(hill, [0], { samples: 4, learningRate: 0.1 });
  expect([converged, message]).toEqual([
    false,
    expect.stringMatching(/but no minimum: f is lower/),
  ]);
});
