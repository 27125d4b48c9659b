import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type Bound, type MinimizeMethod, minimize } from "../../lib/optimize";
import { gradient, problems, value } from "./mgh";

interface Fixture {
  boxed: {
    name: string;
    bounds: [number | null, number | null][];
    x0: number[];
    x: number[];
    fun: number;
    nfev: number;
  }[];
  simplex: { name: string; fun: number; nfev: number }[];
}

const fixture: Fixture = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "minimize.json"), "utf8"),
);
const named = (name: string) => problems.find((p) => p.name === name)!;
const median = (x: number[]) => x.sort((a, b) => a - b)[x.length >> 1];

/** MML example 7.1: f = ½xᵀ[[2, 1], [1, 20]]x − [5, 3]ᵀx. */
const Q = [
  [2, 1],
  [1, 20],
];
const f = ([a, b]: number[]) => (2 * a * a + 2 * a * b + 20 * b * b) / 2 - 5 * a - 3 * b;
const grad = ([a, b]: number[]) => [2 * a + b - 5, a + 20 * b - 3];
/** Its minimiser: Qx = (5, 3). */
const solution = [97 / 39, 1 / 39];

const SMOOTH: MinimizeMethod[] = [
  "gradientDescent",
  "cg",
  "newton",
  "newton-cg",
  "bfgs",
  "l-bfgs",
  "l-bfgs-b",
];

describe("MML chapter 7", () => {
  test("example 7.1: the steps of gradient descent and the optimum", () => {
    const options = { method: "gradientDescent", grad, learningRate: 0.085 } as const;
    const { history, x } = minimize(f, [-3, -1], { ...options, tol: 1e-10 });
    expect(history[1].x).toEqual([expect.closeTo(-1.98, 12), expect.closeTo(1.21, 12)]);
    expect(history[2].x.map((v) => Number(v.toFixed(2)))).toEqual([-1.32, -0.42]);
    expect(history[1].step).toBe(0.085);
    expect(x.map((v) => Number(v.toFixed(4)))).toEqual([2.4872, 0.0256]);
  });

  test("figure 7.2: stationary points of x⁴ + 7x³ + 5x² − 17x + 3", () => {
    const l = ([x]: number[]) => x ** 4 + 7 * x ** 3 + 5 * x ** 2 - 17 * x + 3;
    const near = (x0: number, sign = 1) => minimize((x) => sign * l(x), [x0], { tol: 1e-8 });
    expect(near(-6).x[0]).toBeCloseTo(-4.48, 3);
    expect(near(-6).fun).toBeCloseTo(-47.07, 2);
    expect(near(1).x[0]).toBeCloseTo(0.662, 3);
    expect(near(-1.4, -1).x[0]).toBeCloseTo(-1.432, 3);
  });
});

