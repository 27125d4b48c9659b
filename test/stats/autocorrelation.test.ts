import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { autocorrelation, ljungBox, partialAutocorrelation } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { series } = fixture<{
  series: {
    x: number[];
    maxLag: number;
    acf: number[];
    bartlett: number[];
    pacf: number[];
    ljungBox: number[][];
    withDdof: number[];
  }[];
}>("series");

describe("against statsmodels", () => {
  test("autocorrelation with Bartlett's band", () => {
    for (const { x, maxLag, acf, bartlett } of series) {
      const r = autocorrelation(x, { maxLag, confidence: 0.9 });
      expectNear(r.acf, acf, 1e-13, 1e-2);
      expectNear(r.bartlett, bartlett, 1e-13);
      expectNear(r.whiteNoise, bartlett[1], 1e-13);
      expect(r.lags).toEqual(acf.map((_, k) => k));
    }
  });

  test("partialAutocorrelation", () => {
    for (const { x, maxLag, pacf } of series) {
      expectNear(partialAutocorrelation(x, { maxLag }).pacf, pacf, 1e-12, 1e-2);
    }
  });

  test("ljungBox", () => {
    for (const {
      x,
      maxLag,
      ljungBox: [one, all],
      withDdof,
    } of series) {
      const at = (options: object) => {
        const { statistic, pValue } = ljungBox(x, options);
        return [statistic, pValue];
      };
      expectNear(at({ maxLag: 1 }), one, 1e-12);
      expectNear(at({ maxLag }), all, 1e-11);
      expectNear(at({ maxLag, ddof: 2 }), withDdof, 1e-11);
    }
  });
});

test("an autoregression is cut off by the pacf, a moving average by the acf", () => {
  const e = rng(14).normal(0, 1, 4000);
  const ar: number[] = [];
  e.forEach((v, t) => {
    ar.push(v + (t > 0 ? 0.6 * ar[t - 1] : 0));
  });
  const { pacf } = partialAutocorrelation(ar, { maxLag: 3 });
  expectNear(pacf, [1, 0.6, 0, 0], 0.06, 1);
  const ma = e.slice(1).map((v, t) => v + 0.5 * e[t]);
  expectNear(autocorrelation(ma, { maxLag: 3 }).acf, [1, 0.4, 0, 0], 0.06, 1);
});

test("independent series: 5 % rejected, 5 % of correlations beyond the band", () => {
  const random = rng(9);
  let [rejected, beyond] = [0, 0];
  const runs = 500;
  for (let k = 0; k < runs; k++) {
    const x = random.normal(0, 1, 100);
    if (ljungBox(x).pValue <= 0.05) rejected++;
    const { acf, whiteNoise } = autocorrelation(x, { maxLag: 5 });
    beyond += acf.slice(1).filter((r) => Math.abs(r) > whiteNoise).length;
  }
  expect(Math.abs(rejected / runs - 0.05)).toBeLessThan(0.03);
  expect(Math.abs(beyond / runs / 5 - 0.05)).toBeLessThan(0.015);
});

test("offsets and units cost no digits; |pacf| ≤ 1 on a series that all but foretells itself", () => {
  const x = [1, 4, 2, 8, 5, 7];
  const far = autocorrelation(x.map((v) => v + 2 ** 40)).acf;
  expectNear(far, autocorrelation(x).acf, 1e-14, 1e-2);
  expectNear(autocorrelation(x.map((v) => v * 1e300)).acf, autocorrelation(x).acf, 1e-14, 1e-2);
  const line = partialAutocorrelation(Array.from({ length: 50 }, (_, t) => t));
  expect(Math.max(...line.pacf.map(Math.abs))).toBeLessThanOrEqual(1);
  expect(line.pacf.length).toBe(17); // ⌊10·log₁₀50⌋ and lag 0
  expect(autocorrelation([1, 2]).acf.length).toBe(2);
});

test("errors", () => {
  const message = (f: () => unknown) => thrown(f).message;
  expect(message(() => autocorrelation([1]))).toBe(
    "autocorrelation: x must have at least 2 entries, got 1",
  );
  expect(message(() => partialAutocorrelation([2, 2, 2]))).toBe(
    "partialAutocorrelation: x must not be constant, all entries are 2",
  );
  expect(message(() => autocorrelation([1, 2, 4], { maxLag: 3 }))).toBe(
    "autocorrelation: maxLag must be an integer in [1, 2], got 3",
  );
  expect(message(() => ljungBox([1, 2, 4, 3], { maxLag: 2, ddof: 2 }))).toBe(
    "ljungBox: maxLag must be more than ddof 2, got 2",
  );
  expect(message(() => autocorrelation([1, 2, 4], { nlags: 3 } as never))).toMatch(
    'autocorrelation: options has no "nlags"',
  );
});
