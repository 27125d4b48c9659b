import { describe, expect, test } from "vitest";
import type { Matrix } from "../../../lib/core";
import { adjustedRandIndex, kMeans, spectralClustering } from "../../../lib/learn";
import { expectClose, fixture } from "../helpers";

interface Reference {
  labels: number[];
  eigenvalues: number[];
}
const ref = fixture<{
  moons: Matrix;
  inMoon: number[];
  circles: Matrix;
  inCircle: number[];
  rbf: Reference;
  knn: Reference;
}>("spectral");

/** Affinities of three cliques of 3, 4 and 5 samples that are joined by weak edges. */
const cliques = (weak: number): Matrix => {
  const piece = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2];
  return piece.map((a) => piece.map((b) => (a === b ? 1 : weak)));
};

describe("spectralClustering against scikit-learn and SciPy", () => {
  test("circles by the Gaussian kernel", () => {
    const model = spectralClustering(ref.circles, { nClusters: 2, gamma: 20 });
    expect(adjustedRandIndex(model.labels, ref.rbf.labels)).toBe(1);
    expectClose(model.eigenvalues.slice(0, 6), ref.rbf.eigenvalues, { rtol: 1e-8, atol: 1e-12 });
    expect(model.eigengap).toBe(model.eigenvalues[2] - model.eigenvalues[1]);
  });

  test("moons by nearest neighbours", () => {
    const options = { nClusters: 2, affinity: "nearestNeighbors", nNeighbors: 7 } as const;
    const model = spectralClustering(ref.moons, options);
    expect(adjustedRandIndex(model.labels, ref.knn.labels)).toBe(1);
    expectClose(model.eigenvalues.slice(0, 6), ref.knn.eigenvalues, { rtol: 1e-8, atol: 1e-12 });
  });
});

describe("spectralClustering", () => {
  test("finds circles that k-means cannot", () => {
    const { labels } = spectralClustering(ref.circles, { nClusters: 2, gamma: 20 });
    expect(adjustedRandIndex(labels, ref.inCircle)).toBe(1);
    const means = kMeans(ref.circles, { nClusters: 2 }).labels;
    expect(adjustedRandIndex(means, ref.inCircle)).toBeLessThan(0.2);
  });

  test("a graph in pieces: an eigenvalue 0 for each, and the eigengap tells how many", () => {
    const options = { affinity: "precomputed" } as const;
    const parted = spectralClustering(cliques(0), { ...options, nClusters: 3 });
    expect(parted.sizes.slice().sort()).toEqual([3, 4, 5]);
    expectClose(parted.eigenvalues.slice(0, 3), [0, 0, 0], { atol: 1e-14 });
    // A clique of n has L = I − (J − I)/(n − 1), whose other eigenvalues are n/(n − 1).
    expectClose(parted.eigengap, 5 / 4, { rtol: 1e-12 });
    const gaps = [1, 2, 3, 4, 5].map(
      (nClusters) => spectralClustering(cliques(0.02), { ...options, nClusters }).eigengap,
    );
    expect(gaps.indexOf(Math.max(...gaps))).toBe(2);
    expect(spectralClustering(cliques(0), { ...options, nClusters: 2 }).message).toMatch(
      /; the graph has 3 pieces, more than nClusters$/,
    );
  });

  test("the embedding consists of eigenvectors: Wy = (1 − λ)Dy", () => {
    const W = cliques(0.1);
    const { embedding, eigenvalues } = spectralClustering(W, {
      nClusters: 3,
      affinity: "precomputed",
    });
    W.forEach((row, n) => {
      for (let k = 0; k < 3; k++) {
        const others = row.map((w, m) => (m === n ? 0 : w));
        const degree = others.reduce((s, w) => s + w, 0);
        const moved = others.reduce((s, w, m) => s + w * embedding[m][k], 0);
        expectClose(moved, (1 - eigenvalues[k]) * degree * embedding[n][k], { atol: 1e-12 });
      }
    });
  });

  test("the scale of affinities and their diagonal do not matter", () => {
    const W = cliques(0.05);
    const plain = spectralClustering(W, { nClusters: 3, affinity: "precomputed" });
    for (const unit of [1e300, 1e-300, 0.37]) {
      const scaled = W.map((row, n) => row.map((w, m) => (n === m ? 7 * unit : w * unit)));
      const model = spectralClustering(scaled, { nClusters: 3, affinity: "precomputed" });
      expect(adjustedRandIndex(model.labels, plain.labels)).toBe(1);
      expectClose(model.eigenvalues, plain.eigenvalues, { rtol: 1e-10, atol: 1e-13 });
    }
  });

  test("a sample that is joined to none is a piece of its own", () => {
    const { labels, eigenvalues } = spectralClustering([[0], [0.1], [1e6]], { nClusters: 2 });
    expect(labels[0]).toBe(labels[1]);
    expect(labels[2]).not.toBe(labels[0]);
    expectClose(eigenvalues, [0, 0, 2], { atol: 1e-14 });
    const far = spectralClustering([[0], [1e9], [3e9]], { nClusters: 2, gamma: 1 });
    expect(far.eigenvalues).toEqual([0, 0, 0]);
    expect(far.message).toContain("3 pieces");
  });

  test("equal samples, and one cluster", () => {
    const same = spectralClustering([[1], [1], [1]], { nClusters: 1 });
    expect([same.labels, same.sizes]).toEqual([[0, 0, 0], [3]]);
    expectClose(same.eigenvalues, [0, 1.5, 1.5], { atol: 1e-14 });
    const neighbours = spectralClustering([[1], [1], [1], [5], [5], [5]], {
      nClusters: 2,
      affinity: "nearestNeighbors",
      nNeighbors: 2,
    });
    expect(neighbours.sizes).toEqual([3, 3]);
  });

  test("refuses what is no graph", () => {
    const options = { nClusters: 1, affinity: "precomputed" } as const;
    expect(() =>
      spectralClustering(
        [
          [0, -1],
          [-1, 0],
        ],
        options,
      ),
    ).toThrow("spectralClustering: X must hold affinities ≥ 0, X[0][1] is -1");
    expect(() =>
      spectralClustering(
        [
          [0, 1],
          [2, 0],
        ],
        options,
      ),
    ).toThrow("X must be symmetric");
    expect(() => spectralClustering([[0, 1]], options)).toThrow("must be square");
    expect(() => spectralClustering([[0]], options)).toThrow("X must have at least 2 rows, got 1");
    expect(() => spectralClustering([[1], [2]], { nClusters: 2 })).toThrow(
      "spectralClustering: nClusters must be an integer in [1, 1], got 2",
    );
    expect(() =>
      spectralClustering([[1], [2]], { nClusters: 1, affinity: "nearestNeighbors", nNeighbors: 2 }),
    ).toThrow("nNeighbors must be an integer in [1, 1], got 2");
    expect(() => spectralClustering([[1], [2]], { nClusters: 1, gamma: 0 })).toThrow(
      "gamma must be a number > 0, got 0",
    );
    expect(() =>
      spectralClustering([[1], [2]], { nClusters: 1, affinity: "cosine" as never }),
    ).toThrow("affinity must be one of");
    expect(() => spectralClustering([[1], [Number.NaN]], { nClusters: 1 })).toThrow(
      "must be finite",
    );
    expect(() => spectralClustering([[1], [2]], undefined as never)).toThrow("options must be");
  });
});
