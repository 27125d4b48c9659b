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
  for (let t = 0; t < 1500; t++) {
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

test("rows and columns multiplied by 1e-8 … 1e8 change neither status nor value", () => {
  const g = rng(13);
  const seen: Record<string, number> = {};
  const power = () => 2 ** g.integers(-27, 28);
  for (let t = 0; t < 300; t++) {
    const one = randomCase(g, `random ${t}`);
    const n = one.c.length;
    const B = Array.from({ length: g.integers(0, n + 1) }, () => g.integers(-2, 3, n));
    const Q = one.c.map((_, i) =>
      one.c.map((_, j) => B.reduce((s, row) => s + row[i] * row[j], 0)),
    );
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
    const plain = quadprog(Q, one.c, constraintsOf(one));
    const wild = quadprog(
      Q.map((row, i) => row.map((v, j) => v * s[i] * s[j] * price)),
      one.c.map((v, j) => v * s[j] * price * size),
      {
        Aub,
        bub,
        Aeq,
        beq,
        bounds: one.bounds.map(([l, u], j): [number, number] => [
          (l * size) / s[j],
          (u * size) / s[j],
        ]),
      },
    );
    seen[plain.status] = (seen[plain.status] ?? 0) + 1;
    expect(wild.status, `${one.name}: ${wild.message}`).toBe(plain.status);
    const unit = price * size * size;
    if (plain.status === "optimal") expect(wild.fun / unit).toBeCloseTo(plain.fun, 8);
  }
  for (const status of ["optimal", "infeasible", "unbounded"]) {
    expect(seen[status], status).toBeGreaterThan(5);
  }
});

describe("the edges", () => {
  const Q = [
    [2, 0],
    [0, 2],
  ];

  test("all variables fixed: what holds them are the multipliers", () => {
    const bounds: [number, number][] = [
      [1, 1],
      [2, 2],
    ];
    const got = quadprog(Q, [1, -9], { bounds });
    expect(got.x).toEqual([1, 2]);
    expect(got.duals).toEqual({ ub: [], eq: [], lower: [3, 0], upper: [0, 5] });
    expect(quadprog(Q, [1, 1], { bounds, Aub: [[1, 1]], bub: [2] }).status).toBe("infeasible");
  });

  test("equations that leave one point, on the edge of the bounds", () => {
    const bounds: [number, number][] = [
      [0, Infinity],
      [0, Infinity],
    ];
    const got = quadprog(Q, [1, 1], { bounds, Aeq: [[1, 1]], beq: [0] });
    expect(got.status).toBe("optimal");
    expect(got.x).toEqual([0, 0]);
  });

  test("rows of zeros hold, or do not", () => {
    expect(quadprog([[1]], [1], { Aub: [[0]], bub: [0] }).x).toEqual([-1]);
    expect(quadprog([[1]], [1], { Aub: [[0]], bub: [-1] }).status).toBe("infeasible");
    expect(quadprog([[1]], [1], { Aeq: [[0]], beq: [1] }).status).toBe("infeasible");
  });

  test("equations alone: level where Q is, and then down for ever or not at all", () => {
    const level = [
      [2, 0],
      [0, 0],
    ];
    const down = quadprog(level, [1, 1], { Aeq: [[1, 0]], beq: [1] });
    expect(down.status).toBe("unbounded");
    expect(down.ray).toEqual([0, -1]);
    expect(quadprog(level, [1, 0], { Aeq: [[1, 0]], beq: [1] }).fun).toBe(2);
  });

  test.each([1e-90, 1e-8, 1e8, 1e90])("numbers about %f", (s) => {
    const got = quadprog(
      [
        [2 * s, s],
        [s, 4 * s],
      ],
      [5 * s, 3 * s],
      {
        bounds: [
          [-1, 1],
          [-1, 1],
        ],
      },
    );
    expect(got.x[0]).toBe(-1);
    expect(got.x[1]).toBeCloseTo(-0.5, 14);
    expect(got.duals.lower[0] / s).toBeCloseTo(2.5, 12);
  });

  test("every row three times over: the multipliers are not unique, the solution is", () => {
    const g = rng(14);
    const n = 20;
    const B = Array.from({ length: 8 }, () => g.normal(0, 1, n));
    const gram = B[0].map((_, i) => B[0].map((_, j) => B.reduce((s, r) => s + r[i] * r[j], 0)));
    const c = g.normal(0, 1, n);
    const Aub = Array.from({ length: 12 }, () => g.normal(0, 1, n));
    const bub = g.uniform(0, 1, 12);
    const bounds = c.map((): [number, number] => [0, 1]);
    const once = quadprog(gram, c, { Aub, bub, bounds });
    const thrice = quadprog(gram, c, {
      Aub: [...Aub, ...Aub, ...Aub.map((row) => row.map((v) => 2 * v))],
      bub: [...bub, ...bub, ...bub.map((v) => 2 * v)],
      bounds,
    });
    expect(thrice.status, thrice.message).toBe("optimal");
    expect(thrice.fun).toBeCloseTo(once.fun, 10);
  });

  test("numbers that could overflow are refused by name", () => {
    expect(() => quadprog([[1e300]], [1])).toThrow("quadprog: Q[0][0] is 1e+300, numbers beyond");
    expect(() => quadprog([[1]], [-1e101])).toThrow("quadprog: c[0] is -1e+101");
  });
});

test("most variables at a bound: solution and multipliers to rounding", () => {
  const g = rng(15);
  const n = 60;
  const factor = Array.from({ length: 70 }, () => g.normal(0, 1, n));
  const Q = factor[0].map((_, i) =>
    factor[0].map((_, j) => factor.reduce((s, r) => s + r[i] * r[j], 0)),
  );
  const side = Array.from({ length: n }, (_, i) => i % 6); // 0 is inside, 1 and 2 above, the rest below
  const x = side.map((k) => (k === 0 ? g.uniform(0.2, 0.8) : k < 3 ? 1 : 0));
  const price = side.map((k) => (k === 0 ? 0 : g.uniform(0.5, 2)));
  const upper = price.map((v, i) => (side[i] === 1 || side[i] === 2 ? v : 0));
  const lower = price.map((v, i) => v - upper[i]);
  const [a, b] = [g.normal(0, 1, n), g.normal(0, 1, n)];
  const c = Q.map((row, i) => -inner(row, x) - 0.7 * a[i] - 1.3 * b[i] - upper[i] + lower[i]);
  const got = quadprog(Q, c, {
    Aub: [a],
    bub: [inner(a, x)],
    Aeq: [b],
    beq: [inner(b, x)],
    bounds: x.map((): [number, number] => [0, 1]),
  });
  expect(got.status, got.message).toBe("optimal");
  expectClose(got.x, x, 1e-12, "x");
  expectClose(got.duals.ub, [0.7], 1e-10, "ub");
  expectClose(got.duals.eq.map(Math.abs), [1.3], 1e-10, "eq");
  expectClose(got.duals.upper.map(Math.abs), upper, 1e-10, "upper");
  expectClose(got.duals.lower.map(Math.abs), lower, 1e-10, "lower");
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
