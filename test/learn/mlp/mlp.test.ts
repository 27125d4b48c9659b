import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import {
  accuracy,
  type Layers,
  logisticRegression,
  mlp,
  r2,
  standardize,
  trainTestSplit,
} from "../../../lib/learn";
import { lossAndGrad, pack, unpack } from "../../../lib/learn/mlp/network";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  start: Layers;
  losses: number[];
  weights: Matrix[];
  predictions: number[];
  proba?: Matrix;
}
const reference = fixture<
  { alpha: number } & Record<"relu" | "tanh" | "sigmoid" | "regress", Reference>
>("mlp");
const X = standardize(data.iris.X).Z;
const common = {
  hidden: [5, 3],
  epochs: 20,
  batchSize: 150,
  learningRate: 0.05,
  alpha: reference.alpha,
};

describe("mlp against scikit-learn, twenty steps from the same weights", () => {
  const close = { rtol: 1e-8, atol: 1e-9 };

  test.each(["relu", "tanh", "sigmoid"] as const)("classes, %s", (activation) => {
    const want = reference[activation];
    const model = mlp(X, data.iris.y, { ...common, activation, init: want.start });
    expectClose(
      model.history.slice(0, 20).map(({ loss }) => loss),
      want.losses,
      close,
    );
    model.weights.forEach((W, l) => {
      expectClose(W, want.weights[l], close);
    });
    expect(model.predict(X.slice(0, 20))).toEqual(want.predictions);
    expectClose(model.predictProba(X.slice(0, 20)), want.proba!, close);
    expect([model.nit, model.converged]).toEqual([20, false]);
  });

  test("numbers", () => {
    const want = reference.regress;
    const inputs = X.map((row) => row.slice(1));
    const targets = X.map((row) => row[0]);
    const options = { ...common, activation: "tanh", task: "regress", init: want.start } as const;
    const model = mlp(inputs, targets, options);
    expectClose(
      model.history.slice(0, 20).map(({ loss }) => loss),
      want.losses,
      close,
    );
    expectClose(model.predict(inputs.slice(0, 20)), want.predictions, close);
  });
});

describe("the network", () => {
  test("its gradient is that of difference quotients", () => {
    const { start } = reference.tanh;
    const sizes = [4, 5, 3, 3];
    const targets = data.iris.y.map((k) => [0, 1, 2].map((j) => (j === k ? 1 : 0)));
    const loss = (theta: number[]) =>
      lossAndGrad(unpack(theta, sizes), X, targets, "tanh", "classify", 0.1);
    const theta = pack(start);
    expect(unpack(theta, sizes)).toEqual(start);
    const grad = pack(loss(theta).grad);
    expect(grad.length).toBe(theta.length);
    theta.forEach((_, i) => {
      const at = (h: number) => loss(theta.map((t, j) => (j === i ? t + h : t))).value;
      expectClose((at(1e-5) - at(-1e-5)) / 2e-5, grad[i], { rtol: 1e-6, atol: 1e-9 });
    });
  });

  test("without hidden layers it goes to logistic regression", () => {
    const alpha = 0.02;
    const model = mlp(X, data.iris.y, {
      hidden: [],
      alpha,
      epochs: 3000,
      batchSize: 150,
      learningRate: 0.05,
      tol: 1e-7,
    });
    expect(model.converged).toBe(true);
    // α is the penalty for the mean loss: C = 1/(αN).
    const { history } = logisticRegression(X, data.iris.y, { C: 1 / (alpha * 150) });
    expectClose(model.loss, history[history.length - 1].objective / 150, { rtol: 1e-9 });
  });

  test("learns what no line can: exclusive or", () => {
    const points = [
      [0, 0],
      [1, 1],
      [0, 1],
      [1, 0],
    ];
    const y = ["same", "same", "other", "other"];
    const options = { hidden: [8], activation: "tanh", epochs: 800, learningRate: 0.03 } as const;
    const model = mlp(points, y, { ...options, rng: rng(2) });
    expect(model.predict(points)).toEqual(y);
    expect(model.loss).toBeLessThan(0.1);
  });

  test("digits it has not seen, better than logistic regression", () => {
    const scaled = data.digits.X.map((row) => row.map((v) => v / 16));
    const { XTrain, XTest, yTrain, yTest } = trainTestSplit(scaled, data.digits.y, {
      testSize: 0.3,
      stratify: true,
      rng: rng(1),
    });
    const model = mlp(XTrain, yTrain, {
      hidden: [48],
      epochs: 25,
      learningRate: 5e-3,
      rng: rng(3),
    });
    const linear = logisticRegression(XTrain, yTrain);
    const [ours, theirs] = [model, linear].map((m) => accuracy(yTest, m.predict(XTest)));
    expect(ours).toBeGreaterThanOrEqual(theirs);
    expect(ours).toBeGreaterThan(0.93);
  }, 30_000);

  test("fits a curve", () => {
    const x = Array.from({ length: 80 }, (_, n) => [n / 10 - 4]);
    const y = x.map(([v]) => Math.sin(v));
    const options = { task: "regress", activation: "tanh", hidden: [20], epochs: 250 } as const;
    const model = mlp(x, y, { ...options, learningRate: 0.01, rng: rng(1) });
    expect(r2(y, model.predict(x))).toBeGreaterThan(0.99);
  });

  test("the seed decides", () => {
    const run = (seed: number) => mlp(X, data.iris.y, { epochs: 3, rng: rng(seed) }).history;
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  test("a step too long is reported, not hidden", () => {
    const far = X.map((row) => row.map((v) => 1e6 * v));
    const y = far.map((row) => row[0]);
    const { converged, message } = mlp(far, y, { task: "regress", epochs: 5, learningRate: 1e200 });
    expect(converged).toBe(false);
    expect(message).toContain("steps are too long");
  });

  test("refuses what it cannot learn", () => {
    const { y } = data.iris;
    expect(() => mlp(X, y, { hidden: [0] })).toThrow(
      "mlp: hidden[0] must be an integer ≥ 1, got 0",
    );
    expect(() => mlp(X, y, { activation: "gelu" as never })).toThrow(
      "mlp: activation must be one of",
    );
    expect(() =>
      mlp(
        X,
        X.map(() => "a"),
      ),
    ).toThrow("mlp: y must hold at least 2 classes");
    expect(() =>
      mlp(
        X,
        X.map(() => "a"),
        { task: "regress" },
      ),
    ).toThrow("mlp: y must hold numbers");
    const init = { weights: [[[1]]], biases: [[1]] };
    expect(() => mlp(X, y, { hidden: [], init })).toThrow(
      "mlp: init.weights[0] must have 4 rows, got 1×1",
    );
    expect(() => mlp(X, y, { init })).toThrow("mlp: init.weights must hold 2 layers");
    const model = mlp(
      X,
      X.map((row) => row[0]),
      { task: "regress", epochs: 1 },
    );
    expect(() => model.predictProba(X)).toThrow('task must be "classify", got "regress"');
    expect(() => model.predict([[1]])).toThrow("mlp.predict: Xnew must have 4 columns");
  });
});
