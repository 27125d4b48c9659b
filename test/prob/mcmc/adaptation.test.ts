import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { dualAveraging } from "../../../lib/prob/mcmc/dualAveraging";
import { denseMetric, diagonalMetric } from "../../../lib/prob/mcmc/metric";
import { runningShape } from "../../../lib/prob/mcmc/shape";
import { warmupWindows } from "../../../lib/prob/mcmc/windows";

describe("windows of warm-up", () => {
  test("of a thousand steps are Stan's", () => {
    expect(warmupWindows(1000)).toEqual({ first: 75, ends: [100, 150, 250, 450, 950] });
  });

  test("of any length lie in order between the phases at either end", () => {
    for (let warmup = 0; warmup < 1200; warmup++) {
      const { first, ends } = warmupWindows(warmup);
      if (warmup < 20) {
        expect(ends).toEqual([]);
        continue;
      }
      const last = warmup - (warmup < 150 ? Math.floor(0.1 * warmup) : 50);
      expect(ends[ends.length - 1]).toBe(last);
      [first, ...ends].reduce((before, end) => {
        expect(end - before).toBeGreaterThanOrEqual(Math.min(25, last - first));
        return end;
      });
    }
  });
});

describe("dual averaging", () => {
  test("finds the step with the wished acceptance, from 12 magnitudes off", () => {
    for (const start of [1e-12, 1, 1e12]) {
      const control = dualAveraging(start, 0.8, 1);
      for (let t = 0; t < 3000; t++) control.update(1 / (1 + control.step()));
      // being held at a distance from its centre takes a lack of γ·|ln(step/centre)|/√t
      const lack = (0.05 * Math.abs(Math.log(start / 0.25))) / Math.sqrt(3000);
      expect(Math.abs(1 / (1 + control.average()) - 0.8)).toBeLessThan(2 * lack);
    }
  });

  test("begins where it is told and is there before it has learnt anything", () => {
    const control = dualAveraging(0.3, 0.8, 10);
    expect(control.average()).toBeCloseTo(0.3, 14);
    control.update(0.8);
    expect(control.step()).toBeCloseTo(3, 13);
    control.restart(7, 0.5);
    expect([control.step(), control.average()].map((s) => s.toFixed(12))).toEqual(
      Array(2).fill("7.000000000000"),
    );
  });
});

describe("the shape of a target", () => {
  const points = [
    [1, 10, -3],
    [2, 30, -1],
    [4, 20, -8],
    [3, 70, 5],
    [7, 10, 2],
  ];
  const cov = (j: number, k: number) => {
    const mean = (i: number) => points.reduce((s, x) => s + x[i]!, 0) / 5;
    return points.reduce((s, x) => s + (x[j]! - mean(j)) * (x[k]! - mean(k)), 0) / 4;
  };

  test("is variances, or a covariance matrix with covariances drawn to 0", () => {
    const scale = [1e-3, 10, 2];
    for (const isDense of [false, true]) {
      const shape = runningShape(scale, isDense, 1);
      for (let round = 0; round < 2; round++) {
        points.forEach(shape.add);
        const C = shape.take()!.covariance();
        for (let j = 0; j < 3; j++) {
          for (let k = 0; k < 3; k++) {
            const share = j === k ? 1 : isDense ? 5 / 13 : 0;
            expect(C[j]![k]! / (share * cov(j, k) || 1)).toBeCloseTo(share === 0 ? 0 : 1, 12);
          }
        }
      }
    }
  });

  test("is unknown of a point, of none, of a coordinate that stands still", () => {
    for (const isDense of [false, true]) {
      const shape = runningShape([1, 1], isDense, 1);
      expect(shape.take()).toBeUndefined();
      shape.add([1, 2]);
      expect(shape.take()).toBeUndefined();
      for (const x of [
        [1, 2],
        [3, 2],
        [4, 2],
      ])
        shape.add(x);
      expect(shape.take()).toBeUndefined();
    }
  });

  test("of fewer points than dimensions is still positive definite", () => {
    const random = rng(3);
    const shape = runningShape(Array(12).fill(1), true, 1);
    for (let i = 0; i < 4; i++) shape.add(random.normal(0, 1, 12));
    expect(
      shape
        .take()!
        .covariance()
        .every((row, i) => row[i]! > 0),
    ).toBe(true);
  });

  test("a metric and its transpose are those of L, L·Lᵀ being the covariance", () => {
    const L = [
      [2, 0],
      [0.6, 1.5],
    ];
    const C = { data: Float64Array.of(4, 1.2, 1.2, 0.36 + 2.25), rows: 2, cols: 2 };
    const dense = denseMetric(C, [1, 10]);
    const close = (got: number[], want: number[]) =>
      got.forEach((v, i) => {
        expect(v).toBeCloseTo(want[i]!, 13);
      });
    close(dense.apply([3, -1]), [L[0]![0]! * 3, 10 * (0.6 * 3 - 1.5)]);
    close(dense.applyTransposed([3, -1]), [2 * 3 - 10 * 0.6, -10 * 1.5]);
    close(dense.covariance().flat(), [4, 12, 12, 261]);
    const diagonal = diagonalMetric([2, 3]);
    expect(diagonal.apply([1, 5])).toEqual([2, 15]);
    expect(diagonal.applyTransposed([1, 5])).toEqual([2, 15]);
    expect(diagonal.covariance()).toEqual([
      [4, 0],
      [0, 9],
    ]);
  });
});
