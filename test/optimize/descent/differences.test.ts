import { describe, expect, test } from "vitest";
import type { Bound } from "../../../lib/optimize";
import { differences, jacobianDifferences } from "../../../lib/optimize/descent/differences";

describe("gradient by differences", () => {
  const f = ([a, b]: number[]) => Math.exp(a) * Math.sin(b);
  const df = ([a, b]: number[]) => [Math.exp(a) * Math.sin(b), Math.exp(a) * Math.cos(b)];

  test("about ten digits, on either side and at a bound", () => {
    const x = [0.5, 1];
    const boxes: Bound[][] = [
      [
        [-9, 9],
        [-9, 9],
      ],
      [
        [0.5, 9],
        [-9, 1],
      ],
      [
        [0.5 - 1e-7, 9],
        [1, 9],
      ],
    ];
    for (const box of [undefined, ...boxes]) {
      differences(f, x, box).forEach((g, i) => {
        expect(Math.abs(g - df(x)[i])).toBeLessThan(2e-9);
      });
    }
  });

  test("never leaves the box, however narrow", () => {
    const box: Bound[] = [
      [1, 1 + 1e-9],
      [2, 2],
    ];
    const g = differences(
      (z) => {
        z.forEach((v, i) => {
          expect(v).toBeGreaterThanOrEqual(box[i][0]);
          expect(v).toBeLessThanOrEqual(box[i][1]);
        });
        return 3 * z[0] + z[1];
      },
      [1, 2],
      box,
    );
    expect(g[0]).toBeCloseTo(3, 5);
    expect(g[1]).toBe(0);
  });

  test("steps follow the size of x, and values that are not finite come through", () => {
    expect(differences(([a]) => a * a, [1e8])[0] / 2e8).toBeCloseTo(1, 9);
    expect(differences(([a]) => Math.sqrt(a), [0])[0]).toBeNaN();
  });
});

test("Jacobian by differences: m×n, also for m = 0", () => {
  const J = jacobianDifferences(([a, b]) => [a * b, a + 2 * b, b * b], [2, 3]);
  [
    [3, 2],
    [1, 2],
    [0, 6],
  ].forEach((row, i) => {
    row.forEach((v, j) => {
      expect(J[i][j]).toBeCloseTo(v, 8);
    });
  });
  expect(jacobianDifferences(() => [], [1, 2])).toEqual([]);
});
