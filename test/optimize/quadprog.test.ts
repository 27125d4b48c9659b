import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type LinearConstraints, quadprog } from "../../lib/optimize";
import {
  cases,
  constraintsOf,
  expectClose,
  type ProgramCase,
  proveInfeasible,
  randomCase,
  violation,
} from "./program";

const inner = (a: number[], b: number[]) => a.reduce((s, v, i) => s + v * b[i], 0);
const gradient = (one: ProgramCase, x: number[]) =>
  one.Q!.map((row, i) => inner(row, x) + one.c[i]);

describe("against cvxpy (Clarabel, taken to full accuracy)", () => {
  test.each(cases("qp.json"))("$name: $status", (one) => {
    const got = quadprog(one.Q!, one.c, constraintsOf(one));
    expect(got.status, got.message).toBe(one.status);
    expect(got.converged).toBe(one.status === "optimal");
    if (one.status === "infeasible") return proveInfeasible(one, got);
    if (one.status === "unbounded") return proveUnbounded(one, got);
    if (one.status === "nonconvex") {
      expect(
        inner(
          got.ray,
          one.Q!.map((row) => inner(row, got.ray)),
        ),
      ).toBeLessThan(0);
      return;
    }
    expectClose([got.fun], [one.fun!], 1e-9, "fun");
    expect(violation(one, gradient(one, got.x), got.x, got.duals)).toBeLessThan(1e-8);
    if (one.unique) expectClose(got.x, one.x!, 1e-8, "x");
    if (one.nondegenerate) {
      for (const part of ["ub", "eq", "lower", "upper"] as const) {
        expectClose(got.duals[part], one.duals![part], 1e-8, part);
      }
    }
  });
});

/** x is feasible and x + t·ray stays so for every t ≥ 0, without curvature and downhill. */
function proveUnbounded(one: ProgramCase, { fun, x, ray }: ReturnType<typeof quadprog>) {
  expect(fun).toBe(-Infinity);
  for (const row of one.Q!) expect(Math.abs(inner(row, ray))).toBeLessThan(1e-12);
  expect(inner(one.c, ray)).toBeLessThan(-1e-6);
  one.Aub.forEach((row, i) => {
    expect(inner(row, x)).toBeLessThanOrEqual(one.bub[i] + 1e-12);
    expect(inner(row, ray)).toBeLessThan(1e-12);
  });
  for (const row of one.Aeq) expect(Math.abs(inner(row, ray))).toBeLessThan(1e-12);
  one.bounds.forEach(([l, u], j) => {
    if (l > -Infinity) expect(ray[j]).toBeGreaterThan(-1e-12);
    if (u < Infinity) expect(ray[j]).toBeLessThan(1e-12);
  });
}

test("every answer on random small programs, most of them degenerate, is proved by its certificate", () => {
  const g = rng(12);
  const seen: Record<string, number> = {};
  for (let t = 0; t < 400; t++) {
    const one = randomCase(g, `random ${t}`);
    const n = one.c.length;
    const B = Array.from({ length: g.integers(0, n + 1) }, () => g.integers(-2, 3, n));
    one.Q = one.c.map((_, i) => one.c.map((_, j) => B.reduce((s, row) => s + row[i] * row[j], 0)));
    const got = quadprog(one.Q, one.c, constraintsOf(one));
    seen[got.status] = (seen[got.status] ?? 0) + 1;
    if (got.status === "infeasible") proveInfeasible(one, got);
    else if (got.status === "unbounded") proveUnbounded(one, got);
    else {
      const worst = violation(one, gradient(one, got.x), got.x, got.duals);
      expect(worst, `${one.name}: ${got.message}`).toBeLessThan(1e-9);
    }
  }
  for (const status of ["optimal", "infeasible", "unbounded"]) {
    expect(seen[status], status).toBeGreaterThan(10);
  }
  expect(Object.keys(seen).length).toBe(3);
});

test("MML example 7.6: solution, value and multipliers, exactly", () => {
  const bounds = {
    bounds: [
      [-1, 1],
      [-1, 1],
    ],
  } as LinearConstraints;
  const { x, fun, duals, history } = quadprog(
    [
      [2, 1],
      [1, 4],
    ],
    [5, 3],
    bounds,
  );
  expect(x).toEqual([-1, -0.5]);
  expect(fun).toBe(-4.5);
  expect(duals).toEqual({ ub: [], eq: [], lower: [2.5, 0], upper: [0, 0] });
  // The same box as four rows, as the book writes it.
  const rows = {
    Aub: [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ],
    bub: [1, 1, 1, 1],
  };
  expect(
    quadprog(
      [
        [2, 1],
        [1, 4],
      ],
      [5, 3],
      rows,
    ).duals.ub,
  ).toEqual([0, 2.5, 0, 0]);
  // The path: the gap closes.
  expect(history[history.length - 1].gap).toBeLessThan(1e-12);
  expect(history[history.length - 1].gap).toBeLessThan(history[0].gap);
});

test("without constraints it is the solution of Qx = −c", () => {
  const { x, nit } = quadprog(
    [
      [4, 1],
      [1, 3],
    ],
    [1, 2],
  );
  expectClose(x, [-1 / 11, -7 / 11], 1e-15, "x");
  expect(nit).toBeLessThanOrEqual(2);
});

describe("wrong arguments", () => {
  test.each<[string, () => unknown, string]>([
    [
      "shape",
      () => quadprog([[1, 0]], [1]),
      "quadprog: Q must have 1 columns (length of c), got 1×2",
    ],
    [
      "symmetry",
      () =>
        quadprog(
          [
            [1, 2],
            [0, 1],
          ],
          [1, 1],
        ),
      "quadprog: Q must be symmetric, [0][1] is 2 and [1][0] is 0",
    ],
    ["NaN", () => quadprog([[Number.NaN]], [1]), "quadprog: Q must be finite, Q[0][0] is NaN"],
    ["option", () => quadprog([[1]], [1], { lb: [0] } as never), 'quadprog: options has no "lb"'],
    ["kind", () => quadprog(1 as never, [1]), "quadprog: Q must be a matrix (number[][]), got 1"],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
