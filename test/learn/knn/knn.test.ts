import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { knn, standardize } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  distances: Matrix;
  indices: number[][];
  labels: number[];
  weightedProba: Matrix;
}
const metrics = ["euclidean", "manhattan", "cosine"] as const;
const reference = fixture<
  Record<(typeof metrics)[number], Reference> & {
    new: Matrix;
    digits: number[];
    regression: number[];
  }
>("knn");
const wine = standardize(data.wine.X).Z;
const even = <T>(values: T[]) => values.filter((_, n) => n % 2 === 0);
const odd = <T>(values: T[]) => values.filter((_, n) => n % 2 === 1);

describe("knn against scikit-learn", () => {
  test.each(metrics)("wine, %s", (metric) => {
    const want = reference[metric];
    const model = knn(even(wine), even(data.wine.y), { k: 7, metric });
    const { indices, distances } = model.neighbors(odd(wine).slice(0, 10));
    expect(indices).toEqual(want.indices);
    expectClose(distances, want.distances, { rtol: 1e-10 });
    expect(model.predict(odd(wine))).toEqual(want.labels);
    const weighted = knn(even(wine), even(data.wine.y), { k: 7, metric, weights: "distance" });
    expectClose(weighted.predictProba(odd(wine)), want.weightedProba, { rtol: 1e-9, atol: 1e-12 });
  });

  test("digits, and regression weighted by distance", () => {
    const { X, y } = data.digits;
    expect(knn(X, y, { k: 3 }).predict(reference.new)).toEqual(reference.digits);
    const rest = (rows: Matrix) => rows.map((row) => row.slice(1));
    const model = knn(
      rest(even(wine)),
      even(wine).map((row) => row[0]),
      { k: 4, task: "regress", weights: "distance" },
    );
    expectClose(model.predict(rest(odd(wine))), reference.regression, { rtol: 1e-10 });
  });
});

describe("knn by k-d tree", () => {
  test.each(["euclidean", "manhattan", "cosine"] as const)(
    "finds what brute force finds, %s",
    (metric) => {
      const random = rng(12);
      for (const D of [1, 2, 5]) {
        // On a coarse grid, so that many distances are equal.
        const point = () => random.normal(0, 3, D).map((v) => Math.round(v) + 0.5);
        const X = Array.from({ length: 500 }, point);
        const y = X.map(() => 0);
        const at = Array.from({ length: 50 }, point);
        const tree = knn(X, y, { k: 9, metric, algorithm: "kdTree" }).neighbors(at);
        const brute = knn(X, y, { k: 9, metric, algorithm: "brute" }).neighbors(at);
        expect(tree).toEqual(brute);
      }
    },
  );
});

describe("knn", () => {
  const X = [[0], [1], [2], [10]];
  const y = ["a", "b", "b", "a"];

  test("k = 1 returns the samples themselves, k = N the majority", () => {
    expect(knn(X, y, { k: 1 }).predict(X)).toEqual(y);
    expect(knn(X, [...y.slice(0, 3), "b"], { k: 4 }).predict([[-5], [50]])).toEqual(["b", "b"]);
  });

  test("a sample at distance 0 decides alone when votes are weighted by distance", () => {
    const model = knn(X, y, { k: 3, weights: "distance" });
    expect(model.predictProba([[0]])).toEqual([[1, 0]]);
    expect(model.predict([[0]])).toEqual(["a"]);
  });

  test("equal votes go to the first class, equal distances to the earlier sample", () => {
    expect(knn(X, y, { k: 4 }).predict([[3]])).toEqual(["a"]);
    expect(knn([[1], [-1], [1]], [5, 6, 7], { k: 2 }).neighbors([[0]]).indices).toEqual([[0, 1]]);
  });

  test("refuses what it cannot use", () => {
    expect(() => knn(X, y)).toThrow("knn: k must be an integer in [1, 4], got 5");
    expect(() => knn(X, y, { k: 2, task: "regress" })).toThrow('y must hold numbers, y[0] is "a"');
    expect(() => knn(X, y, { k: 2, metric: "cosine" })).toThrow(
      "knn: X must not hold zero rows for cosine, row 0 is zero",
    );
    expect(() => knn(X, [1, 2, 3, 4], { k: 2, task: "regress" }).predictProba([[1]])).toThrow(
      'knn.predictProba: task must be "classify", got "regress"',
    );
    expect(() => knn(X, y, { k: 2 }).predict([[1, 2]])).toThrow(
      "knn.predict: Xnew must have 1 columns",
    );
    expect(() => knn([[Number.NaN]], [1], { k: 1 })).toThrow("X[0][0] is NaN");
  });
});
