import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { logisticRegression } from "../../../lib/learn";
import { linprog } from "../../../lib/optimize";
import { expectClose } from "../helpers";

const random = rng(9);
const z = random.normal(0, 1, 60);
const coin = z.map(() => (random.random() < 0.5 ? 1 : 0));
const methods = ["newton", "l-bfgs"] as const;
const unpenalised = (X: Matrix, y: (number | string)[], method: "newton" | "l-bfgs" = "newton") =>
  logisticRegression(X, y, { C: Infinity, method });

describe.each(methods)("classes that are parted, %s", (method) => {
  test("without error", () => {
    const { converged, message } = unpenalised(
      z.map((v) => [v]),
      z.map((v) => (v > 0.1 ? 1 : 0)),
      method,
    );
    expect(converged).toBe(false);
    expect(message).toContain("the classes are separable");
  });

  test("on one side of a plane: a flag that only one class has", () => {
    const X = z.map((v, n) => [n % 4 === 0 ? 1 : 0, v]);
    const y = coin.map((c, n) => (n % 4 === 0 ? 1 : c));
    const { converged, message } = unpenalised(X, y, method);
    expect(converged).toBe(false);
    expect(message).toContain("15 of 60 margins grow without end (quasi-separation)");
    // With a penalty there is a minimum.
    expect(logisticRegression(X, y, { method }).converged).toBe(true);
  });

  test("by a point at which both classes meet", () => {
    const { converged, message } = unpenalised(
      [[0], [1], [2], [2], [3], [4]],
      [0, 0, 0, 1, 1, 1],
      method,
    );
    expect(converged).toBe(false);
    expect(message).toContain("4 of 6 margins grow without end");
  });

  test("one of three from the other two", () => {
    const X = z.map((v, n) => [n % 3 === 2 ? 10 + v : v, coin[n] + v]);
    const { converged, message } = unpenalised(
      X,
      z.map((_, n) => "abc"[n % 3]),
      method,
    );
    expect(converged).toBe(false);
    expect(message).toContain("(quasi-separation)");
  });
});

test.each([1e-2, 1e-4, 1e-8])("quasi-separation is seen whatever the tolerance: %d", (tol) => {
  const X = [[0], [1], [2], [2], [3], [4]];
  const { converged, message } = logisticRegression(X, [0, 0, 0, 1, 1, 1], { C: Infinity, tol });
  expect(converged).toBe(false);
  expect(message).toContain("4 of 6 margins grow without end");
});

/**
 * Whether some θ lowers no margin and raises one, by a linear program (Konis 2007): the greatest sum of
 * margins with all of them ≥ 0 and θ in a box.
 */
function isParted(X: Matrix, y: number[], K: number): boolean {
  const D = X[0].length + 1;
  const margins = X.flatMap((x, n) =>
    Array.from({ length: K }, (_, k) => k)
      .filter((k) => k !== y[n])
      .map((k) => {
        const a = new Array<number>(K * D).fill(0);
        [...x, 1].forEach((v, j) => {
          a[y[n] * D + j] += v;
          a[k * D + j] -= v;
        });
        return a;
      }),
  );
  const costs = margins[0].map((_, j) => -margins.reduce((s, a) => s + a[j], 0));
  const { fun } = linprog(costs, {
    Aub: margins.map((a) => a.map((v) => -v)),
    bub: margins.map(() => 0),
    bounds: costs.map(() => [-1, 1]),
  });
  return -fun > 1e-7;
}

test.each([2, 3])(
  "%d classes on a coarse grid: what is said agrees with the linear program",
  (K) => {
    const draw = rng(40 + K);
    const seen = [0, 0];
    for (let t = 0; t < 80; t++) {
      const D = draw.integers(1, 3);
      const X = Array.from({ length: draw.integers(8, 16) }, () => draw.integers(0, 4, D));
      const y = X.map(([a]) =>
        draw.random() < 0.6 ? Math.floor((a * K) / 4) : draw.integers(0, K),
      );
      if (new Set(y).size < K) continue;
      const parted = isParted(X, y, K);
      const { converged, message } = unpenalised(X, y);
      expect([converged, message.includes("separa")], JSON.stringify([X, y])).toEqual([
        !parted,
        parted,
      ]);
      seen[parted ? 1 : 0]++;
    }
    expect(Math.min(...seen)).toBeGreaterThan(10);
  },
);

