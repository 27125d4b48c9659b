import { describe, expect, test } from "vitest";
import {
  type AugmentedLagrangianOptions,
  augmentedLagrangian,
  type Bound,
  linprog,
  quadprog,
} from "../../lib/optimize";

type F = (x: number[]) => number;

interface Problem extends AugmentedLagrangianOptions {
  name: string;
  f: F;
  x0: number[];
  /** The least value, as the collection gives it or in closed form. */
  fun: number;
  x?: number[];
}

const sq = (v: number) => v * v;

/** From Hock & Schittkowski, "Test Examples for Nonlinear Programming Codes" (1981), with their numbers. */
const problems: Problem[] = [
  {
    name: "6",
    f: ([a]) => sq(1 - a),
    x0: [-1.2, 1],
    eq: ([a, b]) => [10 * (b - a * a)],
    fun: 0,
    x: [1, 1],
  },
  {
    name: "7",
    f: ([a, b]) => Math.log(1 + a * a) - b,
    x0: [2, 2],
    eq: ([a, b]) => [sq(1 + a * a) + b * b - 4],
    fun: -Math.sqrt(3),
    x: [0, Math.sqrt(3)],
  },
  {
    name: "10",
    f: ([a, b]) => a - b,
    x0: [-10, 10],
    ineq: ([a, b]) => [3 * a * a - 2 * a * b + b * b - 1],
    fun: -1,
    x: [0, 1],
  },
  {
    name: "12",
    f: ([a, b]) => 0.5 * a * a + b * b - a * b - 7 * a - 7 * b,
    x0: [0, 0],
    ineq: ([a, b]) => [4 * a * a + b * b - 25],
    fun: -30,
    x: [2, 3],
  },
  {
    name: "14",
    f: ([a, b]) => sq(a - 2) + sq(b - 1),
    x0: [2, 2],
    ineq: ([a, b]) => [0.25 * a * a + b * b - 1],
    eq: ([a, b]) => [a - 2 * b + 1],
    fun: 9 - (23 * Math.sqrt(7)) / 8,
    x: [(Math.sqrt(7) - 1) / 2, (Math.sqrt(7) + 1) / 4],
  },
  {
    name: "15",
    f: ([a, b]) => 100 * sq(b - a * a) + sq(1 - a),
    x0: [-2, 1],
    ineq: ([a, b]) => [1 - a * b, -a - b * b],
    bounds: [
      [-Infinity, 0.5],
      [-Infinity, Infinity],
    ],
    fun: 306.5,
    x: [0.5, 2],
  },
  {
    name: "26",
    f: ([a, b, c]) => sq(a - b) + (b - c) ** 4,
    x0: [-2.6, 2, 2],
    eq: ([a, b, c]) => [(1 + b * b) * a + c ** 4 - 3],
    fun: 0,
  },
  {
    name: "28",
    f: ([a, b, c]) => sq(a + b) + sq(b + c),
    x0: [-4, 1, 1],
    eq: ([a, b, c]) => [a + 2 * b + 3 * c - 1],
    fun: 0,
    x: [0.5, -0.5, 0.5],
  },
  {
    name: "35",
    f: ([a, b, c]) =>
      9 - 8 * a - 6 * b - 4 * c + 2 * a * a + 2 * b * b + c * c + 2 * a * b + 2 * a * c,
    x0: [0.5, 0.5, 0.5],
    ineq: ([a, b, c]) => [a + b + 2 * c - 3],
    bounds: [
      [0, Infinity],
      [0, Infinity],
      [0, Infinity],
    ],
    fun: 1 / 9,
    x: [4 / 3, 7 / 9, 4 / 9],
  },
  {
    name: "39",
    f: ([a]) => -a,
    x0: [2, 2, 2, 2],
    eq: ([a, b, c, d]) => [b - a ** 3 - c * c, a * a - b - d * d],
    fun: -1,
    x: [1, 1, 0, 0],
  },
  {
    name: "43 (Rosen and Suzuki)",
    f: ([a, b, c, d]) => a * a + b * b + 2 * c * c + d * d - 5 * a - 5 * b - 21 * c + 7 * d,
    x0: [0, 0, 0, 0],
    ineq: ([a, b, c, d]) => [
      a * a + b * b + c * c + d * d + a - b + c - d - 8,
      a * a + 2 * b * b + c * c + 2 * d * d - a - d - 10,
      2 * a * a + b * b + c * c + 2 * a - b - d - 5,
    ],
    fun: -44,
    x: [0, 1, 2, -1],
  },
  {
    name: "71",
    f: ([a, b, c, d]) => a * d * (a + b + c) + c,
    x0: [1, 5, 5, 1],
    ineq: (x) => [25 - x[0] * x[1] * x[2] * x[3]],
    eq: (x) => [x.reduce((s, v) => s + v * v, -40)],
    bounds: new Array<Bound>(4).fill([1, 5]),
    fun: 17.0140173,
    x: [1, 4.742999, 3.8211503, 1.3794082],
  },
];

