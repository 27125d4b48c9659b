import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { minimizeScalar, type ScalarMethod } from "../../lib/optimize";

interface Case {
  name: string;
  bracket: number[];
  bounds: number[];
  x: number;
  fun: number;
  nfev: Record<ScalarMethod, number>;
}

const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "scalar.json"), "utf8"),
);
const { abs, log, exp, sin, cosh, cos } = Math;
const functions: Record<string, (x: number) => number> = {
  "(x - 2)^2 + 1": (x) => (x - 2) ** 2 + 1,
  "x - log x": (x) => x - log(x),
  "x^4 - 3x^3 + 2": (x) => x ** 4 - 3 * x ** 3 + 2,
  "e^x - 2x": (x) => exp(x) - 2 * x,
  "-x e^-x": (x) => -x * exp(-x),
  "cosh(x - 10)": (x) => cosh(x - 10),
  "sin x + sin(10x/3)": (x) => sin(x) + sin((10 * x) / 3),
};
const METHODS = ["brent", "golden", "bounded"] as const;
const where = (
  method: ScalarMethod,
  { bracket, bounds }: { bracket: number[]; bounds: number[] },
) => (method === "bounded" ? { method, bounds } : { method, bracket });

describe.each(["brent", "golden"] as const)("%s, level at the first three points", (method) => {
  test.each([1e17, -1e20, 1e100])("a minimum at %s, farther off than doubles resolve", (scale) => {
    const got = minimizeScalar((x) => (x / scale - 2) ** 2, { method });
    expect(got.converged, got.message).toBe(true);
    expect(abs(got.x / scale - 2)).toBeLessThan(1e-6);
  });

  test("the floor of a valley is left alone, whatever lies behind its walls", () => {
    const f = (x: number) => (abs(x) < 1e5 ? 0 : abs(x) < 1e9 ? 1 : -1);
    expect(minimizeScalar(f, { method })).toMatchObject({ converged: true, fun: 0 });
  });

  test("a step, and a slope without end behind it", () => {
    expect(minimizeScalar((x) => (x < 50 ? 3 : 1), { method }).fun).toBe(1);
    expect(minimizeScalar((x) => Math.min(0, 1000 - x), { method }).converged).toBe(false);
  });

  test("level everywhere", () => {
    expect(minimizeScalar(() => 4, { method })).toMatchObject({ converged: true, fun: 4 });
  });
});

describe.each(METHODS)("%s against mpmath, with SciPy's number of evaluations", (method) => {
  test.each(cases)("$name", (known) => {
    const f = functions[known.name];
    const got = minimizeScalar(f, where(method, known));
    expect(got.converged, got.message).toBe(true);
    expect(abs(got.x - known.x)).toBeLessThan(1e-7 * Math.max(1, abs(known.x)));
    expect(abs(got.fun - known.fun)).toBeLessThan(1e-13 * Math.max(1, abs(known.fun)));
    expect(got.nfev).toBeLessThanOrEqual(1.4 * known.nfev[method] + 12);
    expect(got.nit).toBe(got.history.length - 1);
    for (const h of got.history) {
      const [a, b] = h.bracket;
      expect(a <= known.x + 1e-7 && known.x - 1e-7 <= b).toBe(true);
      expect(h.fun).toBe(f(h.x));
    }
    const widths = got.history.map((h) => h.bracket[1] - h.bracket[0]);
    for (let k = 1; k < widths.length; k++) expect(widths[k]).toBeLessThanOrEqual(widths[k - 1]);
  });

  test.each([1e-300, 1e-150, 1e-20, 1, 1e20, 1e150, 1e300])(
    "values and points scaled by %d",
    (c) => {
      const f = (x: number) => (x - 2) ** 2 + 1;
      const scaled = minimizeScalar((x) => c * f(x), where(method, cases[0]));
      expect(scaled.converged, scaled.message).toBe(true);
      expect(abs(scaled.x - 2)).toBeLessThan(1e-6);
      const stretched = minimizeScalar((x) => f(x / c), {
        ...where(method, { bracket: [0, c], bounds: [-3 * c, 5 * c] }),
      });
      expect(stretched.converged, stretched.message).toBe(true);
      expect(abs(stretched.x / c - 2)).toBeLessThan(1e-6);
    },
  );

  test("random convex functions with a kink, and a minimum at 0", () => {
    const g = rng(2);
    for (let t = 0; t < 50; t++) {
      const [p, at] = [g.uniform(1, 4), t % 2 ? 0 : g.normal()];
      const f = (x: number) => abs(x - at) ** p * (x < at ? 1 : 3);
      const { x, converged } = minimizeScalar(
        f,
        where(method, { bracket: [5, 4], bounds: [-8, 9] }),
      );
      expect(converged).toBe(true);
      expect(abs(x - at)).toBeLessThan(p < 2 ? 1e-6 : 1e-3);
    }
  });

  test("a constant is as low anywhere", () => {
    const { converged, fun } = minimizeScalar(() => 4, where(method, cases[0]));
    expect(converged).toBe(true);
    expect(fun).toBe(4);
  });

  test("NaN and infinity count as high", () => {
    const f = (x: number) => (x < 0.1 || x > 6 ? Number.NaN : (x - 0.5) ** 2);
    const got = minimizeScalar(f, where(method, { bracket: [3, 2.5], bounds: [-1, 7] }));
    expect(got.converged).toBe(true);
    expect(got.x).toBeCloseTo(0.5, 6);
    const wall = minimizeScalar(
      (x) => (x <= 1 ? Infinity : x),
      where(method, { bracket: [3, 2], bounds: [-1, 7] }),
    );
    expect(wall.x).toBeCloseTo(1, 6);
  });

  test("nowhere finite, or unbounded", () => {
    for (const f of [
      () => Number.NaN,
      () => Infinity,
      (x: number) => (x > 0.7 ? -Infinity : 1 - x),
    ]) {
      expect(minimizeScalar(f, where(method, { bracket: [0, 1], bounds: [0, 2] })).converged).toBe(
        false,
      );
    }
  });

  test("maxIter", () => {
    const got = minimizeScalar(cos, {
      ...where(method, { bracket: [2, 3], bounds: [2, 5] }),
      maxIter: 2,
    });
    expect(got).toMatchObject({ converged: false, message: "maxIter reached (2)", nit: 2 });
  });
});

