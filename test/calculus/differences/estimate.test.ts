/** The error that comes with a derivative by differences is honest: it holds, or the result says so. */
import { describe, expect, test } from "vitest";
import { checkGrad, derivativeEstimate } from "../../../lib/calculus";
import { noiseOf } from "../../../lib/calculus/differences/noise";
import { rng } from "../../../lib/core";

type F = (x: number) => number;

const schemes = [
  {},
  { order: 4 },
  { order: 8 },
  { method: "forward" },
  { method: "forward", order: 3 },
  { method: "richardson" },
] as const;

/** Functions, derivatives, and points of every size. Where there is no derivative it is NaN. */
const zoo: [string, F, F, number[]][] = [
  [
    "sin",
    Math.sin,
    Math.cos,
    [0, 1, 100, 1e4, 1e6, 1e8, 1e9, 1e10, 1e12, 1e14, 1e15, 3e17, 1e22, 1e100, 1e300],
  ],
  [
    "1e-6·sin + 1",
    (x) => 1 + 1e-6 * Math.sin(x),
    (x) => 1e-6 * Math.cos(x),
    [1, 1e5, 1e8, 1e11, 1e15, 1e300],
  ],
  ["sin(x²)", (x) => Math.sin(x * x), (x) => 2 * x * Math.cos(x * x), [0.1, 3, 1e3, 1e5, 1e7]],
  [
    "sin(1/x)",
    (x) => Math.sin(1 / x),
    (x) => -Math.cos(1 / x) / x ** 2,
    [1, 0.01, 1e-3, 1e-5, -1e-8],
  ],
  ["cos(1e6·x)", (x) => Math.cos(1e6 * x), (x) => -1e6 * Math.sin(1e6 * x), [0.3, 1, 7]],
  [
    "tan",
    Math.tan,
    (x) => 1 + Math.tan(x) ** 2,
    [0.3, 1.5, 1.5707, 1.570796, Math.PI / 2, 1.5708, 11, 1e5, 1e9, 1e15],
  ],
  [
    "1/x",
    (x) => 1 / x,
    (x) => -1 / x ** 2,
    [1, 1e-2, 1e-4, 1e-5, 1e-6, 1e-8, 1e-12, -1e-20, 1e10, 1e100],
  ],
  [
    "1/(x − 1)²",
    (x) => (x - 1) ** -2,
    (x) => -2 * (x - 1) ** -3,
    [0, 0.9999, 0.999999, 1 + 1e-9, 1.001],
  ],
  [
    "floor",
    Math.floor,
    (x) => (Number.isInteger(x) ? Number.NaN : 0),
    [0.5, 2, 1.9999999, 2.0000001, 2.00001, 1e6, 1e6 + 0.25, -3],
  ],
  ["sign", Math.sign, (x) => (x === 0 ? Number.NaN : 0), [0, 1e-3, 1e-7, -1e-12, 1e-18, 5]],
  [
    "abs",
    Math.abs,
    (x) => (x === 0 ? Number.NaN : Math.sign(x)),
    [0, 1, -1e-3, 1e-7, 1e-12, -1e-18, 1e10],
  ],
  ["1 + |x|", (x) => 1 + Math.abs(x), (x) => (x === 0 ? Number.NaN : Math.sign(x)), [0, 1e-7, 3]],
  [
    "relu",
    (x) => Math.max(x, 0),
    (x) => (x === 0 ? Number.NaN : x > 0 ? 1 : 0),
    [0, 1e-4, -1e-6, 1e-9],
  ],
  [
    "sawtooth",
    (x) => x - Math.round(x),
    (x) => (Math.abs(x % 1) === 0.5 ? Number.NaN : 1),
    [0.2, 0.5, 0.4999999, 7.5, 100.1, 1e9 + 0.3],
  ],
  [
    "step at 1e-20",
    (x) => Math.tanh(x / 1e-20),
    (x) => 1e20 / Math.cosh(x / 1e-20) ** 2,
    [0, 1e-20, 1],
  ],
  [
    "bump at 1e-20",
    (x) => Math.exp(-((x / 1e-20) ** 2)),
    (x) => -2e20 * (x / 1e-20) * Math.exp(-((x / 1e-20) ** 2)),
    [1e-20, 1],
  ],
  [
    "√|x|",
    (x) => Math.sqrt(Math.abs(x)),
    (x) => (x === 0 ? Number.NaN : (Math.sign(x) * 0.5) / Math.sqrt(Math.abs(x))),
    [0, 1e-4, 1e-6, 1e-10, -1e-3, 1e300],
  ],
  ["√x", Math.sqrt, (x) => 0.5 / Math.sqrt(x), [1, 1e-2, 1e-4, 1e10, 1e300]],
  ["log", Math.log, (x) => 1 / x, [1, 1e-2, 1e-4, 1e5, 1e300]],
  ["log|x|", (x) => Math.log(Math.abs(x)), (x) => 1 / x, [1e-3, 1e-6, -1e-9, 1e-20]],
  [
    "x^1.5 of |x|",
    (x) => Math.abs(x) ** 1.5,
    (x) => 1.5 * Math.sign(x) * Math.abs(x) ** 0.5,
    [0, 1e-6, 1],
  ],
  ["exp", Math.exp, Math.exp, [0, 1, -50, 100, 700]],
  ["x³", (x) => x ** 3, (x) => 3 * x * x, [0, 1, 1e-10, 1e5, 1e50, -1e90]],
  ["x²⁰", (x) => x ** 20, (x) => 20 * x ** 19, [1, 3, 0.01, 100]],
  ["constant", () => 3, () => 0, [0, 1e15, 1e300]],
  ["identity", (x) => x, () => 1, [0, 1e-300, 1, 1e15, 1e300]],
  [
    "(x − 1)⁷, expanded",
    (x) => x ** 7 - 7 * x ** 6 + 21 * x ** 5 - 35 * x ** 4 + 35 * x ** 3 - 21 * x ** 2 + 7 * x - 1,
    (x) => 7 * (x - 1) ** 6,
    [1, 1.001, 1.1, 2],
  ],
  ["in single precision", (x) => Math.fround(Math.sin(Math.fround(x))), Math.cos, [0.3, 1, 2]],
  ["rounded to 6 places", (x) => Math.round(x * 1e6) / 1e6, () => 1, [0.3, 1, 17.1234565]],
  [
    "1 − cos, by cancellation",
    (x) => (1 - Math.cos(x)) / (x * x),
    (x) => (x * Math.sin(x) - 2 * (1 - Math.cos(x))) / x ** 3,
    [1, 0.1, 1e-2],
  ],
  [
    "a solver's answer, good to 1e-9",
    (x) => x * x + 1e-9 * Math.sin(1e9 * x * x),
    (x) => 2 * x,
    [0.7, 2, 5],
  ],
];