describe("every method", () => {
  const rates: Partial<Record<MinimizeMethod, number>> = {
    momentum: 0.02,
    nesterov: 0.02,
    adagrad: 0.5,
    rmsprop: 0.001,
    adam: 0.05,
  };
  const all = [...SMOOTH, ...Object.keys(rates), "nelder-mead"] as MinimizeMethod[];

  test.each(all)("%s finds the minimum of a quadratic", (method) => {
    const learningRate = rates[method];
    // RMSProp with a fixed rate ends in a small cycle around the minimum
    const loose = method === "rmsprop";
    const result = minimize(f, [-3, -1], { method, grad, ...(learningRate && { learningRate }) });
    expect(result.converged, result.message).toBe(!loose);
    result.x.forEach((v, i) => {
      expect(Math.abs(v - solution[i])).toBeLessThan(loose ? 1e-2 : 1e-5);
    });
    expect(result.fun).toBeCloseTo(-6.25641025641, loose ? 3 : 9);
  });

  test.each(all)("%s keeps its books", (method) => {
    const calls = { f: 0, grad: 0 };
    const learningRate = rates[method];
    const result = minimize(
      (x) => {
        calls.f++;
        return f(x);
      },
      [-3, -1],
      {
        method,
        grad: (x) => {
          calls.grad++;
          return grad(x);
        },
        ...(learningRate && { learningRate }),
        maxIter: 200,
      },
    );
    expect(result.nfev).toBe(calls.f);
    expect(result.ngev).toBe(calls.grad);
    expect(result.history.length).toBe(result.nit + 1);
    const last = result.history[result.history.length - 1];
    expect(last.x).toEqual(result.x);
    expect(last.fun).toBe(result.fun);
    for (const h of result.history) expect(h.fun).toBe(f(h.x));
    if (method === "nelder-mead") {
      expect(result.history.every((h) => h.simplex?.length === 3)).toBe(true);
      expect(result.ngev).toBe(0);
      return;
    }
    expect(result.history[0]).toMatchObject({ x: [-3, -1], step: 0 });
    for (const h of result.history) {
      expect(h.gradNorm).toBe(Math.max(...grad(h.x).map(Math.abs)));
    }
  });

  test.each(SMOOTH)("%s never rises from one iterate to the next", (method) => {
    const p = named("14 Wood");
    const { history } = minimize(value(p), p.x0, { method, grad: gradient(p), maxIter: 500 });
    for (let k = 1; k < history.length; k++) {
      expect(history[k].fun).toBeLessThanOrEqual(history[k - 1].fun * (1 + 1e-14));
    }
  });

  test.each(SMOOTH)("%s works with differences for a gradient", (method) => {
    const { x, ngev, nfev } = minimize(f, [-3, -1], { method });
    x.forEach((v, i) => {
      expect(Math.abs(v - solution[i])).toBeLessThan(1e-5);
    });
    expect(nfev).toBeGreaterThanOrEqual(4 * ngev);
  });

  test.each(SMOOTH)("%s minimises strictly convex quadratics of random spectrum", (method) => {
    const g = rng(4);
    for (let t = 0; t < 5; t++) {
      const d = Array.from({ length: 6 }, () => 10 ** g.uniform(0, 1.5));
      const b = g.normal(0, 1, 6);
      const q = (x: number[]) => x.reduce((s, v, i) => s + (d[i] * v * v) / 2 - b[i] * v, 0);
      const dq = (x: number[]) => x.map((v, i) => d[i] * v - b[i]);
      const { x, converged } = minimize(q, g.normal(0, 3, 6), { method, grad: dq, tol: 1e-9 });
      expect(converged).toBe(true);
      x.forEach((v, i) => {
        expect(Math.abs(v - b[i] / d[i])).toBeLessThan(1e-8);
      });
    }
  });
});

describe("each method's own", () => {
  test("newton needs one step on a quadratic, and converges quadratically", () => {
    expect(minimize(f, [-3, -1], { method: "newton", grad, hess: () => Q }).nit).toBe(1);
    const e = ([x]: number[]) => Math.exp(x) - 2 * x;
    const de = ([x]: number[]) => [Math.exp(x) - 2];
    const options = {
      method: "newton",
      grad: de,
      hess: ([x]: number[]) => [[Math.exp(x)]],
    } as const;
    const { history } = minimize(e, [1], { ...options, tol: 1e-12 });
    const errors = history.map((h) => Math.abs(h.x[0] - Math.LN2));
    for (let k = 1; k < errors.length - 1; k++) {
      expect(errors[k + 1]).toBeLessThan(errors[k] ** 2 + 1e-15);
    }
  });

  test("newton and newton-cg leave a saddle, where the plain Newton step would lead", () => {
    const saddle = ([a, b]: number[]) => a * a - b * b + b ** 4 / 4;
    const ds = ([a, b]: number[]) => [2 * a, -2 * b + b ** 3];
    const hess = ([, b]: number[]) => [
      [2, 0],
      [0, -2 + 3 * b * b],
    ];
    for (const method of ["newton", "newton-cg"] as const) {
      const { x, fun } = minimize(saddle, [1, 0.1], { method, grad: ds, hess, tol: 1e-9 });
      expect(x[0]).toBeCloseTo(0, 8);
      expect(Math.abs(x[1])).toBeCloseTo(Math.SQRT2, 8);
      expect(fun).toBeCloseTo(-1, 12);
    }
  });

  test("newton-cg takes products with the Hessian instead of the Hessian", () => {
    const hessp = (_: number[], v: number[]) => Q.map((row) => row[0] * v[0] + row[1] * v[1]);
    const { x, ngev, nit } = minimize(f, [-3, -1], { method: "newton-cg", grad, hessp });
    expect(x[0]).toBeCloseTo(solution[0], 6);
    expect(ngev).toBeLessThanOrEqual(nit + 5);
  });

  test("cg ends in n steps on a quadratic, but for rounding and inexact searches", () => {
    expect(minimize(f, [-3, -1], { method: "cg", grad, tol: 1e-8 }).nit).toBeLessThan(12);
  });

  // Without the three whose Hessians have condition numbers beyond 1e12: rounding parts them at once.
  const scaled = problems.filter((p) => !/^(3|4|10) /.test(p.name));
  test.each(scaled.map((p) => [p.name, p] as const))(
    "l-bfgs-b without bounds is l-bfgs: %s",
    (_, p) => {
      // Two ways to the same matrix, so their paths agree until rounding parts them.
      const options = { grad: gradient(p), maxIter: 12 };
      const [a, b] = (["l-bfgs", "l-bfgs-b"] as const).map((method) =>
        minimize(value(p), p.x0, { ...options, method }),
      );
      for (let k = 0; k < Math.min(5, a.history.length, b.history.length); k++) {
        const size = Math.max(...a.history[k].x.map(Math.abs), 1e-300);
        a.history[k].x.forEach((v, i) => {
          expect(Math.abs(v - b.history[k].x[i]) / size, `step ${k}`).toBeLessThan(1e-7);
        });
      }
    },
  );

  test("memory 1 and memory beyond the number of steps both work", () => {
    for (const method of ["l-bfgs", "l-bfgs-b"] as const) {
      for (const memory of [1, 1000]) {
        const p = named("21 Extended Rosenbrock");
        expect(minimize(value(p), p.x0, { method, memory, grad: gradient(p) }).fun).toBeLessThan(
          1e-10,
        );
      }
    }
  });
});

