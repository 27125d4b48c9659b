import fc from "fast-check";
import { expect, test } from "vitest";
import { columnSpace, project } from "../../lib/linalg";
import { distance, flip, forEachEngine, largest, randomMatrix, times } from "./helpers";

forEachEngine("project", () => {
  test("by hand (MML examples 3.10 and 3.11)", () => {
    const onLine = project([1, 1, 1], [[1], [2], [2]]);
    expect(distance(onLine, [5 / 9, 10 / 9, 10 / 9])).toBeLessThan(1e-15);
    const onPlane = project(
      [6, 0, 0],
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
    );
    expect(distance(onPlane, [5, 2, -1])).toBeLessThan(1e-14);
  });

  test("what is left is orthogonal to B, and a second projection changes nothing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        (m, n, seed) => {
          const B = randomMatrix(m, n, seed);
          const x = randomMatrix(1, m, seed + 1)[0];
          const p = project(x, B);
          const rest = x.map((v, i) => [v - p[i]]);
          expect(largest(times(flip(B), rest))).toBeLessThan(1e-12);
          expect(distance(project(p, B), p)).toBeLessThan(1e-13);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("dependent columns, none, zero", () => {
    const p = project(
      [6, 0, 0],
      [
        [1, 0, 1],
        [1, 1, 2],
        [1, 2, 3],
      ],
    );
    expect(distance(p, [5, 2, -1])).toBeLessThan(1e-14);
    expect(project([1, 2], [[0], [0]])).toEqual([0, 0]);
    expect(project([1, 2], [[], []])).toEqual([0, 0]);
    expect(columnSpace([[0], [0]])).toEqual([[], []]);
  });

  test("what it rejects", () => {
    expect(() => project([1, 2], [[1]])).toThrow(
      new RangeError("project: x must have length 1 (rows of B), got 2"),
    );
    expect(() => project([1], [[Number.NaN]])).toThrow(
      new RangeError("project: B must be finite, B[0][0] is NaN"),
    );
  });
});
