import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { add, exp, mul, neg, sub } from "../../lib/calculus";
import { rng } from "../../lib/core";
import { lstsq } from "../../lib/linalg";
import { type Bound, type Loss, leastSquares, minimize } from "../../lib/optimize";

interface Fixture {
  t: number[];
  y: number[];
  outlying: number[];
  bounded: {
    bounds: [number | null, number | null][];
    start: number[];
    x: number[];
    cost: number;
    nfev: number;
  }[];
  robust: { loss: Loss; scale: number; x: number[]; cost: number; covariance: number[][] }[];
}

const fixture: Fixture = JSON.parse(readFileSync(join(__dirname, "fixtures", "fit.json"), "utf8"));
const { t, y, outlying } = fixture;
const model = (ti: number, [a, k, c]: number[]) => a * Math.exp(-k * ti) + c;
const against = (data: number[]) => (p: number[]) => t.map((ti, i) => model(ti, p) - data[i]);
const jac = ([a, k]: number[]) =>
  t.map((ti) => [Math.exp(-k * ti), -a * ti * Math.exp(-k * ti), 1]);
const near = (a: number[], b: number[], tol: number) => {
  expect(a.length).toBe(b.length);
  a.forEach((v, i) => {
    expect(Math.abs(v - b[i])).toBeLessThanOrEqual(tol * Math.max(1, Math.abs(b[i])));
  });
};

describe("against SciPy", () => {
  test.each(fixture.bounded)("in the box $bounds", ({ bounds, start, x, cost }) => {
    const box = bounds.map(([l, u]): Bound => [l ?? -Infinity, u ?? Infinity]);
    const seen: number[][] = [];
    const f = (p: number[]) => {
      seen.push(p);
      return against(y)(p);
    };
    for (const options of [{ bounds: box }, { bounds: box, jac }]) {
      const fit = leastSquares(f, start, options);
      expect(fit.converged, fit.message).toBe(true);
      near(fit.x, x, 1e-8);
      expect(fit.cost).toBeLessThanOrEqual(cost * (1 + 1e-12));
    }
    for (const p of seen) {
      p.forEach((v, j) => {
        expect(v >= box[j][0] && v <= box[j][1]).toBe(true);
      });
    }
  });

  test.each(fixture.robust)("loss $loss, scale $scale", ({ loss, scale, x, cost, covariance }) => {
    const fit = leastSquares(against(outlying), [3, 0.8, 0.5], { loss, lossScale: scale });
    expect(fit.converged, fit.message).toBe(true);
    near(fit.x, x, 1e-7);
    expect(Math.abs(fit.cost / cost - 1)).toBeLessThan(1e-12);
    fit.covariance.forEach((row, i) => {
      row.forEach((v, j) => {
        const size = Math.sqrt(covariance[i][i] * covariance[j][j]);
        expect(Math.abs(v - covariance[i][j])).toBeLessThan(1e-6 * size);
      });
    });
  });

  test("robust losses within bounds that cut nothing off are the same", () => {
    for (const { loss, scale, x } of fixture.robust) {
      const bounds: Bound[] = [
        [0, 10],
        [0, 10],
        [-1, 10],
      ];
      const fit = leastSquares(against(outlying), [3, 0.8, 0.5], {
        loss,
        lossScale: scale,
        bounds,
      });
      expect(fit.converged, fit.message).toBe(true);
      near(fit.x, x, 1e-6);
    }
  });
});

describe("what is returned", () => {
  test("gradient, Jacobian, residuals and cost fit each other", () => {
    for (const options of [{}, { loss: "cauchy" as const, lossScale: 0.3 }]) {
      const fit = leastSquares(against(outlying), [2, 1, 0.3], { jac, ...options });
      expect(fit.residuals).toEqual(against(outlying)(fit.x));
      fit.jac.forEach((row, i) => {
        near(row, jac(fit.x)[i], 0);
      });
      if (!options.loss) {
        expect(fit.cost).toBeCloseTo(fit.residuals.reduce((s, v) => s + v * v, 0) / 2, 14);
      }
      expect(Math.max(...fit.grad.map(Math.abs))).toBeLessThan(1e-7);
      expect(fit.nit).toBe(fit.history.length - 1);
      expect(fit.history[fit.history.length - 1]).toMatchObject({ x: fit.x, cost: fit.cost });
      for (let k = 1; k < fit.history.length; k++) {
        expect(fit.history[k].cost).toBeLessThanOrEqual(fit.history[k - 1].cost * (1 + 1e-14));
      }
    }
  });

  test("evaluations are counted", () => {
    let calls = 0;
    const f = (p: number[]) => {
      calls++;
      return against(y)(p);
    };
    expect(leastSquares(f, [2, 1, 0.3]).nfev).toBe(calls);
    calls = 0;
    const given = leastSquares(f, [2, 1, 0.3], { jac });
    expect(given.nfev).toBe(calls);
    expect(given.njev).toBeLessThanOrEqual(given.nit + 3);
  });

  test("the Jacobian by dual numbers", () => {
    const f = (p: number[]) =>
      t.map((ti, i) =>
        sub(add(mul(p[0], exp(neg(mul(p[1], ti)))), p[2]), y[i]),
      ) as unknown as number[];
    const fit = leastSquares(f, [2, 1, 0.3], { jac: "dual" });
    near(fit.x, leastSquares(against(y), [2, 1, 0.3], { jac }).x, 1e-9);
    fit.jac.forEach((row, i) => {
      near(row, jac(fit.x)[i], 1e-13);
    });
  });
});