describe("l-bfgs-b against SciPy's", () => {
  const ratios: number[] = [];

  test.each(fixture.boxed)("$name", ({ name, bounds, x0, fun, nfev }) => {
    const p = named(name);
    const box = bounds.map(([l, u]): Bound => [l ?? -Infinity, u ?? Infinity]);
    const seen: number[][] = [];
    const got = minimize(
      (x) => {
        seen.push(x);
        return value(p)(x);
      },
      x0,
      { method: "l-bfgs-b", grad: gradient(p), bounds: box, tol: 1e-7 },
    );
    expect(Math.abs(got.fun - fun)).toBeLessThanOrEqual(1e-9 * Math.max(1, fun));
    for (const x of seen) {
      x.forEach((v, i) => {
        expect(v).toBeGreaterThanOrEqual(box[i][0]);
        expect(v).toBeLessThanOrEqual(box[i][1]);
      });
    }
    ratios.push(got.nfev / nfev);
  });

  test("with no more than 1.5 times its evaluations in the median", () => {
    expect(ratios.length).toBe(fixture.boxed.length);
    expect(median(ratios)).toBeLessThan(1.5);
  });

  test("stays in the box when the gradient is taken by differences", () => {
    // √x is NaN to the left of 0, where the minimum within the bounds lies
    const { x, converged } = minimize(([a, b]) => Math.sqrt(a) + a + (b - 3) ** 2, [0.5, 0], {
      method: "l-bfgs-b",
      bounds: [
        [0, 1],
        [-1, 2],
      ],
    });
    expect(converged).toBe(true);
    expect(x).toEqual([0, 2]);
  });

  test("a variable whose bounds coincide stays where it is", () => {
    const bounds: Bound[] = [
      [1, 1],
      [-Infinity, Infinity],
    ];
    const { x } = minimize(f, [1, 0], { method: "l-bfgs-b", bounds });
    expect(x[0]).toBe(1);
    expect(x[1]).toBeCloseTo(0.1, 8);
  });
});

test.each(fixture.simplex)("nelder-mead against SciPy's: $name", ({ name, fun, nfev }) => {
  const p = named(name);
  const got = minimize(value(p), p.x0, { method: "nelder-mead", tol: 1e-8 });
  expect(got.converged).toBe(true);
  expect(Math.abs(got.fun - fun)).toBeLessThanOrEqual(1e-7 * Math.max(1, fun));
  expect(got.nfev).toBeLessThanOrEqual(1.1 * nfev + 10);
});

describe("a gradient from elsewhere", () => {
  test("grad: true takes value and gradient from one call", () => {
    let calls = 0;
    const both = (x: number[]) => {
      calls++;
      return { value: f(x), grad: grad(x) };
    };
    const result = minimize(both, [-3, -1], { grad: true });
    expect(result.x[0]).toBeCloseTo(solution[0], 6);
    expect(result.nfev).toBe(calls);
    expect(result.ngev).toBe(calls);
  });

  test("checkGrad passes a right gradient and stops a wrong one, naming the entry", () => {
    expect(minimize(f, [-3, -1], { grad, checkGrad: true }).converged).toBe(true);
    const wrong = ([a, b]: number[]) => [2 * a + b - 5, a + 10 * b - 3];
    expect(() => minimize(f, [-3, -1], { grad: wrong, checkGrad: true })).toThrow(
      /minimize\("bfgs"\): grad disagrees with f at x0: entry 1 is -16, differences of f give -26/,
    );
  });
});

