import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { add, exp, mul, neg } from "../../lib/calculus";
import { curveFit } from "../../lib/optimize";

interface Fixture {
  t: number[];
  y: number[];
  sigma: number[];
  curves: {
    sigma: "none" | "deviations" | "matrix";
    absolute: boolean;
    parameters: number[];
    covariance: number[][];
  }[];
}

const { t, y, sigma, curves }: Fixture = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "fit.json"), "utf8"),
);
const model = (x: number, [a, k, c]: number[]) => a * Math.exp(-k * x) + c;
const jac = (x: number, [a, k]: number[]) => [Math.exp(-k * x), -a * x * Math.exp(-k * x), 1];
const M = t.map((_, i) => t.map((__, j) => 0.05 ** 2 * 0.5 ** Math.abs(i - j)));

describe("against SciPy's curve_fit", () => {
  test.each(curves)("sigma $sigma, absolute $absolute", (known) => {
    const options = {
      ...(known.sigma !== "none" && { sigma: known.sigma === "matrix" ? M : sigma }),
      absoluteSigma: known.absolute,
    };
    for (const more of [{}, { jac }]) {
      const fit = curveFit(model, t, y, [2, 1, 0.3], { ...options, ...more });
      expect(fit.converged, fit.message).toBe(true);
      fit.parameters.forEach((v, i) => {
        expect(Math.abs(v / known.parameters[i] - 1)).toBeLessThan(1e-7);
        expect(
          Math.abs(fit.standardErrors[i] / Math.sqrt(known.covariance[i][i]) - 1),
        ).toBeLessThan(1e-7);
      });
    }
  });
});

test("rows of several predictors, and dual numbers", () => {
  const rows = t.map((ti) => [ti, 1]);
  const f = ([x, one]: number[], p: number[]) =>
    add(mul(p[0], exp(neg(mul(p[1], x)))), mul(p[2], one)) as unknown as number;
  const fit = curveFit(f, rows, y, [2, 1, 0.3], { jac: "dual" });
  const plain = curveFit(model, t, y, [2, 1, 0.3], { jac });
  fit.parameters.forEach((v, i) => {
    expect(v).toBeCloseTo(plain.parameters[i], 9);
    expect(fit.standardErrors[i]).toBeCloseTo(plain.standardErrors[i], 10);
  });
});

test("fitted values and residuals are in the units of y", () => {
  const fit = curveFit(model, t, y, [2, 1, 0.3], { sigma });
  expect(fit.fitted).toEqual(t.map((x) => model(x, fit.parameters)));
  expect(fit.residuals).toEqual(y.map((v, i) => v - fit.fitted[i]));
});

test("bounds and losses are those of leastSquares", () => {
  const bounds = [
    [0, 2.5],
    [0, 10],
    [-1, 1],
  ] as const;
  const fit = curveFit(model, t, y, [2, 1, 0.3], { bounds, loss: "softL1", lossScale: 0.1 });
  expect(fit.converged).toBe(true);
  expect(fit.parameters[0]).toBe(2.5);
});

test("arguments are left as they are, whatever the model writes to", () => {
  const careless = (x: number[], p: number[]) => {
    const value = model(x[0], p);
    x.fill(0);
    p.fill(0);
    return value;
  };
  const rows = t.map((ti) => Object.freeze([ti])) as unknown as number[][];
  const fit = curveFit(careless, rows, Object.freeze(y.slice()), Object.freeze([2, 1, 0.3]));
  expect(fit.parameters).toEqual(curveFit(model, t, y, [2, 1, 0.3]).parameters);
});

