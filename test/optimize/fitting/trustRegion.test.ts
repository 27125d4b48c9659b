import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { fromRows, svd } from "../../../lib/linalg/flat";
import {
  balanced,
  diagonal,
  gaussNewton,
  size,
  withinRegion,
} from "../../../lib/optimize/fitting/trustRegion";

const g = rng(4);
const random = (m: number, n: number) => Array.from({ length: m }, () => g.normal(0, 1, n));
const left = (J: number[][], r: number[], p: ArrayLike<number>) =>
  J.reduce((s, row, i) => s + row.reduce((a, v, j) => a + v * p[j], r[i]) ** 2, 0);

test.each([
  [8, 3],
  [5, 5],
  [3, 6],
])("the step within the region is the least there, %d×%d", (m, n) => {
  for (let t = 0; t < 20; t++) {
    const J = random(m, n);
    const r = g.normal(0, 1, m);
    const problem = diagonal(svd(fromRows(J)), Float64Array.from(r));
    const full = gaussNewton(problem);
    for (const share of [0.01, 0.3, 0.9]) {
      const delta = share * size(full);
      const { p, alpha } = withinRegion(problem, delta, 0);
      expect(alpha).toBeGreaterThan(0);
      expect(size(p)).toBeCloseTo(delta, 10);
      for (let k = 0; k < 30; k++) {
        const q = g.normal(0, 1, n);
        const scale = delta / Math.hypot(...q);
        const other = left(
          J,
          r,
          q.map((v) => v * scale),
        );
        expect(left(J, r, p)).toBeLessThanOrEqual(other * (1 + 1e-12));
      }
    }
    expect(withinRegion(problem, 2 * size(full), 0)).toEqual({ p: full, alpha: 0 });
  }
});

test("without full rank the step is the shortest", () => {
  const J = [
    [1, 1],
    [1, 1],
    [2, 2],
  ];
  const p = gaussNewton(diagonal(svd(fromRows(J)), Float64Array.of(-2, -2, -4)));
  expect(Array.from(p, (v) => Number(v.toFixed(12)))).toEqual([1, 1]);
});

test("columns of lengths far apart all count", () => {
  const J = random(9, 3);
  const r = Float64Array.from(g.normal(0, 1, 9));
  const scale = [1e-150, 1, 1e150];
  const plain = balanced(fromRows(J), r, 0);
  const wide = balanced(fromRows(J.map((row) => row.map((v, j) => v * scale[j]))), r, 0);
  expect(wide.pull).toBeCloseTo(plain.pull, 12);
  wide.step.forEach((v, j) => {
    expect(v * scale[j]).toBeCloseTo(plain.step[j], 12);
  });
});