describe("ends that are no minimum are reported, not thrown", () => {
  const report = (g: (x: number[]) => number, x0: number[], options = {}) => {
    const { converged, message } = minimize(g, x0, options);
    expect(converged).toBe(false);
    return message;
  };

  test("f is NaN at the start", () => {
    expect(report(() => Number.NaN, [1])).toBe("f is NaN at the start");
  });

  test("the gradient is NaN at the start, or on the way", () => {
    expect(report(f, [-3, -1], { grad: () => [Number.NaN, 0] })).toBe(
      "the gradient is not finite at the start",
    );
    const late = (x: number[]) => (x[0] > 0 ? [Number.NaN, 1] : grad(x));
    for (const method of SMOOTH) {
      expect(report(f, [-3, -1], { method, grad: late }), method).toMatch(
        /not finite|no lower point/,
      );
    }
  });

  test("a step too long: the iterates grow until f overflows", () => {
    const options = { method: "gradientDescent", grad, learningRate: 0.2 } as const;
    const result = minimize(f, [-3, -1], options);
    expect(result.converged).toBe(false);
    expect(result.message).toMatch(/runs off|too long/);
    expect(result.x.every(Number.isFinite)).toBe(true);
  });

  test.each(SMOOTH)("%s: f without a lower bound", (method) => {
    const message = report(([x]) => -x * x, [1], { method, maxIter: 300 });
    expect(message).toMatch(/runs off|unbounded|maxIter/);
  });

  test("a gradient of the wrong sign", () => {
    const uphill = (x: number[]) => grad(x).map((v) => -v);
    expect(report(f, [-3, -1], { grad: uphill })).toMatch(/a gradient that is not that of f/);
  });

  test("small changes of f upon a constant that hides them", () => {
    const valley = ([x, y]: number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    for (const method of ["bfgs", "l-bfgs", "cg", "newton", "gradientDescent"] as const) {
      for (const level of [1e12, -1e12, 1e14]) {
        const { converged, message } = minimize((x) => valley(x) + level, [-1.2, 1], { method });
        expect(converged).toBe(false);
        expect(message).toMatch(/^(rounding of difference quotients hides|line search|maxIter)/);
      }
      const { converged, x } = minimize((z) => valley(z) + 1e8, [-1.2, 1], { method });
      if (converged) expect(Math.abs(x[0] - 1)).toBeLessThan(0.05);
    }
    // where f is seen to rise all around it is a minimum, and a start may be one
    expect(minimize(([x, y]) => 1e7 + x * x + y * y, [0, 0]).converged).toBe(true);
    expect(minimize(([x, y]) => 1e7 + (x - 1) ** 2 + 3 * (y - x) ** 2, [1, 1]).converged).toBe(
      true,
    );
  });

  test("maxIter", () => {
    expect(report(f, [-3, -1], { maxIter: 1 })).toBe("maxIter reached (1), not converged");
    expect(minimize(f, [-3, -1], { maxIter: 0 }).nit).toBe(0);
  });
});

test("historyEvery keeps every so-manieth iterate, and the last", () => {
  const options = { method: "gradientDescent", grad, learningRate: 0.085, maxIter: 25 } as const;
  const all = minimize(f, [-3, -1], options).history;
  expect(minimize(f, [-3, -1], { ...options, historyEvery: 10 }).history).toEqual([
    all[0],
    all[10],
    all[20],
    all[25],
  ]);
  expect(minimize(f, [-3, -1], { ...options, historyEvery: Infinity }).history).toEqual([
    all[0],
    all[25],
  ]);
});

test("arguments are left as they are", () => {
  const x0 = Object.freeze([-3, -1]) as unknown as number[];
  for (const method of [...SMOOTH, "nelder-mead"] as const) minimize(f, x0, { method });
  expect(x0).toEqual([-3, -1]);
});

test("a function that writes to its argument does no harm", () => {
  const careless = (x: number[]) => {
    const v = f(x);
    x.fill(0);
    return v;
  };
  for (const method of [...SMOOTH, "nelder-mead"] as const) {
    expect(minimize(careless, [-3, -1], { method }).x[0]).toBeCloseTo(solution[0], 5);
  }
});

describe("wrong arguments", () => {
  test.each<[string, () => unknown, string]>([
    [
      "method",
      () => minimize(f, [0, 0], { method: "BFGS" as never }),
      'minimize: method must be one of "gradientDescent", "momentum"',
    ],
    [
      "option of another method",
      () => minimize(f, [0, 0], { memory: 5 }),
      'minimize("bfgs"): options has no "memory"; known: method, grad, checkGrad, tol, maxIter, historyEvery',
    ],
    [
      "misspelt option",
      () => minimize(f, [0, 0], { maxiter: 5 } as never),
      'options has no "maxiter"',
    ],
    [
      "options no object",
      () => minimize(f, [0, 0], 3 as never),
      "options must be an object, got 3",
    ],
    ["f", () => minimize(3 as never, [0, 0]), 'minimize("bfgs"): f must be a function, got 3'],
    [
      "x0",
      () => minimize(f, 3 as never),
      'minimize("bfgs"): x0 must be a vector (number[]), got 3',
    ],
    ["empty x0", () => minimize(f, []), "x0 must have at least 1 entry, got 0"],
    ["NaN in x0", () => minimize(f, [0, Number.NaN]), "x0 must be finite, x0[1] is NaN"],
    [
      "result of f",
      () => minimize((() => "3") as never, [0]),
      'f must return a number, got "3" (string)',
    ],
    [
      "value and gradient without saying so",
      () => minimize((() => ({ value: 1, grad: [0] })) as never, [0]),
      'needs the option "grad: true"',
    ],
    [
      "grad: true with a plain f",
      () => minimize(f as never, [0, 0], { grad: true }),
      "with grad: true, f must return { value, grad }",
    ],
    [
      "length of the gradient",
      () => minimize(f, [0, 0], { grad: () => [1] }),
      "grad must return a vector of length 2 (length of x0), got an array of length 1",
    ],
    [
      "entries of the gradient",
      () => minimize(f, [0, 0], { grad: () => [1, "2"] as never }),
      'grad must return a vector of numbers, entry 1 is "2" (string)',
    ],
    [
      "gradient no vector",
      () => minimize(f, [0, 0], { grad: () => 1 as never }),
      "grad must return a vector of length 2 (length of x0), got 1",
    ],
    [
      "learning rate needed",
      () => minimize(f, [0, 0], { method: "momentum" }),
      'minimize("momentum"): learningRate must be a number > 0, got undefined',
    ],
    [
      "learning rate of a schedule",
      () => minimize(f, [0, 0], { method: "adam", learningRate: (k) => 1 - k }),
      "learningRate(1) must be a number > 0, got 0",
    ],
    [
      "share",
      () => minimize(f, [0, 0], { method: "momentum", learningRate: 1, momentum: 1 }),
      "momentum must be a number in [0, 1), got 1",
    ],
    [
      "hess",
      () => minimize(f, [0, 0], { method: "newton", hess: () => [[1]] }),
      "the result of hess must have 2 rows (length of x0), got 1×1",
    ],
    [
      "a Hessian that is not symmetric",
      () =>
        minimize(f, [0, 0], {
          method: "newton",
          hess: () => [
            [2, 1],
            [0, 20],
          ],
        }),
      "the result of hess must be symmetric, [0][1] is 1 and [1][0] is 0",
    ],
    [
      "hessp",
      () => minimize(f, [0, 0], { method: "newton-cg", hessp: () => [1] }),
      "hessp must return a vector of length 2 (length of x0), got an array of length 1",
    ],
    [
      "start outside the bounds",
      () =>
        minimize(f, [0, 3], {
          method: "l-bfgs-b",
          bounds: [
            [0, 1],
            [0, 1],
          ],
        }),
      'minimize("l-bfgs-b"): x0[1] must be a number in [0, 1], got 3',
    ],
    [
      "bounds that cross",
      () =>
        minimize(f, [0, 0], {
          method: "l-bfgs-b",
          bounds: [
            [0, 1],
            [1, 0],
          ],
        }),
      "bounds[1][1] must be a number ≥ 1, got 0",
    ],
    [
      "number of bounds",
      () => minimize(f, [0, 0], { method: "l-bfgs-b", bounds: [[0, 1]] }),
      "bounds must have length 2 (length of x0), got 1",
    ],
    [
      "bounds for another method",
      () =>
        minimize(f, [0, 0], {
          bounds: [
            [0, 1],
            [0, 1],
          ],
        }),
      'options has no "bounds"',
    ],
    ["tol", () => minimize(f, [0, 0], { tol: -1 }), "tol must be a number ≥ 0, got -1"],
    [
      "line search",
      () => minimize(f, [0, 0], { method: "gradientDescent", lineSearch: "exact" as never }),
      'lineSearch must be one of "fixed", "armijo", "wolfe"',
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
