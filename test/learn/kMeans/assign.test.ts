import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { kMeans } from "../../../lib/learn";
import { nearestCentres } from "../../../lib/learn/kMeans/assign";

/** The nearest of the centres by the definition, of equally near ones the first. */
function definition(x: Float64Array, centers: Float64Array, D: number): number[] {
  return Array.from({ length: x.length / D }, (_, n) => {
    const square = Array.from({ length: centers.length / D }, (__, k) => {
      let sum = 0;
      for (let j = 0; j < D; j++) sum += (x[n * D + j] - centers[k * D + j]) ** 2;
      return sum;
    });
    return square.indexOf(Math.min(...square));
  });
}

function assigned(x: Float64Array, centers: Float64Array, D: number): number[] {
  const rowsOf = (data: Float64Array) => ({ data, rows: data.length / D, cols: D });
  const nearest = new Int32Array(x.length / D);
  nearestCentres(rowsOf(x), centers.length / D)(rowsOf(centers), nearest);
  return Array.from(nearest);
}

describe("nearestCentres", () => {
  test("finds what the definition finds, in few and many dimensions", () => {
    const random = rng(3);
    for (const [N, D, K] of [
      [50, 1, 4],
      [300, 3, 7],
      [200, 40, 12],
      [10, 5, 1],
    ]) {
      const x = Float64Array.from(random.normal(0, 1, N * D));
      const centers = Float64Array.from(random.normal(0, 1, K * D));
      expect(assigned(x, centers, D)).toEqual(definition(x, centers, D));
    }
  });

  test("tells centres apart that differ by less than |x|² can show", () => {
    const random = rng(4);
    // Samples 1 from the origin, centres 1e-9 around them: squares of 1e-18 beside 1.
    const x = Float64Array.from({ length: 200 }, () => 1 + 1e-9 * random.normal());
    const centers = Float64Array.of(1 - 1e-9, 1, 1 + 1e-9);
    expect(assigned(x, centers, 1)).toEqual(definition(x, centers, 1));
    expect(new Set(assigned(x, centers, 1)).size).toBe(3);
  });

  test("tight pairs of clusters far from each other are found", () => {
    const random = rng(5);
    const spots = [0, 1e-7, 1, 1 + 1e-7];
    const X = Array.from({ length: 80 }, (_, n) => [spots[n % 4] + 1e-9 * random.normal()]);
    const model = kMeans(X, { nClusters: 4, init: spots.map((s) => [s]) });
    expect(model.sizes).toEqual([20, 20, 20, 20]);
    expect(model.labels.slice(0, 4)).toEqual([0, 1, 2, 3]);
  });
});
