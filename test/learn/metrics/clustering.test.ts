import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import {
  adjustedRandIndex,
  normalizedMutualInfo,
  silhouette,
  silhouetteSamples,
} from "../../../lib/learn";
import { data, expectClose } from "../helpers";
import { reference as ref } from "./reference";

describe("scores of clusterings", () => {
  test("agree with scikit-learn", () => {
    const got = silhouetteSamples(data.iris.X, data.iris.y);
    expectClose(got, ref.silhouette, { rtol: 1e-10, atol: 1e-12 });
    const mean = ref.silhouette.reduce((s, v) => s + v) / 150;
    expect(silhouette(data.iris.X, data.iris.y)).toBeCloseTo(mean, 12);
    expect(adjustedRandIndex(ref.three, ref.other)).toBeCloseTo(ref.ari, 13);
    expect(normalizedMutualInfo(ref.three, ref.other)).toBeCloseTo(ref.nmi, 13);
  });

  test.each([2 ** -1000, 2 ** -600, 2 ** 600, 2 ** 1000])(
    "the silhouette does not depend on the unit: %d",
    (unit) => {
      const far = data.iris.X.map((row) => row.map((v) => v * unit));
      expectClose(silhouetteSamples(far, data.iris.y), ref.silhouette, {
        rtol: 1e-10,
        atol: 1e-12,
      });
    },
  );

  test("the silhouette tells near points apart beside a far one", () => {
    const X = [[0], [1e-200], [3e-200], [1]];
    expectClose(silhouetteSamples(X, [0, 0, 1, 2]), [2 / 3, 1 / 2, 0, 0], { rtol: 1e-14 });
    expect(silhouetteSamples([[0], [0], [1]], [0, 1, 1])).toEqual([0, -1, 0]);
    expect(silhouette([[7], [7], [7]], [0, 0, 1])).toBe(0);
  });

  test("do not depend on the names of the clusters", () => {
    const names = ["z", "x", "y"];
    const renamed = ref.other.map((k) => names[k]);
    expect(adjustedRandIndex(ref.three, renamed)).toBeCloseTo(ref.ari, 13);
    expect(normalizedMutualInfo(renamed, ref.three)).toBeCloseTo(ref.nmi, 13);
  });

  test("the adjusted Rand index of random partitions is about 0", () => {
    const random = rng(4);
    let sum = 0;
    for (let t = 0; t < 200; t++) {
      sum += adjustedRandIndex(random.integers(0, 4, 50), random.integers(0, 3, 50));
    }
    expect(Math.abs(sum / 200)).toBeLessThan(0.01); // standard deviation of the mean: about 0.002
  });

  test("partitions of one cluster or of singletons agree with themselves", () => {
    expect(adjustedRandIndex([0, 0, 0], [1, 1, 1])).toBe(1);
    expect(adjustedRandIndex([0, 1, 2], [5, 6, 7])).toBe(1);
    expect(normalizedMutualInfo([0, 0, 0], [1, 1, 1])).toBe(1);
  });

  test("refuse what is not a clustering", () => {
    expect(() => silhouette([[1], [2]], [0, 0])).toThrow("labels must hold at least 2 classes");
    expect(() => silhouette([[1], [2]], [0, 1])).toThrow(
      "silhouetteSamples: labels must form fewer clusters than samples, got 2 of 2",
    );
    expect(() => adjustedRandIndex([0, 1], [0])).toThrow("b must have length 2 (length of a)");
    expect(() => adjustedRandIndex([0], [0])).toThrow("a must have at least 2 labels, got 1");
  });
});