describe("classes that are not parted", () => {
  test.each(methods)("converge, also where most samples are decided, %s", (method) => {
    // Far from the border all is clear, at it one sample lies on the wrong side.
    const X = [...z.map((v) => [v < 0 ? v - 5 : v + 5]), [-5.5], [5.5]];
    const y = [...z.map((v) => (v < 0 ? 0 : 1)), 1, 0];
    const { converged, message } = unpenalised(X, y, method);
    expect([converged, message.includes("separa")]).toEqual([true, false]);
  });
});

describe("collinear columns without penalty", () => {
  const X = z.map((v, n) => [+(n % 3 === 0), +(n % 3 === 1), +(n % 3 === 2), v]);

  test.each(methods)("the shortest weights, and a word about the rank, %s", (method) => {
    for (const y of [coin, coin.map((c, n) => c + (n % 2))]) {
      const { coef, converged, message } = unpenalised(X, y, method);
      expect(converged).toBe(true);
      expect(message).toContain(
        "the columns are collinear (rank 3 of 4): of all weights, the shortest",
      );
      for (const w of coef) {
        expect(Math.abs(w[0] + w[1] + w[2])).toBeLessThan(1e-9);
        expect(Math.max(...w.map(Math.abs))).toBeLessThan(10);
      }
    }
  });

  test("predict what the fit without one of them predicts", () => {
    const less = X.map(([a, b, , d]) => [a, b, d]);
    const [all, fewer] = [unpenalised(X, coin), unpenalised(less, coin)];
    expect(fewer.message).not.toContain("collinear");
    expectClose(all.predictProba(X), fewer.predictProba(less), { rtol: 1e-5 });
  });

  test.each([1e-9, 1e-13])("columns %d from collinear are named", (apart) => {
    const near = z.map((v, n) => [v, v + apart * ((n * 7) % 5)]);
    for (const y of [coin, coin.map((c, n) => c + (n % 2))]) {
      expect(unpenalised(near, y).message).toMatch(/the columns are nearly collinear \(condition/);
    }
    const fair = z.map((v, n) => [v, v + 1e-3 * ((n * 7) % 5)]);
    expect(unpenalised(fair, coin).message).not.toContain("collinear");
  });

  test("a penalty makes the weights unique: nothing is said", () => {
    expect(logisticRegression(X, coin).message).not.toContain("collinear");
    expect(logisticRegression(X, coin, { C: 1e10 }).coef[0].every((w) => Math.abs(w) < 10)).toBe(
      true,
    );
  });

  test("copies far from 0, constants, and no intercept", () => {
    const far = unpenalised(
      z.map((v) => [1e8 + v, 3 * (1e8 + v)]),
      coin,
    );
    expect(far.message).toContain("rank 1 of 2");
    expectClose(far.coef[0][1], 3 * far.coef[0][0], { rtol: 1e-6 });
    expect(
      unpenalised(
        z.map((v) => [v, 7]),
        coin,
      ).coef[0][1],
    ).toBe(0);
    const [[a, b]] = logisticRegression(
      z.map((v) => [v, v]),
      coin,
      { C: Infinity, intercept: false },
    ).coef;
    expectClose(a, b, { rtol: 1e-9 });
    expect(() => logisticRegression([[0], [0]], [0, 1], { C: Infinity, intercept: false })).toThrow(
      "logisticRegression: X must vary where there is no intercept",
    );
    expectClose(unpenalised([[3], [3], [3]], [0, 1, 1]).intercept, [Math.log(2)], { rtol: 1e-6 });
  });
});
