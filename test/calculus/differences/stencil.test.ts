import { describe, expect, test } from "vitest";
import { derivative, derivativeEstimate, hessian, richardson } from "../../../lib/calculus";
import { fornbergWeights } from "../../../lib/calculus/differences/stencil";
import { allClose } from "../../../lib/core";

describe("Fornberg's weights", () => {
  test.each([
    [[-1, 0, 1], 1, [-1 / 2, 0, 1 / 2]],
    [[-1, 0, 1], 2, [1, -2, 1]],
    [[0, 1], 1, [-1, 1]],
    [[0, 1, 2], 1, [-3 / 2, 2, -1 / 2]],
    [[-2, -1, 0, 1, 2], 1, [1 / 12, -2 / 3, 0, 2 / 3, -1 / 12]],
    [[-2, -1, 0, 1, 2], 2, [-1 / 12, 4 / 3, -5 / 2, 4 / 3, -1 / 12]],
    [[-3, -2, -1, 0, 1, 2, 3], 1, [-1 / 60, 3 / 20, -3 / 4, 0, 3 / 4, -3 / 20, 1 / 60]],
  ])("at %j, derivative %i", (points, m, expected) => {
    expect(allClose(fornbergWeights(points, m), expected, { rtol: 1e-14, atol: 1e-16 })).toBe(true);
  });

  test("are exact on polynomials, wherever the points are", () => {
    const points = [-1.3, -0.2, 0.4, 1.1, 2];
    const p = (x: number) => 3 - x + 2 * x ** 2 - 5 * x ** 3 + x ** 4;
    const apply = (m: number) =>
      fornbergWeights(points, m).reduce((sum, w, k) => sum + w * p(points[k]), 0);
    expect(allClose([apply(0), apply(1), apply(2)], [3, -1, 4], { rtol: 1e-13 })).toBe(true);
  });
});

describe("the error falls with the order promised", () => {
  const f = (x: number) => Math.exp(Math.sin(x));
  const x = 0.7;
  const exact = Math.cos(x) * f(x);
  const error = (options: object, h: number) =>
    Math.abs(derivative(f, x, { ...options, h }) - exact);
  test.each([
    [{ method: "forward" }, 1, 1e-3],
    [{ method: "forward", order: 2 }, 2, 1e-2],
    [{ method: "forward", order: 3 }, 3, 1e-2],
    [{}, 2, 1e-2],
    [{ order: 4 }, 4, 5e-2],
    [{ order: 6 }, 6, 5e-2],
    [{ order: 8 }, 8, 1e-1],
  ])("%j", (options, order, h) => {
    const measured = Math.log2(error(options, h) / error(options, h / 2));
    expect(Math.abs(measured - order)).toBeLessThan(0.2);
  });

  test.each([
    [{ order: 2 }, 2, 0.05],
    [{ order: 4 }, 4, 0.05],
    [{ method: "forward", order: 2 }, 2, 0.005],
  ])("of a Hessian, %j", (options, order, h) => {
    const g = ([u, v]: number[]) => Math.exp(u) * Math.sin(2 * v);
    const at = [0.3, 0.8];
    const [e, s, c] = [Math.exp(0.3), Math.sin(1.6), Math.cos(1.6)];
    const H = [
      [e * s, 2 * e * c],
      [2 * e * c, -4 * e * s],
    ];
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ]) {
      const miss = (step: number) =>
        Math.abs(hessian(g, at, { ...options, h: step } as never)[i][j] - H[i][j]);
      expect(Math.abs(Math.log2(miss(h) / miss(h / 2)) - order)).toBeLessThan(0.25);
    }
  });
});

