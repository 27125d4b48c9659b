import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { root } from "../../lib/optimize";

interface Case {
  name: string;
  bracket: [number, number];
  x: number;
  nfev: number;
}

const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "root.json"), "utf8"),
);
const equations: Record<string, (x: number) => number> = {
  "x^2 - 2": (x) => x * x - 2,
  "cos x - x": (x) => Math.cos(x) - x,
  "x^3 - 2x - 5": (x) => x ** 3 - 2 * x - 5,
  "e^x - 2": (x) => Math.exp(x) - 2,
  "log x + x^2 - 3": (x) => Math.log(x) + x * x - 3,
  "x e^-x - 0.1": (x) => x * Math.exp(-x) - 0.1,
  "x^9": (x) => x ** 9,
  "tanh(50(x - 0.3))": (x) => Math.tanh(50 * (x - 0.3)),
  "1e-20 (x - 3)": (x) => 1e-20 * (x - 3),
  "x^3 - 1e12": (x) => x ** 3 - 1e12,
};

describe("brent against mpmath, with SciPy's number of evaluations", () => {
  test.each(cases)("$name", ({ name, bracket, x, nfev }) => {
    const got = root(equations[name], bracket, { method: "brent", maxIter: 1000 });
    expect(got.converged, got.message).toBe(true);
    expect(Math.abs(got.x - x)).toBeLessThanOrEqual(1e-12 + 8 * Number.EPSILON * Math.abs(x));
    expect(got.nfev).toBeLessThanOrEqual(1.1 * nfev + 3);
    for (const h of got.history) {
      const [a, b] = h.bracket!;
      expect(a <= x + 1e-12 && x - 1e-12 <= b).toBe(true);
      expect(h.x === a || h.x === b).toBe(true);
      expect(h.fun).toBe(equations[name](h.x));
    }
  });

  test("a root at an end of the bracket", () => {
    expect(root((x) => x - 1, [1, 2], { method: "brent" }).x).toBe(1);
    expect(root((x) => x - 2, [1, 2], { method: "brent" }).x).toBe(2);
  });

  test("infinite values and tiny ones keep their signs", () => {
    expect(root((x) => 1 / x - 1, [0, 4], { method: "brent" }).x).toBeCloseTo(1, 12);
    expect(root((x) => 1e-300 * (x - 1), [0, 4], { method: "brent" }).x).toBeCloseTo(1, 12);
  });

  test("NaN inside the bracket ends it", () => {
    const got = root((x) => (x === 0 || x === 1 ? x - 0.5 : Number.NaN), [0, 1], {
      method: "brent",
    });
    expect(got.converged).toBe(false);
    expect(got.message).toMatch(/f is NaN at/);
  });
});

describe("secant and newton for one equation", () => {
  test.each([
    ["x^2 - 2", 1],
    ["cos x - x", 1],
    ["x^3 - 2x - 5", 2],
    ["e^x - 2", 0],
    ["log x + x^2 - 3", 1],
  ] as const)("%s", (name, x0) => {
    const exact = cases.find((c) => c.name === name)!.x;
    for (const method of ["secant", "newton"] as const) {
      const { x, converged } = root(equations[name], x0, { method });
      expect(converged).toBe(true);
      expect(Math.abs(x - exact)).toBeLessThan(1e-11);
    }
  });

  test("newton uses the derivative it is given, and converges quadratically", () => {
    const options = { method: "newton", jac: (x: number) => 2 * x, tol: 1e-15 } as const;
    const { history, nfev, nit } = root((x) => x * x - 2, 1, options);
    expect(nfev).toBe(nit + 1);
    const errors = history.map((h) => Math.abs(h.x - Math.SQRT2));
    for (let k = 1; k + 1 < errors.length; k++) {
      expect(errors[k + 1]).toBeLessThanOrEqual(errors[k] ** 2 + 1e-15);
    }
  });

  test("damping keeps newton from running off where the plain step would", () => {
    // plain Newton diverges for arctan from |x| > 1.39
    expect(root(Math.atan, 3, { method: "newton" }).x).toBeCloseTo(0, 9);
  });

  test("without a root they say so", () => {
    const f = (x: number) => x * x + 1;
    expect(root(f, 0.5).converged).toBe(false);
    const { converged, message } = root(f, 0.5, { method: "newton" });
    expect(converged).toBe(false);
    expect(message).toMatch(/least but not 0/);
    expect(root(() => 1, 0).message).toMatch(/is level/);
    expect(root(() => Number.NaN, 0).converged).toBe(false);
  });

  test("maxIter", () => {
    expect(root((x) => x ** 9, 1, { maxIter: 3 }).message).toBe("maxIter reached (3)");
    const bracket = [-1, 2] as const;
    expect(root((x) => x ** 9, bracket, { method: "brent", maxIter: 3 }).converged).toBe(false);
  });
});