describe("problems of Hock and Schittkowski", () => {
  test.each(problems)("$name", ({ name: _, f, x0, fun, x, ...options }) => {
    const got = augmentedLagrangian(f, x0, options);
    expect(got.converged, got.message).toBe(true);
    expect(got.infeasibility).toBeLessThan(1e-5);
    expect(Math.abs(got.fun - fun) / Math.max(1, Math.abs(fun))).toBeLessThan(1e-5);
    x?.forEach((v, i) => {
      expect(Math.abs(got.x[i] - v)).toBeLessThan(2e-4);
    });
    // signs, complementarity, and a gradient of the Lagrangian (by differences) that is zero
    const { ineq, eq, lower, upper } = got.duals;
    options.ineq?.(got.x).forEach((v, i) => {
      expect(ineq[i]).toBeGreaterThanOrEqual(0);
      expect(Math.abs(ineq[i] * v)).toBeLessThan(1e-4 * Math.max(1, ineq[i]));
    });
    const L = (z: number[]) =>
      f(z) +
      (options.ineq?.(z) ?? []).reduce((s, v, i) => s + ineq[i] * v, 0) +
      (options.eq?.(z) ?? []).reduce((s, v, i) => s + eq[i] * v, 0);
    got.x.forEach((v, i) => {
      const at = (t: number) => L(got.x.map((w, j) => (i === j ? t : w)));
      const slope = (at(v + 1e-5) - at(v - 1e-5)) / 2e-5;
      const scale = Math.max(1, ...eq.map(Math.abs), ...ineq, ...upper, ...lower);
      expect(Math.abs(slope - lower[i] + upper[i]) / scale).toBeLessThan(1e-4);
    });
    const { history } = got;
    expect(history.length).toBe(got.nit);
    expect(history[history.length - 1]).toMatchObject({ fun: got.fun, ineq, eq });
  });
});

test("a quadratic program: solution and multipliers are those of quadprog, to 1e-8", () => {
  const Q = [
    [4, 1, 0],
    [1, 3, 1],
    [0, 1, 2],
  ];
  const c = [-8, -3, -3];
  const [Aub, bub] = [[[1, 1, 1]], [1]];
  const [Aeq, beq] = [[[1, -1, 2]], [0.5]];
  const rows = (A: number[][], b: number[]) => (x: number[]) =>
    A.map((row, i) => row.reduce((s, v, j) => s + v * x[j], -b[i]));
  const times = (x: number[]) => Q.map((row) => row.reduce((s, v, j) => s + v * x[j], 0));
  const f = (x: number[]) => times(x).reduce((s, v, i) => s + (v * x[i]) / 2 + c[i] * x[i], 0);
  const want = quadprog(Q, c, { Aub, bub, Aeq, beq });
  const got = augmentedLagrangian(f, [0, 0, 0], {
    grad: (x) => times(x).map((v, i) => v + c[i]),
    ineq: rows(Aub, bub),
    ineqJac: () => Aub,
    eq: rows(Aeq, beq),
    eqJac: () => Aeq,
    tol: 1e-10,
  });
  expect(got.converged, got.message).toBe(true);
  got.x.forEach((v, i) => {
    expect(Math.abs(v - want.x[i])).toBeLessThan(1e-8);
  });
  expect(Math.abs(got.duals.ineq[0] - want.duals.ub[0])).toBeLessThan(1e-8);
  expect(Math.abs(got.duals.eq[0] - want.duals.eq[0])).toBeLessThan(1e-8);
});

test("a linear program with bounds: multipliers of the bounds too", () => {
  const c = [-1, -2];
  const bounds: Bound[] = [
    [0, 3],
    [0, 3],
  ];
  const want = linprog(c, { Aub: [[1, 1]], bub: [4], bounds });
  const got = augmentedLagrangian(([a, b]) => -a - 2 * b, [1, 1], {
    ineq: ([a, b]) => [a + b - 4],
    bounds,
  });
  expect(got.converged).toBe(true);
  expect(got.x[0]).toBeCloseTo(1, 5);
  expect(got.x[1]).toBe(3);
  expect(got.duals.ineq[0]).toBeCloseTo(want.duals.ub[0], 5);
  expect(got.duals.upper[1]).toBeCloseTo(want.duals.upper[1], 5);
});

