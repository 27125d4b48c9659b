import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { adjustedRandIndex, kMeans, standardize } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  centers: Matrix;
  labels: number[];
  inertia: number;
}
const reference = fixture<
  Record<"irisFirstRows" | "wineFirstRows" | "digitsFirstRows", Reference> & {
    irisBest: number;
    wineBest: number;
  }
>("kMeans");
const wine = standardize(data.wine.X).Z;
const total = (values: number[]) => values.reduce((s, v) => s + v, 0);

describe("kMeans against scikit-learn", () => {
  test.each([
    ["iris", data.iris.X, reference.irisFirstRows],
    ["wine", wine, reference.wineFirstRows],
    ["digits", data.digits.X, reference.digitsFirstRows],
  ])("%s from the same start ends in the same clusters", (_, X, want) => {
    const K = want.centers.length;
    const got = kMeans(X, { nClusters: K, init: X.slice(0, K) });
    expect(got.converged).toBe(true);
    expect(got.labels).toEqual(want.labels);
    expectClose(got.centers, want.centers, { rtol: 1e-12, atol: 1e-12 });
    expectClose(got.inertia, want.inertia, { rtol: 1e-12 });
  });

  test("restarts find the best known optimum on iris and wine", () => {
    for (const [X, best] of [
      [data.iris.X, reference.irisBest],
      [wine, reference.wineBest],
    ] as const) {
      expectClose(kMeans(X, { nClusters: 3, rng: rng(1) }).inertia, best, { rtol: 1e-12 });
    }
  });
});

describe("kMeans invariants", () => {
  const random = rng(11);
  const X = Array.from({ length: 300 }, () => random.normal(0, 1, 5));
  const model = kMeans(X, { nClusters: 7, nInit: 2, rng: rng(2) });

  test("centres are the means of their samples, and each sample has its nearest centre", () => {
    model.centers.forEach((center, k) => {
      const own = X.filter((_, n) => model.labels[n] === k);
      expect(own.length).toBe(model.sizes[k]);
      const mean = center.map((_, j) => total(own.map((row) => row[j])) / own.length);
      expectClose(center, mean, { rtol: 1e-12, atol: 1e-14 });
    });
    expect(model.predict(X)).toEqual(model.labels);
  });

  test("the inertia never rises and is the sum of the squared distances", () => {
    const { history, inertia, labels, transform, nit } = model;
    expect(history.length).toBe(nit);
    for (let i = 1; i < nit; i++) {
      expect(history[i].inertia).toBeLessThan(history[i - 1].inertia * (1 + 1e-13));
    }
    expectClose(history[nit - 1].inertia, inertia, { rtol: 1e-12 });
    const distances = transform(X);
    expectClose(total(labels.map((k, n) => distances[n][k] ** 2)), inertia, { rtol: 1e-12 });
  });

  test("does not depend on where the data lie", () => {
    const far = X.map((row) => row.map((x) => x + 1e6));
    const init = X.slice(0, 7);
    const near = kMeans(X, { nClusters: 7, init });
    const shifted = kMeans(far, { nClusters: 7, init: far.slice(0, 7) });
    expect(shifted.labels).toEqual(near.labels);
    expectClose(shifted.inertia, near.inertia, { rtol: 1e-8 });
  });

  test("the seed decides, and parted clusters are found", () => {
    const blobs = Array.from({ length: 90 }, (_, n) => random.normal(10 * (n % 3), 0.5, 2));
    const truth = blobs.map((_, n) => n % 3);
    const found = kMeans(blobs, { nClusters: 3, rng: rng(1) });
    expect(adjustedRandIndex(found.labels, truth)).toBe(1);
    const again = kMeans(blobs, { nClusters: 3, rng: rng(1) });
    expect({ ...again, predict: 0, transform: 0 }).toEqual({ ...found, predict: 0, transform: 0 });
  });
});

describe("kMeans on hard input", () => {
  test("a cluster left empty takes the farthest sample", () => {
    const X = [[0], [1], [2], [10]];
    const model = kMeans(X, { nClusters: 2, init: [[4], [100]] });
    expect(model.sizes).toEqual([3, 1]);
    expect(model.centers).toEqual([[1], [10]]);
  });

  test("one cluster, and as many clusters as samples", () => {
    const X = [
      [1, 0],
      [3, 0],
      [5, 6],
    ];
    expect(kMeans(X, { nClusters: 1 }).centers).toEqual([[3, 2]]);
    expect(kMeans(X, { nClusters: 3 }).inertia).toBe(0);
  });

  test("says so when iterations run out", () => {
    const { converged, nit, message } = kMeans(data.digits.X, {
      nClusters: 10,
      nInit: 1,
      maxIter: 2,
    });
    expect([converged, nit]).toEqual([false, 2]);
    expect(message).toBe("the clusters still change after 2 iterations");
  });

  test("refuses what it cannot cluster", () => {
    expect(() => kMeans([[1], [1], [2]], { nClusters: 3 })).toThrow(
      "kMeans: X must have at least 3 distinct rows (nClusters)",
    );
    expect(() => kMeans([[1], [2]], { nClusters: 3 })).toThrow(
      "kMeans: nClusters must be an integer in [1, 2], got 3",
    );
    expect(() => kMeans([[1], [2]], {} as never)).toThrow(
      "nClusters must be an integer in [1, 2], got undefined",
    );
    expect(() => kMeans([[1], [2]], { nClusters: 1, init: [[1, 2]] })).toThrow(
      "init must have 1 columns",
    );
    expect(() => kMeans([[1], [2]], { nClusters: 2, init: [[1]] })).toThrow(
      "kMeans: init must have 2 rows (nClusters), got 1×1",
    );
    expect(() => kMeans([[Number.NaN]], { nClusters: 1 })).toThrow("X[0][0] is NaN");
    expect(() => kMeans([[1], [2]], { nClusters: 1 }).predict([[1, 2]])).toThrow(
      "kMeans.predict: Xnew",
    );
  });

  test("copies: an empty cluster finds a sample of its own, and too few distinct rows are refused", () => {
    const X = [[1], [1], [2], [2], [3]];
    const model = kMeans(X, { nClusters: 3, init: [[1], [1], [1]] });
    expect([model.converged, model.inertia]).toEqual([true, 0]);
    expect(new Set([model.labels[0], model.labels[2], model.labels[4]]).size).toBe(3);
    expect(() => kMeans([[1], [1], [1]], { nClusters: 2, init: [[1], [5]] })).toThrow(
      "kMeans: X must have at least 2 distinct rows (nClusters)",
    );
  });

  test("predicts for its own samples the labels it gave them", () => {
    const { X } = data.digits;
    const model = kMeans(X, { nClusters: 10, nInit: 1 });
    expect(model.predict(X)).toEqual(model.labels);
  });
});