describe("brackets and bounds", () => {
  test("three points are taken as they are, in either order", () => {
    for (const bracket of [
      [2, 3, 4],
      [4, 3, 2],
    ]) {
      expect(minimizeScalar(cos, { bracket }).x).toBeCloseTo(Math.PI, 7);
    }
  });

  test("downhill from two points in either order, also far away", () => {
    for (const bracket of [
      [0, 1],
      [1, 0],
      [-1e-3, 0],
      [1e6, 1e6 + 1],
    ]) {
      expect(minimizeScalar((x) => (x - 30) ** 2, { bracket }).x).toBeCloseTo(30, 5);
    }
  });

  test.each<[string, (x: number) => number]>([
    ["x", (x) => x],
    ["−x²", (x) => -x * x],
    ["e^x", exp],
    ["a tiny slope", (x) => -1e-300 * x],
    ["x³", (x) => x ** 3],
  ])("%s has no minimum", (_, f) => {
    for (const method of ["brent", "golden"] as const) {
      const { converged, message } = minimizeScalar(f, { method });
      expect(converged, message).toBe(false);
      expect(message).toMatch(/no minimum that way|−Infinity/);
    }
  });

  test("a pole is no minimum; a kink, a cusp and a jump may be", () => {
    const poles: [(x: number) => number, [number, number]][] = [
      [(x) => 1 / x, [-1, 1]],
      [Math.tan, [1, 2]],
      [(x) => -1 / (x - 0.3) ** 2, [0, 1]],
      [(x) => -1 / Math.sqrt(Math.abs(x - 1)), [-3, 2]],
      [(x) => 1e-20 / (x - 1) ** 3, [0, 1.5]],
      [(x) => 1e8 + 1 / Math.sin(x), [3, 4]],
    ];
    for (const [f, bounds] of poles) {
      const { converged, message } = minimizeScalar(f, { bounds });
      expect([converged, message]).toEqual([false, expect.stringMatching(/as to a pole$/)]);
    }
    const minima: [(x: number) => number, number][] = [
      [(x) => Math.abs(x - 0.3), 0.3],
      [(x) => Math.sqrt(Math.abs(x - 0.3)), 0.3],
      [(x) => 1e20 * Math.abs(x - 0.3) ** 0.25, 0.3],
      [(x) => (x < 0.6 ? 5 : x), 0.6],
      [(x) => 1e8 + (x - 0.5) ** 2, 0.5],
    ];
    for (const [f, at] of minima) {
      const { x, converged } = minimizeScalar(f, { bounds: [0, 1] });
      expect(converged).toBe(true);
      expect(Math.abs(x - at)).toBeLessThan(1e-3);
    }
  });

  test("a logarithmic pole is no minimum wherever it lies, by any method", () => {
    const g = rng(5);
    for (let i = 0; i < 20; i++) {
      const a = g.random() * 2 - 0.5;
      const logarithm = (x: number) => 1e-8 * Math.log(Math.abs(x - a));
      const oneSided = (x: number) => (x > a ? Math.log(x - a) : 10 - x);
      const weak = (x: number) => -(Math.abs(x - a) ** -0.1);
      const cusp = (x: number) => Math.abs(x - a) ** 0.2;
      for (const method of ["brent", "golden", "bounded"] as const) {
        const range = method === "bounded" ? { bounds: [-1.5, 3] } : { bracket: [3, 2.9] };
        for (const f of [logarithm, oneSided, weak]) {
          expect(minimizeScalar(f, { method, ...range }).converged).toBe(false);
        }
        expect(minimizeScalar(cusp, { method, ...range }).converged).toBe(true);
      }
    }
  });

  test("an end where f is −Infinity is no minimum", () => {
    for (const f of [Math.log, (x: number) => -1 / x]) {
      expect(minimizeScalar(f, { bounds: [0, 1] })).toMatchObject({
        x: 0,
        fun: -Infinity,
        converged: false,
      });
    }
  });

  test("within bounds the minimum may be an end", () => {
    expect(minimizeScalar((x) => x, { bounds: [1, 3] })).toMatchObject({
      x: 1,
      fun: 1,
      converged: true,
    });
    expect(minimizeScalar((x) => -x, { bounds: [1, 3] })).toMatchObject({ x: 3, converged: true });
    expect(minimizeScalar(Math.sqrt, { bounds: [0, 3] }).x).toBe(0);
    expect(minimizeScalar((x) => x * x, { bounds: [2, 2] })).toMatchObject({
      x: 2,
      converged: true,
    });
    expect(minimizeScalar((x) => x, { bounds: [-1.7e308, 1.7e308] }).x).toBeLessThan(-1e308);
  });

  test("no point outside of the bounds is looked at", () => {
    minimizeScalar(
      (x) => {
        expect(x >= 2 && x <= 3).toBe(true);
        return -x;
      },
      { bounds: [2, 3] },
    );
  });
});

