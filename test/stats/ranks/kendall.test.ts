import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { kendallTau } from "../../../lib/stats/ranks/kendall";
import { expectNear } from "../helpers";

/** τ_b by its definition, over all pairs. */
function byPairs(x: number[], y: number[]): number {
  let [difference, inX, inY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [Math.sign(x[i] - x[j]), Math.sign(y[i] - y[j])];
      difference += a * b;
      inX += a * a;
      inY += b * b;
    }
  }
  return difference / Math.sqrt(inX) / Math.sqrt(inY);
}

test("ties in the same places give 1, not a little more", () => {
  const random = rng(62);
  for (let n = 3; n < 40; n++) {
    const x = [...random.integers(0, 3, n), 9];
    const y = x.map((v) => v ** 2);
    const turned = y.map((v) => -v);
    expectNear(kendallTau(x, y), 1, 1e-15);
    expect(kendallTau(x, y)).toBeLessThanOrEqual(1);
    expect(kendallTau(x, turned)).toBeGreaterThanOrEqual(-1);
  }
});

test("sorting and counting swaps gives what all pairs give, ties or none", () => {
  const random = rng(61);
  for (let n = 2; n < 40; n++) {
    const [x, y] = [random.normal(0, 1, n), random.normal(0, 1, n)];
    expectNear(kendallTau(x, y), byPairs(x, y), 1e-14, 1);
    const tied = [...random.integers(0, 4, n), 9];
    const other = [...random.integers(0, 3, n), -1];
    expectNear(kendallTau(tied, other), byPairs(tied, other), 1e-14, 1);
  }
});
