import { describe, expect, test } from "vitest";
import { type Rng, rng } from "../../../lib/core";
import { type LinprogOptions, linprog } from "../../../lib/optimize";
import { constraintsOf, type ProgramCase, proveInfeasible, violation } from "../program";

/** Asserts that the program is solved, by its certificate, and returns the result. */
function solved(given: Partial<ProgramCase> & { c: number[] }, options: LinprogOptions = {}) {
  const n = given.c.length;
  const one: ProgramCase = {
    name: "",
    Aub: [],
    bub: [],
    Aeq: [],
    beq: [],
    bounds: new Array(n).fill([0, Infinity]),
    status: "optimal",
    ...given,
  };
  const got = linprog(one.c, { ...constraintsOf(one), ...options });
  expect(got.status, got.message).toBe("optimal");
  expect(violation(one, one.c, got.x, got.duals)).toBeLessThan(1e-10);
  return got;
}

/** Rows that say how much leaves each source and reaches each sink, variables x[i·sinks + j]. */
const flows = (sources: number, sinks: number) => [
  ...Array.from({ length: sources }, (_, i) =>
    Array.from({ length: sources * sinks }, (_, k) => +(Math.floor(k / sinks) === i)),
  ),
  ...Array.from({ length: sinks }, (_, j) =>
    Array.from({ length: sources * sinks }, (_, k) => +(k % sinks === j)),
  ),
];

describe("degenerate programs", () => {
  test("an assignment of 20 to 20, whose corners have 19 of 39 basic variables at zero", () => {
    const g = rng(1);
    const k = 20;
    const cost = g.integers(1, 100, k * k);
    const { x, fun } = solved({ c: cost, Aeq: flows(k, k), beq: new Array(2 * k).fill(1) });
    // whole numbers at a corner, and no better by exchanging two
    expect(x.every((v) => Math.abs(v - Math.round(v)) < 1e-9)).toBe(true);
    const to = Array.from({ length: k }, (_, i) =>
      x.slice(i * k, i * k + k).findIndex((v) => v > 0.5),
    );
    expect(fun).toBeCloseTo(
      to.reduce((s, j, i) => s + cost[i * k + j], 0),
      8,
    );
    for (let i = 0; i < k; i++) {
      for (let l = 0; l < i; l++) {
        const now = cost[i * k + to[i]] + cost[l * k + to[l]];
        expect(cost[i * k + to[l]] + cost[l * k + to[i]]).toBeGreaterThanOrEqual(now);
      }
    }
  });

  test("80 facets through one point in 10 dimensions", () => {
    const g = rng(2);
    const x0 = g.integers(-2, 3, 10);
    const Aub = Array.from({ length: 80 }, () => g.integers(-3, 4, 10));
    const bub = Aub.map((row) => row.reduce((s, v, j) => s + v * x0[j], 0));
    const c = x0.map((_, j) => -Aub.reduce((s, row, i) => s + (i % 3) * row[j], 0));
    const { fun } = solved({ c, Aub, bub, bounds: new Array(10).fill([-Infinity, Infinity]) });
    expect(fun).toBeCloseTo(
      c.reduce((s, v, j) => s + v * x0[j], 0),
      8,
    );
  });

  test("a zero right-hand side: every step but the last has length zero", () => {
    const g = rng(3);
    const n = 30;
    const Aub = Array.from({ length: 40 }, () => g.integers(-5, 6, n));
    const c = g.integers(-4, 5, n);
    // the sum of all is 1, every row is a cone's
    const got = linprog(c, {
      Aub,
      bub: Aub.map(() => 0),
      Aeq: [new Array(n).fill(1)],
      beq: [1],
      bounds: c.map((): [number, number] => [0, Infinity]),
    });
    expect(["optimal", "infeasible"]).toContain(got.status);
  });
});

