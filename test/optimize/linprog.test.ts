import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { linprog } from "../../lib/optimize";
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

describe("against SciPy's linprog (HiGHS)", () => {
  test.each(cases("lp.json"))("$name: $status", (one) => {
    const got = linprog(one.c, constraintsOf(one));
    expect(got.status).toBe(one.status);
    expect(got.converged).toBe(one.status === "optimal");
    if (one.status === "infeasible") return proveInfeasible(one, got);
    if (one.status === "unbounded") return proveUnbounded(one, got);
    expectClose([got.fun], [one.fun!], 1e-10, "fun");
    expect(violation(one, one.c, got.x, got.duals)).toBeLessThan(1e-10);
    if (one.nondegenerate) {
      expectClose(got.x, one.x!, 1e-8, "x");
      for (const part of ["ub", "eq", "lower", "upper"] as const) {
        expectClose(got.duals[part], one.duals![part], 1e-8, part);
      }
    }
  });
});

/** x is feasible, x + t·ray stays so for every t ≥ 0, and the objective falls along it. */
function proveUnbounded(one: ProgramCase, { fun, x, ray }: ReturnType<typeof linprog>) {
  expect(fun).toBe(-Infinity);
  const zero = {
    ub: one.bub.map(() => 0),
    eq: one.beq.map(() => 0),
    lower: x.map(() => 0),
    upper: x.map(() => 0),
  };
  expect(
    violation(
      one,
      x.map(() => 0),
      x,
      zero,
    ),
  ).toBeLessThan(1e-10);
  expect(inner(one.c, ray)).toBeLessThan(-1e-6);
  for (const row of one.Aub) expect(inner(row, ray)).toBeLessThan(1e-12);
  for (const row of one.Aeq) expect(Math.abs(inner(row, ray))).toBeLessThan(1e-12);
  one.bounds.forEach(([l, u], j) => {
    if (l > -Infinity) expect(ray[j]).toBeGreaterThanOrEqual(0);
    if (u < Infinity) expect(ray[j]).toBeLessThanOrEqual(0);
  });
}

test("MML example 7.5: the solution, its value and multipliers", () => {
  const Aub = [
    [2, 2],
    [2, -4],
    [-2, 1],
    [0, -1],
    [0, 1],
  ];
  const { x, fun, duals, history } = linprog([-5, -3], { Aub, bub: [33, 8, 5, -1, 8] });
  expectClose(x, [37 / 3, 25 / 6], 1e-15, "x");
  expect(fun).toBeCloseTo(-74 - 1 / 6, 12);
  expectClose(duals.ub, [13 / 6, 1 / 3, 0, 0, 0], 1e-15, "ub");
  // the walk: phase 2 stays feasible and never rises
  const walk = history.filter((h) => h.phase === 2);
  expect(walk.length).toBeGreaterThan(0);
  walk.forEach((h, k) => {
    Aub.forEach((row, i) => {
      expect(inner(row, h.x)).toBeLessThanOrEqual([33, 8, 5, -1, 8][i] + 1e-12);
    });
    if (k > 0) expect(h.fun).toBeLessThanOrEqual(walk[k - 1].fun);
  });
});

test("the largest of linear programs here: 120 variables, 180 constraints", () => {
  // Strong duality is the oracle: a feasible pair of equal value is optimal.
  const g = rng(7);
  const [n, m] = [120, 180];
  const Aub = Array.from({ length: m }, () => g.uniform(-0.3, 0.7, n));
  const bub = g.uniform(5, 6, m);
  const c = g.uniform(-1, 0, n);
  const bounds = c.map((): [number, number] => [0, 1]);
  const got = linprog(c, { Aub, bub, bounds });
  const one: ProgramCase = { name: "", c, Aub, bub, Aeq: [], beq: [], bounds, status: "" };
  expect(got.status).toBe("optimal");
  expect(violation(one, c, got.x, got.duals)).toBeLessThan(1e-10);
  const dual = -inner(got.duals.ub, bub) - got.duals.upper.reduce((s, v) => s + v, 0);
  expect(got.fun).toBeCloseTo(dual, 9);
});

test("every answer on random small programs, most of them degenerate, is proved by its certificate", () => {
  const g = rng(11);
  const seen: Record<string, number> = {};
  for (let t = 0; t < 3000; t++) {
    const one = randomCase(g, `random ${t}`);
    const got = linprog(one.c, constraintsOf(one));
    seen[got.status] = (seen[got.status] ?? 0) + 1;
    if (got.status === "infeasible") proveInfeasible(one, got);
    else if (got.status === "unbounded") proveUnbounded(one, got);
    else expect(violation(one, one.c, got.x, got.duals), one.name).toBeLessThan(1e-11);
  }
  for (const status of ["optimal", "infeasible", "unbounded"]) {
    expect(seen[status], status).toBeGreaterThan(30);
  }
});

test("arguments are left as they are, and results do not share memory with them", () => {
  const c = Object.freeze([1, 1]) as number[];
  const bounds = [Object.freeze([0, 1]), Object.freeze([0, 1])] as [number, number][];
  expect(linprog(c, { bounds }).x).toEqual([0, 0]);
});

test("maxIter ends the walk, and says so", () => {
  const got = linprog([-5, -3], {
    Aub: [
      [2, 2],
      [2, -4],
    ],
    bub: [33, 8],
    maxIter: 1,
  });
  expect(got.converged).toBe(false);
  expect(got.status).toBe("maxIter");
  expect(got.message).toMatch(/maxIter/);
});

describe("wrong arguments", () => {
  test.each<[string, () => unknown, string]>([
    ["no costs", () => linprog([]), "linprog: c must have at least 1 entry, got 0"],
    ["NaN", () => linprog([Number.NaN]), "linprog: c must be finite, c[0] is NaN"],
    [
      "columns",
      () => linprog([1], { Aub: [[1, 2]], bub: [1] }),
      "linprog: Aub must have 1 columns (length of c), got 1×2",
    ],
    [
      "rows",
      () => linprog([1], { Aub: [[1]], bub: [1, 2] }),
      "linprog: bub must have length 1 (rows of Aub), got 2",
    ],
    [
      "b without A",
      () => linprog([1], { beq: [1] }),
      "linprog: beq must have length 0 (rows of Aeq), got 1",
    ],
    [
      "bounds",
      () => linprog([1], { bounds: [[2, 1]] }),
      "linprog: bounds[0][1] must be a number ≥ 2, got 1",
    ],
    [
      "number of bounds",
      () => linprog([1], { bounds: [] }),
      "linprog: bounds must have length 1 (length of c), got 0",
    ],
    ["a pair", () => linprog([1], { bounds: [[1]] as never }), "bounds[0] is not"],
    ["option", () => linprog([1], { A_ub: [] } as never), 'linprog: options has no "A_ub"'],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
