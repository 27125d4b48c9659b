import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { lineSearch } from "../../lib/optimize";

/** The test functions of Moré & Thuente (1994), section 5, of one variable. */
const moreThuente: Record<string, [(a: number) => number, (a: number) => number]> = {
  "5.1": [(a) => -a / (a * a + 2), (a) => (a * a - 2) / (a * a + 2) ** 2],
  "5.2": [
    (a) => (a + 0.004) ** 5 - 2 * (a + 0.004) ** 4,
    (a) => 5 * (a + 0.004) ** 4 - 8 * (a + 0.004) ** 3,
  ],
  // a parabola-smoothed |a − 1| with ripples of sin on top
  "5.3": (() => {
    const [b, l] = [0.01, 39];
    const base = (a: number) =>
      a <= 1 - b ? 1 - a : a >= 1 + b ? a - 1 : ((a - 1) ** 2 / b + b) / 2;
    const slope = (a: number) => (a <= 1 - b ? -1 : a >= 1 + b ? 1 : (a - 1) / b);
    const k = (l * Math.PI) / 2;
    return [
      (a: number) => base(a) + ((1 - b) / k) * Math.sin(k * a),
      (a: number) => slope(a) + (1 - b) * Math.cos(k * a),
    ] as [(a: number) => number, (a: number) => number];
  })(),
  // sums of two hyperbolas: flat for long, steep at an end
  ...Object.fromEntries(
    (
      [
        ["5.4", 0.001, 0.001],
        ["5.5", 0.01, 0.001],
        ["5.6", 0.001, 0.01],
      ] as const
    ).map(([name, b1, b2]) => {
      const gamma = (b: number) => Math.sqrt(1 + b * b) - b;
      const [g1, g2] = [gamma(b1), gamma(b2)];
      return [
        name,
        [
          (a: number) => g1 * Math.hypot(1 - a, b2) + g2 * Math.hypot(a, b1),
          (a: number) => (-g1 * (1 - a)) / Math.hypot(1 - a, b2) + (g2 * a) / Math.hypot(a, b1),
        ],
      ];
    }),
  ),
};

describe("the functions of Moré and Thuente, from steps far too short to far too long", () => {
  const cases = Object.keys(moreThuente).flatMap((name) =>
    [1e-3, 1e-1, 1, 1e1, 1e3].map((step0) => [name, step0] as const),
  );

  test.each(cases)("%s from %d", (name, step0) => {
    const [f, df] = moreThuente[name];
    const both = ([a]: number[]) => ({ value: f(a), grad: [df(a)] });
    const [c1, c2] = [1e-3, 0.1];
    const got = lineSearch(both, [0], [1], { grad: true, c1, c2, step0 });
    expect(got.converged, got.message).toBe(true);
    expect(got.fun).toBeLessThanOrEqual(f(0) + c1 * got.step * df(0));
    expect(Math.abs(got.slope)).toBeLessThanOrEqual(c2 * Math.abs(df(0)));
    expect(got.nfev).toBeLessThan(25);

    const back = lineSearch(both, [0], [1], { grad: true, c1, step0, method: "armijo" });
    expect(back.fun).toBeLessThanOrEqual(f(0) + c1 * back.step * df(0));
    expect(back.step).toBeLessThanOrEqual(step0);
  });
});

test("the result agrees with f, and history holds every trial", () => {
  const g = rng(2);
  for (let t = 0; t < 30; t++) {
    const d = g.uniform(0.1, 10, 3);
    const f = (x: number[]) => x.reduce((s, v, i) => s + d[i] * (v - 1) ** 2 + (v - 1) ** 4, 0);
    const grad = (x: number[]) => x.map((v, i) => 2 * d[i] * (v - 1) + 4 * (v - 1) ** 3);
    const x = g.normal(0, 2, 3);
    const p = grad(x).map((v) => -v);
    for (const method of ["wolfe", "armijo"] as const) {
      const got = lineSearch(f, x, p, { method, grad });
      expect(got.converged).toBe(true);
      expect(got.x).toEqual(x.map((v, i) => v + got.step * p[i]));
      expect(got.fun).toBe(f(got.x));
      expect(got.grad).toEqual(grad(got.x));
      expect(got.history.length).toBe(got.nfev);
      expect(got.history[0]).toMatchObject({ step: 0, fun: f(x) });
      expect(got.history[got.history.length - 1].step).toBe(got.step);
    }
  }
});

test("an exact step is found at once where the first trial is one", () => {
  const { step, nfev } = lineSearch(([x]) => x * x, [2], [-2], { grad: ([x]) => [2 * x] });
  expect(step).toBe(1);
  expect(nfev).toBe(2);
});

test("steps into the undefined are cut back", () => {
  const f = ([x]: number[]) => x - Math.log(x);
  for (const method of ["wolfe", "armijo"] as const) {
    const { converged, x } = lineSearch(f, [3], [-1], {
      method,
      step0: 100,
      grad: ([v]) => [1 - 1 / v],
    });
    expect(converged).toBe(true);
    expect(x[0]).toBeGreaterThan(0);
  }
});

describe("failures are reported", () => {
  const f = ([x]: number[]) => x * x;
  test.each<[string, (x: number[]) => number, number[], RegExp]>([
    ["uphill", f, [1], /not a direction of descent: ∇fᵀp is 4/],
    ["no direction", f, [0], /not a direction of descent/],
    ["NaN", () => Number.NaN, [1], /not finite at x/],
    ["unbounded", ([x]) => -x, [1], /slope stayed steep/],
  ])("%s", (_, g, p, message) => {
    const got = lineSearch(g, [2], p);
    expect(got.converged).toBe(false);
    expect(got.message).toMatch(message);
  });
});

describe("wrong arguments", () => {
  const f = ([x]: number[]) => x * x;
  test.each<[string, () => unknown, string]>([
    [
      "length of p",
      () => lineSearch(f, [1], [1, 2]),
      "lineSearch: p must have length 1 (length of x), got 2",
    ],
    [
      "c2 below c1",
      () => lineSearch(f, [1], [-1], { c1: 0.5, c2: 0.1 }),
      "lineSearch: c2 must be a number in (0.5, 1), got 0.1",
    ],
    [
      "step0",
      () => lineSearch(f, [1], [-1], { step0: 0 }),
      "lineSearch: step0 must be a number > 0, got 0",
    ],
    [
      "option",
      () => lineSearch(f, [1], [-1], { c3: 1 } as never),
      'lineSearch: options has no "c3"',
    ],
    [
      "f",
      () => lineSearch("f" as never, [1], [-1]),
      'lineSearch: f must be a function, got "f" (string)',
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

test("a slope that overflows is named as such", () => {
  const { converged, message } = lineSearch(([x]) => 1e200 * x * x, [1], [-1e200]);
  expect(converged).toBe(false);
  expect(message).toBe("∇fᵀp overflows, it is -Infinity: p is too long");
});