test("a linear problem is solved in one step, as by lstsq, with its covariance", () => {
  const g = rng(3);
  for (const n of [1, 3, 6]) {
    const A = Array.from({ length: 20 }, () => g.normal(0, 1, n));
    const b = g.normal(0, 1, 20);
    const f = (x: number[]) => A.map((row, i) => row.reduce((s, a, j) => s + a * x[j], -b[i]));
    const fit = leastSquares(f, g.normal(0, 0.1, n), { jac: () => A });
    near(fit.x, lstsq(A, b).x, 1e-12);
    expect(fit.converged).toBe(true);
    // (JᵀJ)·C = s²·I
    const s2 = (2 * fit.cost) / (20 - n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) {
          sum += A.reduce((s, row) => s + row[i] * row[k], 0) * fit.covariance[k][j];
        }
        expect(Math.abs(sum - (i === j ? s2 : 0))).toBeLessThan(1e-12);
      }
    }
  }
});

describe("scales", () => {
  test("of the parameters and of the residuals do not matter", () => {
    const reference = leastSquares(against(y), [2, 1, 0.3]);
    for (const c of [1e-150, 1e-20, 1e20, 1e150]) {
      for (const d of [
        [1, 1, 1],
        [1e-12, 1e12, 1],
        [1e100, 1e-100, 1e8],
      ]) {
        const f = (p: number[]) => against(y)(p.map((v, j) => v / d[j])).map((v) => c * v);
        const fit = leastSquares(f, [2 * d[0], d[1], 0.3 * d[2]]);
        expect(fit.converged, fit.message).toBe(true);
        near(
          fit.x.map((v, j) => v / d[j]),
          reference.x,
          1e-7,
        );
        near(
          fit.standardErrors.map((v, j) => v / d[j]),
          reference.standardErrors,
          1e-7,
        );
      }
    }
  });

  test("as minimize on half the sum of squares, on random separable problems", () => {
    const g = rng(8);
    for (let k = 0; k < 20; k++) {
      const target = g.uniform(-1, 1, 3);
      const f = (x: number[]) => [
        x[0] + x[1] ** 2 - target[0],
        Math.exp(x[1] / 2) - target[1],
        x[2] - Math.sin(x[0]) - target[2],
        0.3 * x[2] + 0.1,
      ];
      const fit = leastSquares(f, [0, 0, 0]);
      const best = minimize((x) => f(x).reduce((s, v) => s + v * v, 0) / 2, fit.x);
      expect(fit.converged, fit.message).toBe(true);
      expect(fit.cost).toBeLessThanOrEqual(best.fun + 1e-12);
    }
  });
});