/** Derivatives to the right, where there are no others. */
const toTheRight: Record<string, F> = {
  floor: () => 0,
  abs: () => 1,
  relu: () => 1,
  "1 + |x|": () => 1,
  sawtooth: () => 1,
};

describe.each(zoo)("%s", (name, f, df, points) => {
  test.each(points.flatMap((x) => schemes.map((options) => [x, options] as const)))(
    "at %d, %j",
    (x, options) => {
      let result: ReturnType<typeof derivativeEstimate>;
      try {
        result = derivativeEstimate(f, x, options);
      } catch (error) {
        expect((error as Error).message).toMatch(
          /^(derivativeEstimate|richardson): (f must return a finite number|h at x|D\()/,
        );
        return;
      }
      const { value, error, converged, message, nfev } = result;
      expect(nfev).toBeGreaterThan(2);
      expect(error).toBeGreaterThanOrEqual(0);
      expect(message).not.toBe("");
      const exact = [df(x)];
      if ("method" in options && options.method === "forward" && toTheRight[name]) {
        exact.push(toTheRight[name](x));
      }
      if (/precision|rounded/.test(name)) exact.push(0); // as it is, and as it is meant
      const misses = exact.filter((d) => !Number.isNaN(d)).map((d) => Math.abs(value - d));
      if (converged) {
        expect(Math.min(...misses), JSON.stringify(result)).toBeLessThanOrEqual(error);
      }
    },
  );
});

describe("what can be relied upon", () => {
  const random = rng(7);
  const smooth: [F, F][] = [
    [Math.sin, Math.cos],
    [Math.exp, Math.exp],
    [Math.atan, (x) => 1 / (1 + x * x)],
    [(x) => x * Math.exp(-x * x), (x) => (1 - 2 * x * x) * Math.exp(-x * x)],
    [(x) => Math.log1p(x * x), (x) => (2 * x) / (1 + x * x)],
    [(x) => 5 - 3 * x + x ** 3, (x) => 3 * x * x - 3],
  ];
  test.each(schemes)("smooth functions converge, and closely: %j", (options) => {
    for (const [f, df] of smooth) {
      for (const x of random.normal(0, 2, 40)) {
        const { value, error, converged, message } = derivativeEstimate(f, x, options);
        expect(converged, `${f} at ${x}: ${message}`).toBe(true);
        expect(Math.abs(value - df(x)), `${f} at ${x}`).toBeLessThanOrEqual(error);
        expect(error).toBeLessThan(1e-5 * Math.max(1, Math.abs(df(x))));
      }
    }
  });

  test("what is wrong is said", () => {
    const doubt = (f: F, x: number) => derivativeEstimate(f, x);
    expect(doubt(Math.sin, 1e10)).toMatchObject({
      converged: false,
      message: expect.stringMatching(/^the step 60554\.\d+ is not small beside what f does/),
    });
    expect(doubt(Math.sin, 1e10).error).toBeGreaterThan(0.87);
    expect(doubt(Math.abs, 0)).toMatchObject({
      value: 0,
      converged: false,
      message: expect.stringMatching(/^the slopes left and right of x differ by 2 however/),
    });
    const noise = rng(3);
    expect(doubt((x) => x + noise.normal(0, 1e-8), 1)).toMatchObject({
      converged: false,
      message: expect.stringMatching(/^f is noisy: values side by side differ by about \S+e-[89]$/),
    });
    expect(derivativeEstimate(Math.cos, 1, { h: Number.EPSILON })).toMatchObject({
      converged: false,
      message: "there is no smaller step to compare with at this x",
    });
  });

  test("the error of one that is not to be trusted is no small number", () => {
    const step = (x: number) => (x < 1 ? 0 : 1);
    expect(derivativeEstimate(Math.abs, 0).error).toBe(2);
    expect(derivativeEstimate((x) => Math.abs(x - 3), 3).error).toBeGreaterThan(1.9);
    expect(derivativeEstimate(step, 1).error).toBeGreaterThan(1e4);
    for (const x of [1e14, 1e15, 4e15, 1e16]) {
      const { value, error, converged } = derivativeEstimate(Math.sin, x);
      expect(converged).toBe(false);
      expect(10 * error).toBeGreaterThan(Math.abs(value - Math.cos(x)));
    }
  });

  test("values whose squares overflow are not noise", () => {
    expect(derivativeEstimate((x) => x ** 3, 1e100)).toMatchObject({ converged: true });
    const { value, error, converged } = derivativeEstimate(Math.exp, 709);
    expect(converged).toBe(true);
    expect(Math.abs(value - Math.exp(709))).toBeLessThan(error);
  });

  test("noise of a known size is measured", () => {
    const random = rng(11);
    const sizes = Array.from({ length: 200 }, () =>
      noiseOf((t) => Math.exp(t) + random.normal(0, 1e-6), 1e-4, true),
    );
    const mean = Math.sqrt(sizes.reduce((sum, v) => sum + v * v, 0) / sizes.length);
    expect(mean).toBeGreaterThan(0.9e-6);
    expect(mean).toBeLessThan(1.1e-6);
    expect(noiseOf((t) => 3 - t + t ** 3, 2 ** -10, false)).toBe(0);
  });

  test("a check of a gradient tells whether its differences hold", () => {
    const g = (x: number) => Math.cos(x);
    expect(checkGrad(Math.sin, g, 1).converged).toBe(true);
    expect(checkGrad(Math.sin, g, 1e10).converged).toBe(false);
    expect(
      checkGrad(
        ([x]) => Math.abs(x),
        () => [0],
        [0],
      ).converged,
    ).toBe(false);
  });
});
