import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { coordinates } from "../../../lib/learn/logistic/coordinates";
import { logisticObjective } from "../../../lib/learn/logistic/objective";
import { eigh } from "../../../lib/linalg";
import { fromRows } from "../../../lib/linalg/flat";
import { data, expectClose } from "../helpers";

describe.each([
  ["two classes", data.breastCancer.X, data.breastCancer.y, 2, 1],
  ["three classes", data.wine.X, data.wine.y, 3, 3],
] as const)("the logistic objective, %s", (_, X, y, M, K) => {
  const C = 0.5;
  const N = X.length;
  const { X: Z, penalty, toWeights } = coordinates(fromRows(X), M, C, true);
  const P = Z.cols;
  const codes = Int32Array.from(y);
  const { valueAndGrad, hessian } = logisticObjective({ X: Z, K, codes, penalty });
  const theta = rng(2).normal(0, 0.3, K * P);
  const step = (i: number, h: number) => theta.map((t, j) => (i === j ? t + h : t));

  test("is the penalised negative log-likelihood per sample of the weights it stands for", () => {
    const rows = Array.from({ length: K }, (__, k) => toWeights(theta.slice(k * P, (k + 1) * P)));
    const logits = X.map((row) => {
      const a = rows.map(({ w, b }) => w.reduce((s, wj, j) => s + wj * row[j], b));
      return K === 1 ? [0, a[0]] : a;
    });
    const loss = logits.reduce((sum, a, n) => {
      const top = Math.max(...a);
      return sum + top + Math.log(a.reduce((s, v) => s + Math.exp(v - top), 0)) - a[y[n]];
    }, 0);
    const square = rows.reduce((s, { w }) => s + w.reduce((t, v) => t + v * v, 0), 0);
    // The term that fixes the sum of the rows, in the optimiser's coordinates.
    let gauge = 0;
    for (let j = 0; K > 1 && j < P; j++) {
      gauge += theta.reduce((s, t, i) => (i % P === j ? s + t : s), 0) ** 2 / (2 * K);
    }
    expectClose(valueAndGrad(theta).value, (loss + square / (2 * C)) / N + gauge, { rtol: 1e-10 });
  });

  test("has the gradient of difference quotients, and the Hessian those of the gradient", () => {
    const { grad } = valueAndGrad(theta);
    const H = hessian(theta);
    for (let i = 0; i < K * P; i += 5) {
      const [up, down] = [valueAndGrad(step(i, 1e-5)), valueAndGrad(step(i, -1e-5))];
      expectClose((up.value - down.value) / 2e-5, grad[i], { rtol: 1e-6, atol: 1e-8 });
      const column = up.grad.map((g, j) => (g - down.grad[j]) / 2e-5);
      expectClose(H[i], column, { rtol: 1e-5, atol: 1e-7 });
    }
  });

  test("starts with the identity as Hessian, up to the direction of equal rows", () => {
    const H = hessian(theta.map(() => 0));
    const { values } = eigh(H);
    const ones = values.filter((v) => Math.abs(v - 1) < 1e-9).length;
    expect(ones).toBeGreaterThanOrEqual((K === 1 ? 1 : K - 1) * P);
    expect(values[0]).toBeGreaterThan(0);
  });
});