describe("the walk", () => {
  test("Klee and Minty's cube in 12 dimensions is not walked corner by corner", () => {
    const n = 12;
    const Aub = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (j < i ? 2 * 2 ** (i - j) : +(j === i))),
    );
    const got = solved({
      c: Array.from({ length: n }, (_, j) => -(2 ** (n - 1 - j))),
      Aub,
      bub: Aub.map((_, i) => 5 ** (i + 1)),
    });
    expect(got.fun).toBeCloseTo(-(5 ** n), 3);
    expect(got.nit).toBeLessThan(200);
  });

  test("starts at the corner of the slacks, and in phase 2 never rises", () => {
    const g = rng(4);
    const Aub = Array.from({ length: 12 }, () => g.uniform(-0.3, 0.7, 8));
    const c = g.uniform(-1, 0, 8);
    const { history, nit, x } = solved({ c, Aub, bub: g.uniform(1, 2, 12) });
    expect(history.length).toBe(nit + 1);
    expect(history[0]).toEqual({ x: new Array(8).fill(0), fun: 0, phase: 2 });
    expect(history[nit].x).toEqual(x);
    for (let k = 1; k <= nit; k++) expect(history[k].fun).toBeLessThan(history[k - 1].fun);
  });

  test("phase 1 looks for a feasible corner first, phase 2 goes on from there", () => {
    const { history } = solved({
      c: [-1, 1],
      Aub: [
        [-1, -2],
        [1, 1],
      ],
      bub: [-4, 6],
    });
    expect(history.map(({ phase, x }) => [phase, ...x])).toEqual([
      [1, 0, 0],
      [1, 0, 2],
      [2, 4, 0],
      [2, 6, 0],
    ]);
  });

  test("historyEvery thins it out; the first and the last stay", () => {
    const g = rng(5);
    const given = {
      c: g.uniform(-1, 0, 20),
      Aub: Array.from({ length: 30 }, () => g.uniform(-0.3, 0.7, 20)),
      bub: g.uniform(5, 6, 30),
      bounds: new Array(20).fill([0, 1]),
    };
    const all = solved(given);
    const some = solved(given, { historyEvery: 4 });
    const ends = solved(given, { historyEvery: Infinity });
    const kept = all.history.filter((_, k) => k % 4 === 0 || k === all.nit);
    expect(some.history).toEqual(kept);
    expect(ends.history).toEqual([all.history[0], all.history[all.nit]]);
    expect(() => linprog([1], { historyEvery: 0 })).toThrow(
      "linprog: historyEvery must be an integer ≥ 1, got 0",
    );
  });
});