test("without constraints it is minimize", () => {
  const { x, converged, nit } = augmentedLagrangian(([a]) => sq(a - 1), [5]);
  expect(converged).toBe(true);
  expect(x[0]).toBeCloseTo(1, 6);
  expect(nit).toBeLessThan(8);
});

test("constraints may return the same array each time", () => {
  const out = [0];
  const line = ([x, y]: number[]) => {
    out[0] = 1 - x - y;
    return out;
  };
  for (const options of [{ eq: line }, { ineq: line }]) {
    const { x, converged } = augmentedLagrangian(([a, b]) => a * a + b * b, [3, 0], options);
    expect(converged).toBe(true);
    expect(x[0]).toBeCloseTo(0.5, 5);
    expect(x[1]).toBeCloseTo(0.5, 5);
  }
});

describe("failures are reported", () => {
  test("constraints that contradict each other: the violation that is left", () => {
    const got = augmentedLagrangian(([a]) => a * a, [3], { ineq: ([a]) => [a - 1, 2 - a] });
    expect(got.converged).toBe(false);
    expect(got.message).toMatch(/cannot be met near here: violation 5.0e-1/);
    expect(got.infeasibility).toBeCloseTo(0.5, 6);
  });

  test("an objective without a lower bound", () => {
    const got = augmentedLagrangian(([a]) => a, [3]);
    expect(got.converged).toBe(false);
    expect(got.message).toMatch(/unbounded below/);
  });

  test("NaN", () => {
    const got = augmentedLagrangian(() => Number.NaN, [3]);
    expect(got.converged).toBe(false);
    expect(got.message).toMatch(/not finite: f is NaN at the start/);
    const late = augmentedLagrangian(([a]) => a * a, [3], { eq: () => [Number.NaN] });
    expect(late.converged).toBe(false);
  });

  test("maxIter", () => {
    const got = augmentedLagrangian(([a]) => a * a, [3], { eq: ([a]) => [a - 1], maxIter: 1 });
    expect(got.message).toMatch(/^maxIter reached \(1\): violation/);
  });
});

describe("wrong arguments", () => {
  const f: F = ([a]) => a * a;
  test.each<[string, () => unknown, string]>([
    [
      "f",
      () => augmentedLagrangian(1 as never, [1]),
      "augmentedLagrangian: f must be a function, got 1",
    ],
    [
      "eq",
      () => augmentedLagrangian(f, [1], { eq: 1 as never }),
      "augmentedLagrangian: eq must be a function, got 1",
    ],
    [
      "result of eq",
      () => augmentedLagrangian(f, [1], { eq: (() => 1) as never }),
      "the result of eq must be a vector (number[]), got 1",
    ],
    [
      "shape of eqJac",
      () => augmentedLagrangian(f, [1], { eq: ([a]) => [a], eqJac: () => [[1, 2]] }),
      "the result of eqJac must have 1 columns (length of x0), got 1×2",
    ],
    [
      "start outside the bounds",
      () => augmentedLagrangian(f, [1], { bounds: [[2, 3]] }),
      "augmentedLagrangian: x0[0] must be a number in [2, 3], got 1",
    ],
    [
      "option",
      () => augmentedLagrangian(f, [1], { ineqs: [] } as never),
      'augmentedLagrangian: options has no "ineqs"',
    ],
    ["tol", () => augmentedLagrangian(f, [1], { tol: 0 }), "tol must be a number > 0, got 0"],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

test("functions and constraints of any size have the same solution, and multipliers in their units", () => {
  for (const c of [1e-200, 1e-12, 1e-6, 1, 1e6, 1e12, 1e200]) {
    for (const d of [1e-12, 1, 1e12]) {
      const got = augmentedLagrangian(([x, y]) => c * (x + y), [-2, 1], {
        eq: ([x, y]) => [d * (x * x + y * y - 2)],
      });
      expect(got.converged, got.message).toBe(true);
      expect(got.x[0]).toBeCloseTo(-1, 5);
      expect(got.x[1]).toBeCloseTo(-1, 5);
      expect((got.duals.eq[0] * d) / c).toBeCloseTo(0.5, 5);
      expect(got.fun).toBe(c * (got.x[0] + got.x[1]));
    }
  }
});

test("constraints that exclude each other by little are not taken for met", () => {
  const eq = ([x]: number[]) => [1e-10 * (x - 1), 1e-10 * (x + 1)];
  const { converged, infeasibility } = augmentedLagrangian(([x]) => x * x, [1], { eq });
  expect(converged).toBe(false);
  expect(infeasibility).toBeGreaterThan(5e-11);
});
