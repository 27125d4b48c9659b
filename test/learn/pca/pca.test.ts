import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { type PcaOptions, pca, standardize } from "../../../lib/learn";
import { matmul, transpose } from "../../../lib/linalg";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  components: Matrix;
  explainedVariance: number[];
  explainedVarianceRatio: number[];
  singularValues: number[];
  mean: number[];
  firstScores: Matrix;
}
const reference = fixture<Record<"iris" | "wine" | "wineStandardized" | "wide", Reference>>("pca");
const wide = data.digits.X.slice(0, 20);
const methods = ["svd", "eigh", "auto"] as const;

function agrees(X: Matrix, options: PcaOptions, want: Reference, tol: number): void {
  const got = pca(X, options);
  for (const key of ["explainedVariance", "explainedVarianceRatio", "singularValues"] as const) {
    expectClose(got[key], want[key], { rtol: tol });
  }
  expectClose(got.mean, want.mean, { rtol: 1e-13, atol: 1e-13 });
  expectClose(got.components, want.components, { atol: tol, rtol: 0 });
  expectClose(got.scores.slice(0, 5), want.firstScores, { atol: 10 * tol, rtol: tol });
}

describe("pca against scikit-learn", () => {
  test.each(methods)("iris, method %s", (method) => {
    agrees(data.iris.X, { method }, reference.iris, 1e-11);
  });

  test.each(methods)("wine standardised, method %s", (method) => {
    agrees(standardize(data.wine.X).Z, { method }, reference.wineStandardized, 1e-11);
  });

  test("wine raw: the first component is proline and takes 99.8 % of the variance", () => {
    agrees(data.wine.X, { method: "svd" }, reference.wine, 1e-9);
    const { explainedVarianceRatio, components } = pca(data.wine.X, { nComponents: 1 });
    expect(explainedVarianceRatio[0]).toBeCloseTo(0.998, 3);
    expect(Math.abs(components[0][12])).toBeGreaterThan(0.999);
  });

  test("wine standardised: the first component takes 36.2 %", () => {
    const { explainedVarianceRatio } = pca(standardize(data.wine.X).Z, { nComponents: 1 });
    expect(explainedVarianceRatio[0]).toBeCloseTo(0.362, 3);
  });

  test.each(methods)("more features than samples, method %s", (method) => {
    agrees(wide, { nComponents: 10, method }, reference.wide, 1e-11);
  });
});

describe("pca invariants", () => {
  const X = standardize(data.wine.X).Z;

  test.each(methods)("components are orthonormal and scores uncorrelated, method %s", (method) => {
    for (const rows of [X, wide]) {
      const { components, scores, explainedVariance } = pca(rows, { method });
      const M = components.length;
      const identity = matmul(components, transpose(components));
      const covariance = matmul(transpose(scores), scores);
      for (let i = 0; i < M; i++) {
        for (let j = 0; j < M; j++) {
          expect(Math.abs(identity[i][j] - (i === j ? 1 : 0))).toBeLessThan(1e-13);
          const want = i === j ? explainedVariance[i] : 0;
          const got = covariance[i][j] / (rows.length - 1);
          expect(Math.abs(got - want)).toBeLessThan(1e-12 * explainedVariance[0]);
        }
      }
    }
  });

  test("the reconstruction error is the sum of the discarded variances (MML 10.6)", () => {
    const all = pca(X).explainedVariance;
    for (const M of [1, 4, 12]) {
      const { scores, inverse } = pca(X, { nComponents: M });
      const back = inverse(scores);
      let error = 0;
      X.forEach((row, n) => {
        row.forEach((x, d) => {
          error += (x - back[n][d]) ** 2;
        });
      });
      const discarded = all.slice(M).reduce((s, v) => s + v, 0);
      expectClose(error / (X.length - 1), discarded, { rtol: 1e-10 });
    }
  });

  test("all components reconstruct, and transform of the data gives the scores", () => {
    const { scores, transform, inverse } = pca(X);
    expectClose(inverse(scores), X, { atol: 1e-13, rtol: 1e-12 });
    expectClose(transform(X), scores, { atol: 1e-13, rtol: 1e-12 });
  });

  test("a share of the variance picks the fewest components that reach it", () => {
    const { explainedVarianceRatio: all } = pca(X);
    const { nComponents, explainedVarianceRatio } = pca(X, { nComponents: 0.9 });
    expect(explainedVarianceRatio.reduce((s, v) => s + v)).toBeGreaterThanOrEqual(0.9);
    expect(all.slice(0, nComponents - 1).reduce((s, v) => s + v)).toBeLessThan(0.9);
  });
});

describe("pca on degenerate data", () => {
  const random = rng(5);

  test.each(methods)(
    "rank 2 in 6 dimensions: two variances, the others zero, method %s",
    (method) => {
      const basis = [random.normal(0, 1, 6), random.normal(0, 1, 6)];
      for (const N of [4, 30]) {
        const X = matmul(
          Array.from({ length: N }, () => random.normal(0, 1, 2)),
          basis,
        );
        const { components, explainedVariance, scores, inverse } = pca(X, { method });
        const gram = matmul(components, transpose(components));
        gram.forEach((row, i) => {
          row.forEach((g, j) => {
            expect(Math.abs(g - (i === j ? 1 : 0))).toBeLessThan(1e-13);
          });
        });
        for (const v of explainedVariance.slice(2)) {
          expect(v).toBeLessThan(1e-13 * explainedVariance[0]);
        }
        expectClose(inverse(scores), X, { atol: 1e-12 });
      }
    },
  );

  test("huge and tiny data keep their directions and ratios", () => {
    const X = [
      [2, 0.5],
      [-2, 0],
      [0, 1],
      [0, -1],
    ];
    const want = pca(X);
    for (const c of [1e200, 1e-200]) {
      const got = pca(X.map((row) => row.map((x) => c * x)));
      expectClose(got.components, want.components, { rtol: 1e-12 });
      expectClose(got.explainedVarianceRatio, want.explainedVarianceRatio, { rtol: 1e-12 });
      expectClose(
        got.singularValues,
        want.singularValues.map((s) => c * s),
        { rtol: 1e-12 },
      );
    }
  });

  test("one feature", () => {
    const { components, explainedVariance } = pca([[1], [2], [6]]);
    expect(components).toEqual([[1]]);
    expectClose(explainedVariance, [7], { rtol: 1e-14 });
  });

  test("refuses what it cannot decompose", () => {
    expect(() => pca([[1, 2]])).toThrow("pca: X must have at least 2 rows, got 1×2");
    expect(() =>
      pca([
        [1, 2],
        [1, 2],
      ]),
    ).toThrow("pca: X must vary, all 2 rows are equal");
    expect(() =>
      pca([
        [1, Number.NaN],
        [2, 3],
      ]),
    ).toThrow("X must be finite, X[0][1] is NaN");
    expect(() => pca(wide, { nComponents: 20 })).toThrow(
      "pca: nComponents must be an integer in (0, 19], got 20",
    );
    expect(() => pca(wide, { nComponents: 2.5 })).toThrow(
      "pca: nComponents must be an integer in (0, 19], got 2.5",
    );
    expect(() => pca(wide, { method: "qr" as never })).toThrow("pca: method must be one of");
    expect(() => pca(wide, { n: 2 } as never)).toThrow('pca: options has no "n"');
    expect(() => pca(wide).transform([[1]])).toThrow("pca.transform: Xnew must have 64 columns");
  });
});
