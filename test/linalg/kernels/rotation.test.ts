import { describe, expect, test } from "vitest";
import { makeRotation, RotationQueue } from "../../../lib/linalg/kernels/rotation";
import { distance, randomMatrix } from "../helpers";

describe("makeRotation", () => {
  const out = new Float64Array(3);
  for (const [f, g] of [
    [3, 4],
    [-3, 4],
    [0, 2],
    [5, 0],
    [1e-200, 1e-200],
    [1e200, -1e200],
    [1e-320, 1e-320],
    [1, 1e-300],
  ]) {
    test(`turns (${f}, ${g}) into (r, 0)`, () => {
      makeRotation(f, g, out);
      const [c, s, r] = out;
      expect(c * c + s * s).toBeCloseTo(1, 14);
      const unit = Math.max(Math.abs(f), Math.abs(g));
      expect(Math.abs(c * (f / unit) + s * (g / unit) - r / unit)).toBeLessThan(
        unit < 1e-300 ? 1e-3 : 1e-15,
      );
      expect(Math.abs(c * (g / unit) - s * (f / unit))).toBeLessThan(1e-15);
    });
  }
});

test("a queue applies rotations as if one after the other, for any number of rows", () => {
  const n = 6;
  for (const rows of [1, 3, 4, 7, 8]) {
    const Z = randomMatrix(rows, n, rows);
    const want = Z.map((row) => row.slice());
    const z = Float64Array.from(Z.flat());
    const queue = new RotationQueue(z, rows, n);
    // More sweeps than one batch holds.
    for (let sweep = 0; sweep < 60; sweep++) {
      const from = sweep % 3;
      queue.begin(from);
      for (let i = from; i < n - 1 - (sweep % 2); i++) {
        const [c, s] = [Math.cos(sweep + i), Math.sin(sweep + i)];
        queue.push(c, s);
        for (const row of want) {
          [row[i], row[i + 1]] = [c * row[i] + s * row[i + 1], c * row[i + 1] - s * row[i]];
        }
      }
    }
    queue.finish();
    expect(distance(Array.from(z), want.flat())).toBeLessThan(1e-13);
  }
});

test("a queue for the first columns of wider rows", () => {
  const z = Float64Array.of(1, 2, 30, 4, 5, 60);
  const queue = new RotationQueue(z, 2, 2, 3);
  queue.begin(0);
  queue.push(0, 1);
  queue.finish();
  expect(Array.from(z)).toEqual([2, -1, 30, 5, -4, 60]);
});