describe("ends", () => {
  test("residuals that vanish", () => {
    const rosen = ([a, b]: number[]) => [10 * (b - a * a), 1 - a];
    const fit = leastSquares(rosen, [-1.2, 1]);
    expect(fit.converged).toBe(true);
    near(fit.x, [1, 1], 1e-12);
    expect(leastSquares(([a]) => [a, 2 * a], [0])).toMatchObject({ converged: true, nit: 0 });
  });

  test("fewer residuals than parameters: a solution, and no covariance", () => {
    const fit = leastSquares(([a, b]) => [a + b - 2], [0, 0]);
    expect(fit.converged).toBe(true);
    expect(fit.x[0] + fit.x[1]).toBeCloseTo(2, 12);
    expect(fit.covariance.flat().every((v) => v === Infinity)).toBe(true);
  });

  test("parameters that the residuals do not determine", () => {
    const fit = leastSquares(([a, b]) => t.map((ti, i) => (a + b) * ti - y[i]), [1, 0]);
    expect(fit.converged, fit.message).toBe(true);
    expect(fit.standardErrors).toEqual([Infinity, Infinity]);
  });

  test("a parameter whose bounds coincide stays, with no variance", () => {
    const bounds: Bound[] = [
      [0, 10],
      [0.8, 0.8],
      [-5, 5],
    ];
    const fit = leastSquares(against(y), [2, 0.8, 0.3], { bounds });
    expect(fit.converged, fit.message).toBe(true);
    expect(fit.x[1]).toBe(0.8);
    expect(fit.standardErrors[1]).toBe(0);
    const alone = leastSquares(([a, c]) => against(y)([a, 0.8, c]), [2, 0.3]);
    near([fit.x[0], fit.x[2]], alone.x, 1e-8);
    near([fit.standardErrors[0], fit.standardErrors[2]], alone.standardErrors, 1e-8);
  });

  test("starts on bounds, in corners, in narrow and in far boxes", () => {
    const f = ([a, b]: number[]) => [a - 3, 2 * (b + 1), a * b + 3];
    for (const [bounds, start] of [
      [
        [
          [0, 1],
          [0, 1],
        ],
        [0, 0],
      ],
      [
        [
          [0, 1],
          [0, 1],
        ],
        [1, 1],
      ],
      [
        [
          [0, 5],
          [-2, 2],
        ],
        [5, 2],
      ],
      [
        [
          [2, 2 + 1e-9],
          [-1e9, 1e9],
        ],
        [2, 0],
      ],
      [
        [
          [-Infinity, 3],
          [-1, Infinity],
        ],
        [3, -1],
      ],
      [
        [
          [1e6, 2e6],
          [-1e6, 1e6],
        ],
        [1e6, 0],
      ],
    ] as [Bound[], number[]][]) {
      const fit = leastSquares(f, start, { bounds });
      expect(fit.converged, fit.message).toBe(true);
      fit.x.forEach((v, j) => {
        const [lower, upper] = bounds[j];
        expect(v >= lower && v <= upper).toBe(true);
        // the conditions of a minimum in the box
        const slack = 1e-6 * Math.max(1, fit.cost);
        if (v > lower && fit.grad[j] > 0)
          expect(fit.grad[j] * Math.min(1, v - lower)).toBeLessThan(slack);
        if (v < upper && fit.grad[j] < 0)
          expect(-fit.grad[j] * Math.min(1, upper - v)).toBeLessThan(slack);
      });
    }
  });

  test.each<[string, (x: number[]) => number[], number[], RegExp]>([
    ["NaN at the start", () => [Number.NaN, 1], [1], /not finite at the start/],
    [
      "an infinite Jacobian",
      ([x]) => [Math.sqrt(Math.abs(x)) * 0 + 1, x < 1 ? 1 : Infinity],
      [1 - 1e-9],
      /Jacobian is not finite|start/,
    ],
    ["a model that fades", ([x]) => [1 + Math.exp(-x), 2], [900], /hardly depend/],
    ["a constant", () => [1, 2], [3], /hardly depend/],
  ])("%s is no fit", (_, f, x0, message) => {
    for (const bounds of [undefined, [[-2000, 2000] as const]]) {
      const fit = leastSquares(f, x0, bounds && { bounds });
      expect(fit.converged).toBe(false);
      expect(fit.message).toMatch(message);
      expect(fit.standardErrors).toEqual([Infinity]);
    }
  });

  test("NaN away from the start is a step too long", () => {
    const f = ([x]: number[]) => [Math.log(x) - 2, 0.1 * x - 0.5];
    const fit = leastSquares(f, [0.01]);
    expect(fit.converged, fit.message).toBe(true);
    expect(
      Math.abs((Math.log(fit.x[0]) - 2) / fit.x[0] + 0.1 * (0.1 * fit.x[0] - 0.5)),
    ).toBeLessThan(1e-8);
  });

  test("a wrong Jacobian and maxIter are reported", () => {
    const wrong = (p: number[]) => jac(p).map((row) => row.map((v) => -v));
    expect(leastSquares(against(y), [2, 1, 0.3], { jac: wrong })).toMatchObject({
      converged: false,
    });
    const cut = leastSquares(against(y), [2, 1, 0.3], { maxIter: 1 });
    expect(cut.message).toBe("maxIter reached (1), not converged");
    expect(cut.nit).toBe(1);
  });
});