describe("scale", () => {
  /** The program with rows, columns, right-hand sides and costs multiplied by powers of two. */
  const rescaled = (g: Rng, one: ProgramCase) => {
    const power = () => 2 ** g.integers(-27, 28);
    const [s, size, price] = [one.c.map(power), power(), power()];
    const rows = (A: number[][], b: number[]) => {
      const r = A.map(power);
      return [
        A.map((row, i) => row.map((v, j) => v * r[i] * s[j])),
        b.map((v, i) => v * r[i] * size),
      ] as const;
    };
    const [Aub, bub] = rows(one.Aub, one.bub);
    const [Aeq, beq] = rows(one.Aeq, one.beq);
    const bounds = one.bounds.map(([l, u], j): [number, number] => [
      (l * size) / s[j],
      (u * size) / s[j],
    ]);
    const c = one.c.map((v, j) => v * s[j] * price);
    return { given: { ...one, c, Aub, bub, Aeq, beq, bounds }, unit: size * price };
  };

  test("rows and columns multiplied by 1e-8 … 1e8 change neither status nor value", () => {
    const g = rng(6);
    const seen: Record<string, number> = {};
    for (let t = 0; t < 500; t++) {
      const n = g.integers(1, 10);
      const rows = (m: number) => Array.from({ length: m }, () => g.integers(-3, 4, n));
      const [Aub, Aeq] = [rows(g.integers(0, 14)), rows(g.integers(0, 4))];
      const x0 = g.integers(-2, 3, n);
      const at = (a: number[]) => a.reduce((s, v, j) => s + v * x0[j], 0);
      const isFeasible = g.random() < 0.7;
      const one: ProgramCase = {
        name: "",
        c: g.integers(-3, 4, n),
        Aub,
        bub: Aub.map((a) => (isFeasible ? at(a) + g.integers(0, 3) : g.integers(-4, 5))),
        Aeq,
        beq: Aeq.map((a) => (isFeasible ? at(a) : g.integers(-4, 5))),
        bounds: x0.map(
          (v) =>
            (
              [
                [v, Infinity],
                [-Infinity, Infinity],
                [v - 1, v + 1],
                [v, v],
              ] as [number, number][]
            )[g.integers(0, 4)],
        ),
        status: "",
      };
      const { given, unit } = rescaled(g, one);
      const [plain, wild] = [one, given].map((p) => linprog(p.c, constraintsOf(p)));
      seen[plain.status] = (seen[plain.status] ?? 0) + 1;
      expect(wild.status).toBe(plain.status);
      if (plain.status === "optimal") expect(wild.fun / unit).toBeCloseTo(plain.fun, 8);
    }
    for (const status of ["optimal", "infeasible", "unbounded"]) {
      expect(seen[status], status).toBeGreaterThan(30);
    }
  });

  test.each([1e-60, 1e-8, 1, 1e8, 1e60])("a program all of whose numbers are about %f", (s) => {
    const { x, fun } = linprog([-5 * s, -3 * s], {
      Aub: [
        [2 * s, 2 * s],
        [2 * s, -4 * s],
        [-2 * s, s],
      ],
      bub: [33 * s, 8 * s, 5 * s],
    });
    expect(x[0]).toBeCloseTo(37 / 3, 10);
    expect(x[1]).toBeCloseTo(25 / 6, 10);
    expect(fun / s).toBeCloseTo(-74 - 1 / 6, 8);
  });

  test("entries that are next to nothing beside others are no trouble", () => {
    const { x } = solved({
      c: [-1, -1],
      Aub: [
        [1, 1e-200],
        [1e-150, 1],
      ],
      bub: [1, 2],
    });
    expect(x).toEqual([1, 2]);
  });

  test.each<[string, () => unknown, string]>([
    ["costs", () => linprog([1, 1e300]), "linprog: c[1] is 1e+300, numbers beyond ±1e+100"],
    ["a row", () => linprog([1], { Aub: [[-1e101]], bub: [0] }), "linprog: Aub[0][0] is -1e+101"],
    ["a side", () => linprog([1], { Aeq: [[1]], beq: [1e200] }), "linprog: beq[0] is 1e+200"],
    ["a bound", () => linprog([1], { bounds: [[-1e200, 1]] }), "linprog: bounds[0][0] is -1e+200"],
    ["the other", () => linprog([1], { bounds: [[0, 1e200]] }), "linprog: bounds[0][1] is 1e+200"],
  ])("numbers that could overflow are refused by name: %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

test("sparse programs whose entries spread over seven orders, tight in most rows", () => {
  const g = rng(9);
  const seen: Record<string, number> = {};
  for (let t = 0; t < 80; t++) {
    const n = g.integers(8, 40);
    const row = () =>
      g.normal(0, 1, n).map((v) => (g.random() < 0.2 ? v * 10 ** g.integers(-3, 4) : 0));
    const Aub = Array.from({ length: g.integers(5, 50) }, row);
    const Aeq = Array.from({ length: g.integers(0, 6) }, row);
    const x0 = g.integers(0, 3, n);
    const at = (a: number[]) => a.reduce((s, v, j) => s + v * x0[j], 0);
    const y = g.uniform(0, 1, Aub.length);
    const one: ProgramCase = {
      name: "",
      c: x0.map((_, j) => g.integers(0, 5) - Aub.reduce((s, a, i) => s + a[j] * y[i], 0)),
      Aub,
      bub: Aub.map((a) => at(a) + (g.random() < 0.6 ? 0 : g.integers(0, 3))),
      Aeq,
      beq: Aeq.map(at),
      bounds: x0.map((v) => [Math.min(0, v), Infinity]),
      status: "",
    };
    const got = linprog(one.c, constraintsOf(one));
    seen[got.status] = (seen[got.status] ?? 0) + 1;
    // a proof, or a word that there is none
    if (got.status === "optimal")
      expect(violation(one, one.c, got.x, got.duals)).toBeLessThan(1e-8);
    else expect(got.message).toMatch(/^stalled: rounding .*: /);
  }
  expect(seen.optimal).toBeGreaterThan(75);
});

test("equations that repeat each other, with the multipliers of some basis", () => {
  const g = rng(7);
  const rows = Array.from({ length: 6 }, () => g.integers(-2, 3, 12));
  const mix = [1, 2, 3].map(() => {
    const a = g.integers(-2, 3, 6);
    return rows[0].map((_, j) => rows.reduce((s, row, i) => s + a[i] * row[j], 0));
  });
  const Aeq = [...rows, ...mix];
  const x0 = g.integers(0, 4, 12);
  const beq = Aeq.map((row) => row.reduce((s, v, j) => s + v * x0[j], 0));
  solved({ c: g.integers(0, 5, 12), Aeq, beq });
  const off = beq.map((v, i) => (i === 8 ? v + 1 : v));
  const wrong = linprog(new Array(12).fill(0), { Aeq, beq: off });
  expect(wrong.status).toBe("infeasible");
  const bounds = new Array(12).fill([-Infinity, Infinity]);
  const one = { name: "", c: x0, Aub: [], bub: [], Aeq, beq: off, bounds, status: "" };
  proveInfeasible(one, wrong);
});

test("a staircase of 60 stages with two rows each", () => {
  // stock: s_t = s_{t−1} + made_t − demand_t, made ≤ capacity; the plan makes as late as it can
  const g = rng(8);
  const T = 60;
  const demand = g.integers(1, 20, T);
  const capacity = 15;
  const price = g.uniform(1, 3, T);
  const c = [...price, ...new Array(T).fill(0.1)];
  const Aeq = demand.map((_, t) =>
    c.map((_, k) => (k === t ? 1 : k === T + t ? -1 : k === T + t - 1 && t > 0 ? 1 : 0)),
  );
  const bounds = c.map((_, k): [number, number] => [0, k < T ? capacity : Infinity]);
  const { x } = solved({ c, Aeq, beq: demand, bounds });
  const made = x.slice(0, T).reduce((s, v) => s + v, 0);
  expect(made).toBeCloseTo(
    demand.reduce((s, v) => s + v, 0),
    8,
  );
});
