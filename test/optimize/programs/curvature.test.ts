import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { negativeCurvature, nullDirections } from "../../../lib/optimize/programs/curvature";
import { fallingRay } from "../../../lib/optimize/programs/fallingRay";

const inner = (a: number[], b: number[]) => a.reduce((s, v, i) => s + v * b[i], 0);
const gram = (B: number[][]) =>
  B[0].map((_, i) => B[0].map((_, j) => B.reduce((s, row) => s + row[i] * row[j], 0)));

describe("curvature", () => {
  test("products BᵀB have none below zero, whatever their rank and scale", () => {
    const g = rng(1);
    for (let k = 0; k < 100; k++) {
      const n = g.integers(1, 12);
      const d = Array.from({ length: n }, () => 10 ** g.uniform(-8, 8));
      const B = Array.from({ length: g.integers(1, n + 1) }, () =>
        g.normal(0, 1, n).map((v, j) => v * d[j]),
      );
      expect(negativeCurvature(gram(B))).toBe(null);
    }
    expect(negativeCurvature([[0]])).toBe(null);
  });

  test("what is below zero is found, with its direction, on any scale", () => {
    const g = rng(2);
    for (let k = 0; k < 100; k++) {
      const n = g.integers(1, 8);
      const d = Array.from({ length: n }, () => 10 ** g.uniform(-8, 8));
      const B = Array.from({ length: n }, () => g.normal(0, 1, n));
      const u = g.normal(0, 1, n);
      const P = gram(B);
      // B is regular, so a large enough multiple of uuᵀ taken off leaves a negative eigenvalue
      const Q = P.map((row, i) => row.map((v, j) => (v - 1e4 * u[i] * u[j]) * d[i] * d[j]));
      const ray = negativeCurvature(Q)!;
      const Qr = Q.map((row) => inner(row, ray));
      expect(inner(ray, Qr)).toBeLessThan(0);
    }
    expect(
      negativeCurvature([
        [1e8, 0],
        [0, -1e-8],
      ]),
    ).toEqual([0, 1]);
    expect(
      negativeCurvature([
        [0, 1],
        [1, 0],
      ]),
    ).not.toBe(null);
  });

  test("directions without any: as many as the rank leaves", () => {
    const g = rng(3);
    const d = [1e4, 1, 1e-4, 10, 1];
    const B = [0, 1].map(() => g.normal(0, 1, 5).map((v, j) => v / d[j]));
    const Q = gram(B);
    const level = nullDirections(Q, d);
    expect(level.length).toBe(3);
    for (const v of level) {
      for (const row of B)
        expect(
          Math.abs(
            inner(
              row,
              v.map((t, j) => t * d[j]),
            ),
          ),
        ).toBeLessThan(1e-12);
    }
    expect(nullDirections([[1]], [1])).toEqual([]);
  });

  test("a ray goes down, level, and keeps to the constraints", () => {
    const Q = [
      [1, -1, 0],
      [-1, 1, 0],
      [0, 0, 0],
    ];
    const free = {
      Aub: [[0, 0, 1]],
      bub: [1],
      Aeq: [],
      beq: [],
      lower: [-Infinity, 0, -Infinity],
      upper: [Infinity, Infinity, Infinity],
    };
    const ray = fallingRay(Q, [-1, -1, 0], free, [1, 1, 1])!;
    expect(ray[0]).toBeGreaterThan(0);
    expect(ray[1]).toBe(ray[0]);
    expect(ray[2]).toBe(0);
    // up is forbidden below, or there is curvature all round: none
    expect(fallingRay(Q, [1, 1, 0], free, [1, 1, 1])).toBe(null);
    expect(fallingRay([[1]], [1], { ...free, Aub: [], bub: [], lower: [0], upper: [1] }, [1])).toBe(
      null,
    );
  });
});

describe("negative curvature in any unit", () => {
  test.each([1e-90, 1e-12, 1e-6, 1, 1e12, 1e90])("times %s", (unit) => {
    const times = (Q: number[][]) => Q.map((row) => row.map((v) => v * unit));
    const curvature = (Q: number[][]) => {
      const v = negativeCurvature(times(Q));
      return (
        v &&
        inner(
          v,
          Q.map((row) => inner(row, v)),
        )
      );
    };
    for (const Q of [
      [
        [1, 0],
        [0, -1],
      ],
      [
        [1, 0],
        [0, -1e-12],
      ],
      [
        [1e12, 0],
        [0, -1],
      ],
      [
        [0, 1],
        [1, 0],
      ],
      [
        [1, 0, 0],
        [0, 0, 1e-9],
        [0, 1e-9, 0],
      ],
      [
        [1, 2],
        [2, 1],
      ],
    ]) {
      expect(curvature(Q)).toBeLessThan(0);
    }
    for (const Q of [
      [
        [1, 1],
        [1, 1],
      ],
      [
        [1, 0],
        [0, 0],
      ],
      [
        [1, 1e-17],
        [1e-17, -1e-17],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ]) {
      expect(curvature(Q)).toBe(null);
    }
  });
});