describe("wrong arguments", () => {
  const f = ([a]: number[]) => [a, a - 1];
  test.each<[string, () => unknown, string]>([
    ["f", () => leastSquares(3 as never, [1]), "leastSquares: f must be a function, got 3"],
    ["x0", () => leastSquares(f, []), "leastSquares: x0 must have at least 1 entry, got 0"],
    [
      "result",
      () => leastSquares((() => 3) as never, [1]),
      "leastSquares: the result of f must be a vector",
    ],
    [
      "empty result",
      () => leastSquares(() => [], [1]),
      "the result of f must have at least 1 entry, got 0",
    ],
    [
      "changing length",
      () => leastSquares(([a]) => (a === 1 ? [a, 1] : [a]), [1]),
      "the result of f must have length 2 (its length at x0), got 1",
    ],
    [
      "shape of jac",
      () => leastSquares(f, [1], { jac: () => [[1]] }),
      "leastSquares: the result of jac must have 2 rows (length of f(x)), got 1×1",
    ],
    [
      "jac",
      () => leastSquares(f, [1], { jac: 3 as never }),
      "leastSquares: jac must be a function, got 3",
    ],
    [
      "loss",
      () => leastSquares(f, [1], { loss: "l1" as never }),
      'leastSquares: loss must be one of "linear", "huber", "softL1", "cauchy", "arctan", got "l1" (string)',
    ],
    [
      "lossScale",
      () => leastSquares(f, [1], { lossScale: 0 }),
      "lossScale must be a number > 0, got 0",
    ],
    ["tol", () => leastSquares(f, [1], { tol: 1 }), "tol must be a number in [0, 1), got 1"],
    [
      "start outside",
      () => leastSquares(f, [2], { bounds: [[0, 1]] }),
      "x0[0] must be a number in [0, 1], got 2",
    ],
    [
      "bounds",
      () => leastSquares(f, [2], { bounds: [] }),
      "bounds must have length 1 (length of x0), got 0",
    ],
    ["option", () => leastSquares(f, [2], { method: "lm" } as never), 'options has no "method"'],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

describe("residuals whose squares are no doubles", () => {
  const t = [0, 1, 2, 3, 4, 5];
  const y = t.map((v, i) => 5 * Math.exp(-0.4 * v) + 0.01 * Math.sin(7 * i));
  const scaled =
    (unit: number) =>
    ([a, k]: number[]) =>
      t.map((v, i) => unit * (a * Math.exp(-k * v) - y[i]));
  const relative = (a: number[], b: number[]) =>
    Math.max(...a.map((v, i) => Math.abs(v / b[i] - 1)));

  test.each([1e-310, 1e-200, 1e-160, 1e160, 1e250])("unit %s", (unit) => {
    for (const options of [
      {},
      {
        bounds: [
          [0, 9],
          [0, 9],
        ] as Bound[],
      },
    ]) {
      const plain = leastSquares(scaled(1), [1, 1], options);
      const fit = leastSquares(scaled(unit), [1, 1], options);
      expect(fit.converged).toBe(true);
      expect(relative(fit.x, plain.x)).toBeLessThan(1e-8);
      expect(relative(fit.standardErrors, plain.standardErrors)).toBeLessThan(1e-6);
      expect(Math.abs(fit.residuals[0] / unit - plain.residuals[0])).toBeLessThan(1e-8);
    }
  });

  test.each(["huber", "softL1", "cauchy", "arctan"] as const)("%s", (loss) => {
    const plain = leastSquares(scaled(1), [4, 0.5], { loss, lossScale: 0.005 });
    for (const unit of [1e-200, 1e200]) {
      const fit = leastSquares(scaled(unit), [4, 0.5], { loss, lossScale: 0.005 * unit });
      expect(relative(fit.x, plain.x)).toBeLessThan(1e-6);
    }
    const full = leastSquares(scaled(1e-200), [4, 0.5], { loss });
    expect(relative(full.x, leastSquares(scaled(1), [4, 0.5]).x)).toBeLessThan(1e-8);
  });

  test("standard errors of tiny parameters", () => {
    const plain = leastSquares(scaled(1), [1, 1]);
    const fit = leastSquares(([a, k]) => scaled(1)([a * 1e170, k]), [1e-170, 1]);
    expect(fit.standardErrors[0] * 1e170).toBeCloseTo(plain.standardErrors[0], 10);
  });
});

test("a point where the cost is greatest along a parameter is no minimum", () => {
  const saddle = leastSquares(([a, b]) => [1 - a * a, b], [0, 1]);
  expect(saddle.converged).toBe(false);
  expect(saddle.message).toMatch(/but no minimum: the cost is lower at \[0.001,/);
  const away = leastSquares(([a, b]) => [1 + a * a, b], [0, 1]);
  expect([away.x, away.converged]).toEqual([[0, 0], true]);
  const unused = leastSquares(([a]) => [a - 1, a - 2], [3, 7]);
  expect([unused.x[1], unused.converged]).toEqual([7, true]);
});