describe("the default step", () => {
  const functions: [string, (x: number) => number, (x: number) => number, number][] = [
    ["exp", Math.exp, Math.exp, 1],
    ["sin", Math.sin, Math.cos, 1.2],
    ["x³ at 1000", (x) => x ** 3, (x) => 3 * x * x, 1000],
    ["1/x at 0.5", (x) => 1 / x, (x) => -1 / x ** 2, 0.5],
    ["√x at 1e8", Math.sqrt, (x) => 0.5 / Math.sqrt(x), 1e8],
  ];
  test.each(functions)("%s: the accuracy that the order allows", (_name, f, df, x) => {
    const exact = df(x);
    const relative = (options: object) => Math.abs(derivative(f, x, options) / exact - 1);
    expect(relative({ method: "forward" })).toBeLessThan(5e-7);
    expect(relative({})).toBeLessThan(2e-9);
    expect(relative({ order: 4 })).toBeLessThan(1e-10);
    expect(relative({ method: "richardson" })).toBeLessThan(1e-11);
  });

  test.each(functions)("%s: the estimated error covers the true one", (_name, f, df, x) => {
    for (const options of [{ method: "forward" }, {}, { order: 4 }, { method: "richardson" }]) {
      const { value, error, nfev } = derivativeEstimate(f, x, options as never);
      expect(Math.abs(value - df(x)), JSON.stringify(options)).toBeLessThanOrEqual(2 * error);
      expect(error).toBeLessThan(1e-5 * Math.max(1, Math.abs(df(x))));
      expect(nfev).toBeGreaterThan(1);
    }
  });

  test("a point so large that x + h = x is refused", () => {
    expect(() => derivative(Math.cos, 1e20, { h: 1 })).toThrow(
      "derivative: h at x = 100000000000000000000 must be a number > 0, got 0",
    );
  });
});

describe("Richardson's extrapolation", () => {
  test("its table: column j is of order 2(j + 1)", () => {
    const D = (h: number) => (Math.exp(1 + h) - Math.exp(1 - h)) / (2 * h);
    const { value, error, table } = richardson(D, 0.5);
    expect(Math.abs(value - Math.E)).toBeLessThan(1e-12);
    expect(Math.abs(value - Math.E)).toBeLessThanOrEqual(error * 10);
    expect(table[1][0]).toBe(D(0.25));
    expect(allClose(table[1][1], (4 * D(0.25) - D(0.5)) / 3)).toBe(true);
    const miss = (k: number, j: number) => Math.abs(table[k][j] - Math.E);
    expect(Math.log2(miss(1, 0) / miss(2, 0))).toBeCloseTo(2, 1);
    expect(Math.log2(miss(1, 1) / miss(2, 1))).toBeCloseTo(4, 1);
  });

  test("a polynomial in h² is exhausted", () => {
    expect(richardson((h) => 5 + h ** 2 - 3 * h ** 4, 1).value).toBe(5);
    expect(richardson(() => 2, 1)).toEqual({
      value: 2,
      error: 0,
      step: 0.5,
      converged: true,
      table: [[2], [2, 2]],
    });
  });

  test("says whether the table drew closer", () => {
    const central = (f: (x: number) => number, x: number) => (h: number) =>
      (f(x + h) - f(x - h)) / (2 * h);
    expect(richardson(central(Math.exp, 1), 0.5).converged).toBe(true);
    for (const x of [3e8, 1e9, 4e9, 1e10, 7e10, 1e11, 1e12, 1e15, 1e300]) {
      expect(richardson(central(Math.sin, x), x / 8).converged, `sin at ${x}`).toBe(false);
    }
    expect(richardson(central(Math.floor, 2), 0.5).converged).toBe(false);
    expect(richardson((h) => 1 / h, 1).converged).toBe(false);
  });

  test("bad input", () => {
    expect(() => richardson(1 as never, 1)).toThrow("richardson: D must be a function, got 1");
    expect(() => richardson(() => 1, 0)).toThrow("richardson: h must be a number > 0, got 0");
    expect(() => richardson((h) => 1 / (h - 1), 1)).toThrow(
      "richardson: D(1) must be a finite number, got Infinity",
    );
  });
});

describe("bad options", () => {
  test.each([
    [
      { method: "backward" },
      'method must be one of "central", "forward", "richardson", got "backward"',
    ],
    [{ order: 3 }, 'order must be even for "central", got 3'],
    [{ order: 10 }, "order must be an integer in [2, 8], got 10"],
    [{ order: 0, method: "forward" }, "order must be an integer in [1, 8], got 0"],
    [{ order: 4, method: "richardson" }, 'order has no meaning for "richardson"'],
    [{ h: 0 }, "h must be a number > 0, got 0"],
    [{ h: -1e-3 }, "h must be a number > 0, got -0.001"],
    [{ h: Number.NaN }, "h must be a number > 0, got NaN"],
    [{ step: 1 }, 'options has no "step"; known: method, order, h'],
  ])("%j", (options, message) => {
    expect(() => derivative(Math.sin, 1, options as never)).toThrow(`derivative: ${message}`);
  });
});