describe("newton for systems", () => {
  test("a circle and a parabola", () => {
    const F = ([x, y]: number[]) => [x * x + y * y - 4, y - x * x];
    const y = (Math.sqrt(17) - 1) / 2;
    const { x, fun, converged } = root(F, [1, 1]);
    expect(converged).toBe(true);
    expect(x[0]).toBeCloseTo(Math.sqrt(y), 10);
    expect(x[1]).toBeCloseTo(y, 10);
    expect(fun).toEqual(F(x));
  });

  test("‖F‖ falls in every step, on random cubic systems with a known root", () => {
    const g = rng(8);
    for (let t = 0; t < 20; t++) {
      const n = 4;
      const A = Array.from({ length: n }, (_, i) =>
        g.normal(0, 0.3, n).map((v, j) => v + (i === j ? 2 : 0)),
      );
      const at = g.normal(0, 1, n);
      const cubic = (x: number[]) =>
        A.map((row, i) => row.reduce((s, a, j) => s + a * x[j], 0) + x[i] ** 3);
      const target = cubic(at);
      const jac = (x: number[]) =>
        A.map((row, i) => row.map((a, j) => a + (i === j ? 3 * x[i] ** 2 : 0)));
      const F = (x: number[]) => cubic(x).map((v, i) => v - target[i]);
      const { history, x } = root(F, g.normal(0, 3, n), { jac });
      const sizes = history.map((h) => Math.hypot(...h.fun));
      for (let k = 1; k < sizes.length; k++) expect(sizes[k]).toBeLessThan(sizes[k - 1]);
      expect(Math.hypot(...F(x))).toBeLessThan(1e-9);
    }
  });

  test("a singular Jacobian at the start, or at the root", () => {
    // at (0, 0) the first row of the Jacobian is zero
    const F = ([x, y]: number[]) => [x * y - 1, x + y * y - 2];
    const { x } = root(F, [0, 0]);
    expect(Math.hypot(...F(x))).toBeLessThan(1e-9);
    const double = root(([x, y]: number[]) => [(x - 1) ** 2, y], [3, 1], { tol: 1e-12 });
    expect(double.converged).toBe(true);
    expect(double.x[0]).toBeCloseTo(1, 5);
  });

  test("F and its Jacobian may return the same arrays each time", () => {
    const out = [0, 0];
    const F = ([x, y]: number[]) => {
      out[0] = x * x - 2;
      out[1] = y * y - 3;
      return out;
    };
    const J = [
      [0, 0],
      [0, 0],
    ];
    const jac = ([x, y]: number[]) => {
      J[0][0] = 2 * x;
      J[1][1] = 2 * y;
      return J;
    };
    for (const options of [{}, { jac }]) {
      const { x, converged, history } = root(F, [1, 1], options);
      expect(converged).toBe(true);
      expect(x[0]).toBeCloseTo(Math.SQRT2, 10);
      expect(x[1]).toBeCloseTo(Math.sqrt(3), 10);
      expect(history[0].fun).toEqual([-1, -2]);
    }
  });

  test("F or its Jacobian not finite", () => {
    expect(root(() => [Number.NaN, 1], [1, 1]).message).toMatch(/not finite at the start/);
    const jac = () => [
      [Number.NaN, 0],
      [0, 1],
    ];
    expect(root(([x, y]: number[]) => [x, y], [1, 1], { jac }).message).toMatch(
      /Jacobian is not finite/,
    );
  });
});

describe("wrong arguments", () => {
  const f = (x: number) => x;
  test.each<[string, () => unknown, string]>([
    [
      "same signs",
      () => root((x) => x * x + 1, [0, 2], { method: "brent" }),
      "root: f must have opposite signs at the ends of the bracket, got f(0) = 1 and f(2) = 5",
    ],
    [
      "NaN at an end",
      () => root(Math.log, [-1, 2], { method: "brent" }),
      "opposite signs at the ends of the bracket, got f(-1) = NaN",
    ],
    [
      "a bracket and a start",
      () => root(f, 1, { bracket: [0, 2] } as never),
      "root: takes a start x0 or a bracket, got both",
    ],
    [
      "neither",
      () => root(f, { method: "brent" } as never),
      "root: needs a start x0, or the option bracket alone",
    ],
    ["no start at all", () => root(f, undefined as never), "root: x0 must be a vector (number[])"],
    [
      "a bracket for newton",
      () => root(f, { bracket: [0, 2], method: "newton" } as never),
      'root: bracket is for method "brent", got method "newton"',
    ],
    [
      "NaN in the bracket",
      () => root(f, { bracket: [0, Number.NaN] }),
      "root: bracket must be finite, bracket[1] is NaN",
    ],
    [
      "a bracket of three",
      () => root(f, [1, 2, 3], { method: "brent" }),
      "root: x0 must have length 2 (a bracket [a, b]), got 3",
    ],
    [
      "brent from a number",
      () => root(f, 1 as never, { method: "brent" }),
      "root: x0 must be a vector (number[]), got 1",
    ],
    [
      "secant from a vector",
      () => root(f, [1, 2] as never, { method: "secant" as never }),
      "root: x0 must be a finite number, got",
    ],
    ["f", () => root(3 as never, 1), "root: f must be a function, got 3"],
    [
      "result of f",
      () => root((() => "1") as never, 1),
      'root: f must return a number, got "1" (string)',
    ],
    [
      "length of F",
      () => root(() => [1], [1, 2]),
      "root: the result of f must have length 2 (length of x0), got 1",
    ],
    [
      "shape of jac",
      () => root((x: number[]) => x, [1, 2], { jac: () => [[1]] }),
      "root: the result of jac must have 2 rows (length of x0), got 1×1",
    ],
    [
      "jac for brent",
      () => root(f, [-1, 2], { method: "brent", jac: () => 1 }),
      'root: jac is used by method "newton" alone, got method "brent"',
    ],
    [
      "method",
      () => root(f, 1, { method: "halley" as never }),
      'root: method must be one of "brent", "secant", "newton"',
    ],
    ["NaN", () => root(f, Number.NaN), "root: x0 must be a finite number, got NaN"],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
