import { describe, expect, test } from "vitest";
import { unitOf } from "../../../lib/stats/moments/powerOfTwo";
import { factorDesign } from "../../../lib/stats/regression/design";
import { leastSquares } from "../../../lib/stats/regression/leastSquares";
import { expectNear } from "../helpers";

/** Coefficients of the columns as given. */
function solve(X: number[][], y: number[]): number[] {
  const design = factorDesign("ols", X, true, undefined);
  const unit = unitOf(y);
  const { beta } = leastSquares(
    design,
    y.map((v) => v / unit),
  );
  return beta.map((b, j) => (b / design.scale[j]) * unit);
}

const grid = Array.from({ length: 21 }, (_, i) => i);
const powers = grid.map((x) => [x, x ** 2, x ** 3, x ** 4, x ** 5]);
const polynomial = powers.map((row) => 1 + row.reduce((a, b) => a + b));

/** (−1)ⁱ·C(20, i): orthogonal to every polynomial of degree below 20. */
function differences(): number[] {
  let c = 1;
  return grid.map((i) => {
    const value = i % 2 === 0 ? c : -c;
    c = Math.round((c * (20 - i)) / (i + 1));
    return value;
  });
}

describe("leastSquares", () => {
  test("finds 1 + x + … + x⁵ again", () => {
    expectNear(solve(powers, polynomial), [1, 1, 1, 1, 1, 1], 2e-15);
  });

  test("whatever is added at right angles, be it far larger", () => {
    const noise = differences();
    expect(noise.reduce((s, v, i) => s + v * grid[i] ** 4, 0)).toBe(0);
    for (const size of [1, 1000, 1e6]) {
      const y = polynomial.map((v, i) => v + size * noise[i]);
      const coef = solve(powers, y);
      // κ of this design is 2e7, so plain QR would leave errors of 1e-9·size
      expectNear(coef, [1, 1, 1, 1, 1, 1], 1e-14 * Math.max(1, size / 1000));
    }
  });
});
