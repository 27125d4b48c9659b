import { describe, expect, test } from "vitest";
import { type Rng, rng } from "../../../lib/core";
import { type Dense, fromRows, matvec } from "../../../lib/linalg/flat";
import { maxAbs } from "../../../lib/optimize/kernels/vectors";
import {
  add,
  addInequalities,
  type ConvexProgram,
  inequalitiesAt,
} from "../../../lib/optimize/programs/convexProgram";
import { interiorPoint, residualsOf } from "../../../lib/optimize/programs/interiorPoint";
import { NewtonSystem } from "../../../lib/optimize/programs/newtonSystem";
import { polish } from "../../../lib/optimize/programs/polish";

const matrix = (rows: number[][], cols: number): Dense => ({ ...fromRows(rows), cols });

/** A program around a point that satisfies all constraints strictly: feasible, and bounded if Q is definite. */
function randomProgram(g: Rng, n: number, m: number, p: number, rank = n): ConvexProgram {
  const B = Array.from({ length: rank }, () => g.normal(0, 1, n));
  const Q = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => B.reduce((s, row) => s + row[i] * row[j], 0)),
  );
  const rows = (k: number) => Array.from({ length: k }, () => g.normal(0, 1, n));
  const [G, A] = [matrix(rows(m), n), matrix(rows(p), n)];
  const bounded = Int32Array.from({ length: n }, (_, j) => j);
  const sign = Int8Array.from(bounded, () => (g.random() < 0.5 ? 1 : -1));
  const x = Float64Array.from(g.normal(0, 1, n));
  const program = { Q: matrix(Q, n), c: Float64Array.from(g.normal(0, 3, n)), G, bounded, sign, A };
  const empty = { ...program, h: new Float64Array(m + n), b: new Float64Array(p) };
  const h = inequalitiesAt(empty, x).map((v) => v + g.uniform(0.1, 1));
  return { ...program, h, b: matvec(A, x) };
}

describe("the Newton equations", () => {
  test.each([
    [5, 0, 0],
    [5, 8, 0],
    [6, 4, 3],
    [12, 30, 4],
  ])("%i variables, %i rows, %i equations, weights from 1e-8 to 1e8", (n, m, p) => {
    const g = rng(n + m + p);
    const program = randomProgram(g, n, m, p);
    const w = Float64Array.from({ length: m + n }, () => 10 ** g.uniform(-8, 8));
    const [r, t, q] = [n, m + n, p].map((k) => Float64Array.from(g.normal(0, 1, k)));
    const { dx, dz, dy } = new NewtonSystem(program, w).solve(r, t, q);
    const first = matvec(program.Q, dx);
    addInequalities(first, program, dz);
    add(first, matvec(program.A, dy, { transpose: true }));
    expect(maxAbs(first.map((v, j) => v - r[j])) / (1 + maxAbs(dz))).toBeLessThan(1e-10);
    const second = inequalitiesAt(program, dx).map((v, i) => v - dz[i] / w[i] - t[i]);
    expect(maxAbs(second)).toBeLessThan(1e-9);
    expect(maxAbs(matvec(program.A, dx).map((v, i) => v - q[i]))).toBeLessThan(1e-9);
  });
});

describe("the interior-point method", () => {
  test("gets near the solution from inside, and polishing takes it there", () => {
    const g = rng(2);
    for (let k = 0; k < 60; k++) {
      const n = g.integers(1, 15);
      const program = randomProgram(g, n, g.integers(0, 20), g.integers(0, Math.min(3, n)));
      let visits = 0;
      const found = interiorPoint(program, ({ s, z }) => {
        visits++;
        expect(s.every((v) => v > 0) && z.every((v) => v > 0)).toBe(true);
      });
      expect(visits).toBeLessThan(30);
      expect(found!.worst).toBeLessThan(1e-8);
      const exact = polish(program, found!.point)!;
      expect(residualsOf(program, exact).worst).toBeLessThan(1e-12);
      exact.s.forEach((v, i) => {
        expect(v === 0 || exact.z[i] === 0).toBe(true);
      });
    }
  });

  test("polishing puts a wrong guess at the active constraints right", () => {
    const g = rng(3);
    const program = randomProgram(g, 6, 8, 1);
    const { point } = interiorPoint(program, () => {})!;
    const right = polish(program, point)!;
    // the guess is wrong for two constraints
    const z = point.z.slice();
    const active = Array.from(z.keys()).filter((i) => right.s[i] === 0);
    const idle = Array.from(z.keys()).filter((i) => right.s[i] > 0);
    z[active[0]] = 0;
    z[idle[0]] = 2 * point.s[idle[0]];
    const mended = polish(program, { ...point, z })!;
    expect(residualsOf(program, mended).worst).toBeLessThan(1e-10);
    expect(maxAbs(mended.x.map((v, j) => v - right.x[j]))).toBeLessThan(1e-10);
  });

  test("without constraints one step does", () => {
    const g = rng(4);
    const n = 5;
    const none = matrix([], n);
    const program = {
      ...randomProgram(g, n, 0, 0),
      G: none,
      bounded: new Int32Array(0),
      sign: new Int8Array(0),
      h: new Float64Array(0),
    };
    let visits = 0;
    const { worst } = interiorPoint(program, () => {
      visits++;
    })!;
    expect(visits).toBeLessThanOrEqual(2);
    expect(worst).toBeLessThan(1e-13);
  });

  test("where there is no solution it says how far it got, and ends", () => {
    const g = rng(5);
    const given = randomProgram(g, 3, 2, 0);
    // x ≤ 0 and −x ≤ −1
    const G = matrix(
      [
        [1, 0, 0],
        [-1, 0, 0],
      ],
      3,
    );
    const h = Float64Array.of(0, -1, ...given.h.slice(2));
    const found = interiorPoint({ ...given, G, h }, () => {});
    expect(found === null || found.worst > 1e-3).toBe(true);
  });
});