test("jac may return the same array each time", () => {
  const xdata = [0, 1, 2, 3, 4];
  const ydata = xdata.map((x, i) => 2 * Math.exp(-x / 3) + 0.01 * (i % 2));
  const f = (x: number, [a, b]: number[]) => a * Math.exp(-b * x);
  const slopes = (x: number, [a, b]: number[], out: number[]) => {
    out[0] = Math.exp(-b * x);
    out[1] = -a * x * out[0];
    return out;
  };
  const row = [0, 0];
  const fresh = curveFit(f, xdata, ydata, [1, 1], { jac: (x, p) => slopes(x, p, [0, 0]) });
  const reused = curveFit(f, xdata, ydata, [1, 1], { jac: (x, p) => slopes(x, p, row) });
  expect(reused).toEqual(fresh);
  expect(fresh.parameters[1]).toBeCloseTo(1 / 3, 1);
});

describe("wrong arguments", () => {
  const f = (x: number, [a]: number[]) => a * x;
  test.each<[string, () => unknown, string]>([
    ["f", () => curveFit(3 as never, [1], [1], [1]), "curveFit: f must be a function, got 3"],
    [
      "result of f",
      () => curveFit((() => "1") as never, [1], [1], [1]),
      'curveFit: f must return a number, got "1" (string)',
    ],
    [
      "lengths",
      () => curveFit(f, [1, 2], [1], [1]),
      "curveFit: xdata must have length 1 (length of ydata), got 2",
    ],
    [
      "rows",
      () => curveFit(f as never, [[1], [2]], [1], [1]),
      "curveFit: xdata must have 1 rows (length of ydata), got 2×1",
    ],
    [
      "no data",
      () => curveFit(f, [], [], [1]),
      "curveFit: ydata must have at least 1 entry, got 0",
    ],
    [
      "NaN",
      () => curveFit(f, [1], [Number.NaN], [1]),
      "curveFit: ydata must be finite, ydata[0] is NaN",
    ],
    [
      "sigma's length",
      () => curveFit(f, [1, 2], [1, 2], [1], { sigma: [1] }),
      "curveFit: sigma must have length 2 (length of ydata), got 1",
    ],
    [
      "sigma",
      () => curveFit(f, [1, 2], [1, 2], [1], { sigma: [1, 0] }),
      "curveFit: sigma[1] must be a number > 0, got 0",
    ],
    [
      "sigma indefinite",
      () =>
        curveFit(f, [1, 2], [1, 2], [1], {
          sigma: [
            [1, 2],
            [2, 1],
          ],
        }),
      "curveFit: sigma must be positive definite",
    ],
    [
      "sigma not symmetric",
      () =>
        curveFit(f, [1, 2], [1, 2], [1], {
          sigma: [
            [1, 0.5],
            [0, 1],
          ],
        }),
      "curveFit: sigma must be symmetric",
    ],
    [
      "absoluteSigma",
      () => curveFit(f, [1], [1], [1], { absoluteSigma: "no" as never }),
      "curveFit: absoluteSigma must be true or false",
    ],
    [
      "jac",
      () => curveFit(f, [1], [1], [1], { jac: () => [1, 2] }),
      "curveFit: the result of jac must have length 1 (length of p0), got 2",
    ],
    [
      "p0",
      () => curveFit(f, [1], [1], [5], { bounds: [[0, 1]] }),
      "curveFit: p0[0] must be a number in [0, 1], got 5",
    ],
    [
      "option",
      () => curveFit(f, [1], [1], [5], { weights: [1] } as never),
      'curveFit: options has no "weights"',
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

test("deviations whose squares are no doubles", () => {
  const x = [0, 1, 2, 3, 4];
  const y = [5.1, 3.3, 2.2, 1.6, 0.9];
  const model = (t: number, [a, k]: number[]) => a * Math.exp(-k * t);
  const errors = (unit: number) =>
    curveFit(model, x, y, [1, 1], { sigma: x.map(() => unit), absoluteSigma: true }).standardErrors;
  const plain = errors(1);
  for (const unit of [1e-200, 1e200]) {
    errors(unit).forEach((v, j) => {
      expect(v / unit).toBeCloseTo(plain[j], 9);
    });
  }
});
