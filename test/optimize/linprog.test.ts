import { describe, expect, test } from "vitest";
import { linprog } from "../../lib/optimize";
import { cases, constraintsOf, expectClose, type ProgramCase, violation } from "./program";

const inner = (a: number[], b: number[]) => a.reduce((s, v, i) => s + v * b[i], 0);

describe("against SciPy's linprog (HiGHS)", () => {
  test.each(cases("lp.json"))("$name: $status", (one) => {
    const got = linprog(one.c, constraintsOf(one));
    expect(got.status).toBe(one.status);
    expect(got.converged).toBe(one.status === "optimal");
    if (one.status === "infeasible") return proveInfeasible(one, got);
    if (one.status === "unbounded") return proveUnbounded(one, got);
    expectClose([got.fun], [one.fun], 1e-10, "fun");
    expect(violation(one, one.c, got.x, got.duals)).toBeLessThan(1e-10);
    if (one.nondegenerate) {
      expectClose(got.x, one.x, 1e-8, "x");
      for (const part of ["ub", "eq", "lower", "upper"] as const) {
        expectClose(got.duals[part], one.duals[part], 1e-8, part);
      }
    }
  });
});

/** The multipliers make a Lagrangian without x and with a positive value: no x can satisfy all. */
function proveInfeasible(one: ProgramCase, { fun, duals }: ReturnType<typeof linprog>) {
  expect(fun).toBe(Infinity);
  const { ub, eq, lower, upper } = duals;
  const terms = one.c.map((_, j) => [
    ...one.Aub.map((row, i) => ub[i] * row[j]),
    ...one.Aeq.map((row, i) => eq[i] * row[j]),
    -lower[j],
    upper[j],
  ]);
  for (const t of terms) {
    expect(Math.abs(t.reduce((s, v) => s + v, 0))).toBeLessThan(
      1e-12 * Math.max(1, ...t.map(Math.abs)),
    );
  }
  for (const v of [...ub, ...lower, ...upper]) expect(v).toBeGreaterThanOrEqual(0);
  const finite = (v: number) => (Number.isFinite(v) ? v : 0);
  const value =
    inner(
      lower,
      one.bounds.map(([l]) => finite(l)),
    ) -
    inner(
      upper,
      one.bounds.map(([, u]) => finite(u)),
    ) -
    inner(ub, one.bub) -
    inner(eq, one.beq);
  expect(value).toBeGreaterThan(1e-6);
}

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
  let state = 7;
  const uniform = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const [n, m] = [120, 180];
  const Aub = Array.from({ length: m }, () => Array.from({ length: n }, () => uniform() - 0.3));
  const bub = Aub.map(() => 5 + uniform());
  const c = Array.from({ length: n }, () => -uniform());
  const bounds = c.map((): [number, number] => [0, 1]);
  const got = linprog(c, { Aub, bub, bounds });
  const one = {
    name: "",
    c,
    Aub,
    bub,
    Aeq: [],
    beq: [],
    bounds,
    status: "",
    fun: 0,
    x: [],
    duals: got.duals,
    nondegenerate: true,
  };
  expect(got.status).toBe("optimal");
  expect(violation(one, c, got.x, got.duals)).toBeLessThan(1e-10);
  const dual = -inner(got.duals.ub, bub) - got.duals.upper.reduce((s, v) => s + v, 0);
  expect(got.fun).toBeCloseTo(dual, 9);
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