describe("wrong arguments", () => {
  test.each<[string, () => unknown, string]>([
    ["f", () => minimizeScalar(3 as never), "minimizeScalar: f must be a function, got 3"],
    [
      "result",
      () => minimizeScalar((() => "1") as never),
      'f must return a number, got "1" (string)',
    ],
    [
      "both",
      () => minimizeScalar(cos, { bracket: [0, 1], bounds: [0, 1] }),
      'method "bounded" takes bounds, the others a bracket',
    ],
    [
      "bounds for brent",
      () => minimizeScalar(cos, { method: "brent", bounds: [0, 1] }),
      'method "bounded" takes bounds',
    ],
    [
      "bounded without",
      () => minimizeScalar(cos, { method: "bounded" }),
      'method "bounded" takes bounds',
    ],
    [
      "order",
      () => minimizeScalar(cos, { bounds: [1, 0] }),
      "minimizeScalar: bounds must be in order, got [1, 0]",
    ],
    [
      "infinite",
      () => minimizeScalar(cos, { bounds: [0, Infinity] }),
      "bounds must be finite, bounds[1] is Infinity",
    ],
    [
      "bracket",
      () => minimizeScalar(cos, { bracket: [0, 1, 2] }),
      "bracket must hold a < b < c with f(b) below f(a) and f(c)",
    ],
    [
      "out of order",
      () => minimizeScalar(cos, { bracket: [2, 4, 3] }),
      "bracket must hold a < b < c",
    ],
    [
      "one point twice",
      () => minimizeScalar(cos, { bracket: [2, 2] }),
      "bracket must hold two different points, got 2",
    ],
    [
      "one point",
      () => minimizeScalar(cos, { bracket: [2] }),
      "bracket must have length 2 (points [a, b] or [a, b, c]), got 1",
    ],
    [
      "method",
      () => minimizeScalar(cos, { method: "newton" as never }),
      'method must be one of "brent", "golden", "bounded"',
    ],
    ["tol", () => minimizeScalar(cos, { tol: -1 }), "tol must be a number in [0, 1), got -1"],
    ["option", () => minimizeScalar(cos, { xtol: 1 } as never), 'options has no "xtol"'],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
