import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { correlation, rankdata } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const METHODS = ["pearson", "spearman", "kendall"] as const;
type Method = (typeof METHODS)[number];
const { associations, matrix } = fixture<{
  associations: ({ x: number[]; y: number[] } & Record<Method, number>)[];
  matrix: { X: number[][] } & Record<Method, number[][]>;
}>("descriptive");

describe("correlation", () => {
  for (const method of METHODS) {
    test(`${method} agrees with SciPy, ties and all`, () => {
      for (const a of associations) {
        expectNear(correlation(a.x, a.y, { method }), a[method], 1e-14, 0.1);
      }
      expectNear(correlation(matrix.X, { method }), matrix[method], 1e-14, 0.1);
    });

    test(`${method} is symmetric, in [−1, 1], 1 with itself and −1 with its opposite`, () => {
      const random = rng(9);
      for (let n = 2; n < 30; n++) {
        const x = random.normal(0, 1, n);
        const y = random.normal(0, 1, n);
        const r = correlation(x, y, { method });
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expectNear(correlation(y, x, { method }), r, 1e-14, 1);
        expect(correlation(x, x, { method })).toBeCloseTo(1, 14);
        const opposite = x.map((v) => -v);
        expect(correlation(x, opposite, { method })).toBeCloseTo(-1, 14);
      }
    });
  }

  test("Pearson is unmoved by shift and scale, the rank correlations by any rising map", () => {
    const random = rng(10);
    const x = random.normal(0, 1, 25);
    const y = x.map((v) => v + random.normal());
    const r = correlation(x, y);
    expectNear(
      correlation(
        x.map((v) => 5 * v + 2),
        y.map((v) => v / 3),
      ),
      r,
      1e-14,
    );
    for (const method of ["spearman", "kendall"] as const) {
      const bent = correlation(x.map(Math.exp), y, { method });
      expect(bent).toBe(correlation(x, y, { method }));
    }
    expectNear(
      correlation(x, y, { method: "spearman" }),
      correlation(rankdata(x), rankdata(y)),
      1e-15,
    );
  });

  test("Kendall by merging equals Kendall by pairs", () => {
    const random = rng(11);
    for (const n of [2, 3, 10, 33, 64]) {
      const x = random.integers(0, 6, n - 1).concat(7);
      const y = random.integers(0, 5, n - 1).concat(9);
      let [s, px, py] = [0, 0, 0];
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < i; j++) {
          const [a, b] = [Math.sign(x[i] - x[j]), Math.sign(y[i] - y[j])];
          s += a * b;
          px += a * a;
          py += b * b;
        }
      }
      expectNear(correlation(x, y, { method: "kendall" }), s / Math.sqrt(px * py), 1e-14, 0.1);
    }
  });

  test("entries of any size", () => {
    expect(correlation([1e300, 2e300, 4e300], [1e-300, 2e-300, 4e-300])).toBeCloseTo(1, 15);
    expect(correlation([1, 1 + 2 ** -52, 1 + 2 ** -51], [1, 2, 3])).toBeCloseTo(1, 15);
  });

  test("errors", () => {
    expect(thrown(() => correlation([1, 1], [1, 2]))).toEqual({
      kind: "RangeError",
      message: "correlation: x must not be constant, all entries are 1",
    });
    expect(thrown(() => correlation([1, 2], [0.1, 0.1], { method: "kendall" })).message).toBe(
      "correlation: y must not be constant, all entries are 0.1",
    );
    expect(
      thrown(() =>
        correlation([
          [1, 5],
          [2, 5],
        ]),
      ).message,
    ).toBe("correlation: column 1 of X must not be constant, all entries are 5");
    expect(thrown(() => correlation([1], [1])).message).toBe(
      "correlation: x must have at least 2 entries, got 1",
    );
    expect(thrown(() => correlation([1, 2], [1, 2], { method: "tau" as never })).message).toBe(
      'correlation: method must be one of "pearson", "spearman", "kendall", got "tau" (string)',
    );
    expect(thrown(() => correlation([1, 2], [1, NaN])).message).toBe(
      "correlation: y must be finite, y[1] is NaN",
    );
  });
});
