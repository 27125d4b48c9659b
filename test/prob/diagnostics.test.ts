import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { effectiveSampleSize, monteCarloError, rHat } from "../../lib/prob";
import fixture from "./fixtures/diagnostics.json";
import { expectClose } from "./helpers";

describe("diagnostics of Markov chains against ArviZ", () => {
  for (const { name, draws, want } of fixture.rows) {
    test(name, () => {
      if (want.rHat !== null) expectClose(rHat(draws), want.rHat, 1e-10, "rHat");
      for (const method of ["bulk", "tail", "mean", "std"] as const) {
        expectClose(effectiveSampleSize(draws, { method }), want[method], 1e-10, method);
      }
      const quantile = { method: "quantile", p: 0.3 } as const;
      expectClose(effectiveSampleSize(draws, quantile), want.quantile, 1e-10, "quantile");
      expectClose(monteCarloError(draws), want.errorOfMean, 1e-10, "error of the mean");
      expectClose(monteCarloError(draws, { method: "std" }), want.errorOfStd, 1e-10, "of the std");
      expectClose(monteCarloError(draws, quantile), want.errorOfQuantile, 1e-10, "of the quantile");
    });
  }
});

describe("diagnostics of Markov chains", () => {
  const [slow, spread] = [fixture.rows[1]!.draws, fixture.rows[4]!.draws];
  const transformed = (f: (x: number) => number) => slow.map((chain) => chain.map(f));

  test("of points are those of the coordinates", () => {
    const points = slow.map((chain) => chain.map((x, t) => [x, Math.sin(t), -x]));
    const [first, second, third] = rHat(points);
    expect(first).toBe(rHat(slow));
    expect(third).toBe(first);
    expect(second).toBe(rHat(points.map((chain) => chain.map((x) => x[1]!))));
    expect(effectiveSampleSize(points)[0]).toBe(effectiveSampleSize(slow));
    expect(monteCarloError(points)[0]).toBe(monteCarloError(slow));
  });

  test("hang on ranks alone, or scale with the draws, to both ends of the doubles", () => {
    expect(effectiveSampleSize(transformed(Math.exp))).toBe(effectiveSampleSize(slow));
    for (const unit of [2 ** -1000, 2 ** 1015, -1]) {
      const scaled = transformed((x) => unit * x);
      expectClose(rHat(scaled), rHat(slow), 1e-13, `rHat in units of ${unit}`);
      for (const method of ["bulk", "mean", "std"] as const) {
        const want = effectiveSampleSize(slow, { method });
        expectClose(effectiveSampleSize(scaled, { method }), want, 1e-12, `${method}, ${unit}`);
      }
      for (const method of ["mean", "std"] as const) {
        const want = Math.abs(unit) * monteCarloError(slow, { method });
        expectClose(monteCarloError(scaled, { method }), want, 1e-12, `${method}, ${unit}`);
      }
    }
    const ends = [
      [1.7e308, -1.7e308, 1.6e308, -1.7e308],
      [-1.7e308, 1.7e308, -1.6e308, 1.7e308],
    ];
    expect(rHat(ends)).toBeLessThan(1);
    expect(monteCarloError(ends)).toBeGreaterThan(1e307);
    expect(monteCarloError(ends)).toBeLessThan(1.7e308);
  });

  test("R̂ sees chains that stand still apart, that drift, that differ in spread alone", () => {
    expect(
      rHat([
        [1, 1, 1, 1],
        [2, 2, 2, 2],
      ]),
    ).toBe(Infinity);
    expect(rHat([Array.from({ length: 50 }, (_, t) => t)])).toBeGreaterThan(1.5);
    expect(rHat(spread)).toBeGreaterThan(1.1);
    expect(
      rHat([
        [-1, 1, -1, 1],
        [1, -1, 1, -1],
      ]),
    ).toBeLessThan(1); // folded it is constant
  });

  test("the error of the mean of an autoregression is what its autocorrelation says", () => {
    const phi = 0.8;
    const random = rng(3);
    const chains = Array.from({ length: 4 }, () => {
      let x = random.normal();
      return Array.from({ length: 20000 }, () => {
        x = phi * x + Math.sqrt(1 - phi * phi) * random.normal();
        return x;
      });
    });
    const exact = (80000 * (1 - phi)) / (1 + phi);
    // the estimate itself has a relative standard deviation of some 3 %
    expect(Math.abs(effectiveSampleSize(chains, { method: "mean" }) / exact - 1)).toBeLessThan(
      0.12,
    );
    expect(Math.abs(monteCarloError(chains) * Math.sqrt(exact) - 1)).toBeLessThan(0.06);
  });

  test("errors", () => {
    const bad = (draws: unknown, options?: unknown) => () =>
      effectiveSampleSize(draws as never, options as never);
    expect(bad([])).toThrow("effectiveSampleSize: draws must be chains × draws");
    expect(bad(3)).toThrow(TypeError);
    expect(bad([1, 2, 3, 4])).toThrow("draws must be a matrix (number[][]), draws[0] is 1");
    expect(bad([[1, 2, 3]])).toThrow("draws must have at least 4 draws in a chain, got 3");
    expect(bad([[]])).toThrow("draws must have at least 4 draws in a chain, got 0");
    expect(
      bad([
        [1, 2, 3, 4],
        [1, 2, 3],
      ]),
    ).toThrow("rows of equal length");
    expect(bad([[1, 2, 3, Number.NaN]])).toThrow("draws must be finite, draws[0][3] is NaN");
    expect(bad([[5, 5, 5, 5]])).toThrow("draws must vary, all are 5");
    const points = [
      [
        [1, 2],
        [2, 2],
        [3, 2],
        [4, 2],
      ],
    ];
    expect(bad(points)).toThrow("draws must vary, all of coordinate 1 are 2");
    expect(bad([points[0], points[0]!.slice(1)])).toThrow(
      "draws[1] must have 4 rows (draws of chain 0)",
    );
    expect(bad([[[1], [2, 3], [3], [4]]])).toThrow("draws[0] must have rows of equal length");
    expect(bad([[1, 2, 3, 4]], { kind: "bulk" })).toThrow('options has no "kind"');
    expect(bad([[1, 2, 3, 4]], { method: "sd" })).toThrow("method must be one of");
    expect(bad([[1, 2, 3, 4]], { method: "quantile" })).toThrow("p must be a number in (0, 1)");
    expect(bad([[1, 2, 3, 4]], { p: 0.5 })).toThrow('p goes with method "quantile" only');
    expect(() => rHat([[5, 5, 5, 5]])).toThrow("rHat: draws must vary");
    expect(() => monteCarloError([[5, 5, 5, 5]])).toThrow("monteCarloError: draws must vary");
  });
});
