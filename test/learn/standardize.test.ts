import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { standardize } from "../../lib/learn";
import { data, expectClose, fixture } from "./helpers";

const { scaler } = fixture<{ scaler: { mean: number[]; std: number[]; firstZ: number[][] } }>(
  "pca",
);

describe("standardize", () => {
  test("agrees with scikit-learn's StandardScaler on wine", () => {
    const { mean, std, Z } = standardize(data.wine.X);
    expectClose(mean, scaler.mean, { rtol: 1e-13 });
    expectClose(std, scaler.std, { rtol: 1e-13 });
    expectClose(Z.slice(0, 5), scaler.firstZ, { rtol: 1e-11, atol: 1e-13 });
  });

  test("with ddof 1 divides by N − 1", () => {
    const N = data.wine.X.length;
    const { std } = standardize(data.wine.X, { ddof: 1 });
    expectClose(
      std,
      scaler.std.map((s) => s * Math.sqrt(N / (N - 1))),
      { rtol: 1e-13 },
    );
  });

  test("columns of Z have mean 0 and deviation 1, and inverse undoes transform", () => {
    const random = rng(3);
    const X = Array.from({ length: 40 }, () => [random.normal(1e8, 1e-3), random.normal(-5, 1e6)]);
    const { Z, transform, inverse } = standardize(X);
    for (let j = 0; j < 2; j++) {
      const column = Z.map((row) => row[j]);
      const sum = column.reduce((s, z) => s + z, 0);
      expect(Math.abs(sum / 40)).toBeLessThan(1e-4); // the mean 1e8 is known to 1.5e-8, a 1e-5 of σ
      const meanSquare = column.reduce((s, z) => s + z * z, 0) / 40;
      expect(meanSquare).toBeCloseTo(1, 9);
    }
    expect(transform(X)).toEqual(Z);
    expectClose(inverse(Z), X, { rtol: 1e-15, atol: 1e-9 }); // ε times the deviation 1e6
  });

  test("keeps to range with huge and tiny data", () => {
    expectClose(standardize([[1e300], [-1e300]]).std, [1e300]);
    expectClose(standardize([[1e-300], [-1e-300]]).Z, [[1], [-1]]);
  });

  test("leaves its argument as it is", () => {
    const X = [
      [1, 2],
      [3, 5],
    ];
    standardize(X);
    expect(X).toEqual([
      [1, 2],
      [3, 5],
    ]);
  });

  test("refuses a constant column by name, or keeps it when told", () => {
    const X = [
      [1, 0.1],
      [2, 0.1],
      [4, 0.1],
    ];
    expect(() => standardize(X)).toThrow(
      "standardize: X column 1 is constant (0.1) and has no standard units",
    );
    const kept = standardize(X, { constant: "keep" });
    expect(kept.std[1]).toBe(1);
    expect(kept.Z.map((row) => row[1])).toEqual([0, 0, 0]);
  });

  test("refuses what it cannot standardise", () => {
    expect(() => standardize([])).toThrow("standardize: X must have at least 1 row, got 0×0");
    expect(() => standardize([[], []])).toThrow("at least 1 column (feature)");
    expect(() => standardize([[1, Number.NaN]])).toThrow("X must be finite, X[0][1] is NaN");
    expect(() => standardize([[1]], { ddof: 1 })).toThrow("more than 1 rows (ddof 1), got 1");
    expect(() => standardize([[1], [2]], { dof: 1 } as never)).toThrow('options has no "dof"');
    expect(() => standardize("X" as never)).toThrow(TypeError);
    expect(() => standardize([[1], [2]]).transform([[1, 2]])).toThrow(
      "standardize.transform: Xnew must have 1 columns (columns of X), got 1×2",
    );
  });

  test("a column that is constant but for rounding has no units", () => {
    const X = [[0.1 + 0.2], [0.3], [0.3]];
    expect(() => standardize(X)).toThrow(
      "standardize: X column 0 is constant but for rounding (0.30000000000000004)",
    );
    expect(standardize(X, { constant: "keep" }).std).toEqual([1]);
  });

  test("huge and tiny columns, and one beyond the range of doubles", () => {
    const { Z, std } = standardize([
      [1e300, 1e-300],
      [3e300, 3e-300],
    ]);
    expectClose(Z, [
      [-1, -1],
      [1, 1],
    ]);
    expectClose(std, [1e300, 1e-300], { rtol: 1e-14 });
    expect(() => standardize([[1.5e308], [-1.5e308]])).toThrow(
      "standardize: X column 0 spreads beyond the range of doubles; rescale it",
    );
  });
});
