import { describe, expect, test } from "vitest";
import {
  checkGrad,
  derivative,
  grad,
  gradient,
  hessian,
  jacobian,
  mul,
  sin,
  sum,
} from "../../../lib/calculus";
import { allClose, rng, type Vector } from "../../../lib/core";

const rosenbrock = ([x, y]: Vector) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
const slopes = ([x, y]: Vector) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
const curvature = ([x, y]: Vector) => [
  [2 - 400 * (y - 3 * x * x), -400 * x],
  [-400 * x, 200],
];

describe("gradient", () => {
  test.each([[[-1.2, 1]], [[1, 1]], [[30, -20]]])("of Rosenbrock's function at %j", (x) => {
    const exact = slopes(x);
    const scale = Math.max(1, ...exact.map(Math.abs));
    for (const [options, rtol] of [
      [{ method: "forward" }, 1e-4],
      [{}, 1e-7],
      [{ order: 4 }, 1e-9],
      [{ method: "richardson" }, 1e-9],
    ] as const) {
      const got = gradient(rosenbrock, x, options);
      expect(allClose(got, exact, { rtol: 0, atol: rtol * scale }), `${got}, ${exact}`).toBe(true);
    }
  });

  test("of a function of no variable", () => {
    expect(gradient(() => 1, [])).toEqual([]);
  });

  test("x is not changed, whatever f does with its argument", () => {
    const x = [1, 2];
    gradient((y) => {
      y[0] = 99;
      return y[1];
    }, x);
    expect(x).toEqual([1, 2]);
  });

  test("method forward stays above x", () => {
    const f = ([x]: Vector) => (x < 1 ? Number.NaN : Math.sqrt(x - 1 + 4));
    expect(gradient(f, [1], { method: "forward", order: 3 })[0]).toBeCloseTo(0.25, 8);
    expect(() => gradient(f, [1])).toThrow(
      /gradient: f must return a finite number, got NaN at x = \[0\.99/,
    );
    expect(() => gradient(f, [1])).toThrow('a smaller h or method "forward" may stay inside');
  });
});

describe("jacobian", () => {
  test("rows are results", () => {
    const F = ([x, y]: Vector) => [x * y, Math.sin(x), y * y];
    const J = [
      [3, 2],
      [Math.cos(2), 0],
      [0, 6],
    ];
    expect(allClose(jacobian(F, [2, 3]), J, { rtol: 1e-9, atol: 1e-10 })).toBe(true);
    expect(allClose(jacobian(F, [2, 3], { method: "richardson" }), J, { atol: 1e-12 })).toBe(true);
    expect(jacobian(() => [], [1, 2])).toEqual([]);
    expect(jacobian(() => [1, 2], [])).toEqual([[], []]);
  });

  test("results may come in one array that is used again", () => {
    const out = [0, 0];
    const F = (x: Vector) => {
      out[0] = 2 * x[0];
      out[1] = x[1] ** 2;
      x.fill(Number.NaN);
      return out;
    };
    for (const options of [{}, { order: 6 }, { method: "forward" }, { method: "richardson" }]) {
      const J = jacobian(F, [1, 3], options as never);
      const exact = [
        [2, 0],
        [0, 6],
      ];
      expect(allClose(J, exact, { atol: 1e-6 }), `${J}`).toBe(true);
    }
    expect(jacobian((x) => x, [1, 2], { h: 0.5 })).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("bad input", () => {
    expect(() => jacobian(([x]) => [x, "1"] as never, [1])).toThrow('F(x)[1] is "1" (string)');
    expect(() => jacobian(() => new Float64Array(2) as never, [1])).toThrow(
      "jacobian: F(x) must be a vector (number[]), got a Float64Array of length 2",
    );
    expect(() => jacobian(() => 1 as never, [1])).toThrow("jacobian: F(x) must be a vector");
    expect(() => jacobian(([x]) => (x > 1 ? [1] : [1, 2]), [1])).toThrow(
      "jacobian: F(x) must always have length 2, got 1",
    );
    expect(() => jacobian(([x]) => [1 / (x - x)], [1])).toThrow("jacobian: F(x) must be finite");
    expect(() => jacobian((x) => x, [[1]] as never)).toThrow("jacobian: x must hold numbers");
  });
});

describe("hessian", () => {
  test.each([[[-1.2, 1]], [[1, 1]]])("of Rosenbrock's function at %j", (x) => {
    const exact = curvature(x);
    const close = (options: object, rtol: number) => {
      const H = hessian(rosenbrock, x, options);
      expect(H).toEqual([
        [H[0][0], H[1][0]],
        [H[1][0], H[1][1]],
      ]);
      expect(allClose(H, exact, { rtol, atol: rtol * 100 }), `${H}, ${exact}`).toBe(true);
    };
    close({}, 1e-5);
    close({ order: 4 }, 1e-7);
    close({ method: "forward", order: 3 }, 1e-4);
    close({ method: "richardson" }, 1e-9);
  });

  test("empty, and bad input", () => {
    expect(hessian(() => 1, [])).toEqual([]);
    expect(() => hessian(() => Infinity, [1, 2])).toThrow(
      "hessian: f must return a finite number, got Infinity at x = [",
    );
    expect(() => hessian(() => "1" as never, [1])).toThrow(TypeError);
  });
});

describe("checkGrad", () => {
  const f = (x: Vector) => sum(mul(sin(x), x));

  test("a right gradient passes with nothing to report", () => {
    const x = rng(1).normal(0, 2, 10);
    const check = checkGrad(f, grad(f), x);
    expect(check.maxRelError).toBeLessThan(1e-9);
    expect(check.maxAbsError).toBeLessThan(1e-9);
  });

  test("of the wrong entries the worst is named", () => {
    const wrong = (x: Vector) =>
      grad(f)(x).map((g, i) => g * (i === 3 ? 1.01 : i === 1 ? 1.001 : 1));
    const x = [1, 2, 3, 4, 5];
    const check = checkGrad(f, wrong, x);
    expect(check.index).toBe(3);
    expect(check.maxRelError).toBeCloseTo(0.01 / 1.01, 8);
    expect(check.got).toBe(wrong(x)[3]);
    expect(check.expected).toBeCloseTo(grad(f)(x)[3], 9);
    expect(check.maxAbsError).toBeCloseTo(Math.abs(check.got - check.expected), 12);
  });

  test("a sign error, a missing factor, a zero", () => {
    expect(
      checkGrad(
        (x) => x ** 3,
        (x) => -3 * x * x,
        2,
      ).maxRelError,
    ).toBeCloseTo(2, 8);
    expect(
      checkGrad(
        (x) => x ** 3,
        (x) => x * x,
        2,
      ).maxRelError,
    ).toBeCloseTo(2 / 3, 8);
    expect(
      checkGrad(
        (x) => x ** 3,
        () => 0,
        2,
      ),
    ).toMatchObject({ index: 0, got: 0, maxRelError: 1 });
    expect(
      checkGrad(
        () => 1,
        () => 0,
        2,
      ),
    ).toMatchObject({ maxAbsError: 0, maxRelError: 0 });
  });

  test("f and g may share an array", () => {
    const out = [0, 0];
    const slopes = ([x, y]: Vector) => {
      out[0] = y;
      out[1] = x;
      return out;
    };
    const check = checkGrad((x) => slopes(x)[0] * slopes(x)[1], slopes, [2, 3]);
    expect(check.maxRelError).toBe(0);
  });

  test("of a function of a matrix", () => {
    const g = (X: number[][]) => [X[0].map((v) => 2 * v), [2 * X[1][0], 3 * X[1][1]]];
    const X = [
      [1, 2],
      [3, 4],
    ];
    const check = checkGrad((Y) => Y.flat().reduce((s, v) => s + v * v, 0), g, X);
    expect(check.index).toEqual([1, 1]);
    expect(check.got).toBe(12);
    expect(check.expected).toBeCloseTo(8, 9);
  });

  test("bad input", () => {
    expect(() => checkGrad(1 as never, f as never, [1])).toThrow("checkGrad: f must be a function");
    expect(() => checkGrad(f, 1 as never, [1])).toThrow("checkGrad: g must be a function");
    expect(() => checkGrad(f, (x) => x.slice(1), [1, 2])).toThrow(
      "checkGrad: g(x) must have the shape of x, an array of length 2, got an array of length 1",
    );
    expect(() => checkGrad(f, (x) => x.map(() => Number.NaN), [1, 2])).toThrow(
      "checkGrad: g(x) must be finite, g(x)[0] is NaN",
    );
    expect(() => checkGrad(f, (x) => x, [])).toThrow(
      "checkGrad: x must have at least 1 entry, got 0",
    );
    expect(() =>
      checkGrad(
        () => Number.NaN,
        (x) => x,
        [1],
      ),
    ).toThrow("checkGrad: f must return a finite number, got NaN at");
    expect(() => checkGrad(f, (x) => x, "x" as never)).toThrow("checkGrad: x must be a vector");
  });
});

test("bad functions and points", () => {
  expect(() => derivative(1 as never, 0)).toThrow("derivative: f must be a function, got 1");
  expect(() => derivative(Math.sin, "0" as never)).toThrow("derivative: x must be a finite number");
  expect(() => derivative(Math.log, 0)).toThrow(
    "derivative: f must return a finite number, got NaN at x = -",
  );
  expect(() => derivative(() => undefined as never, 0)).toThrow(
    "derivative: f must return a finite number, got undefined",
  );
  expect(() => gradient(rosenbrock, 3 as never)).toThrow(
    "gradient: x must be a vector (number[]), got 3",
  );
  expect(() => gradient(rosenbrock, [1, Number.NaN])).toThrow(
    "gradient: x must be finite, x[1] is NaN",
  );
});
