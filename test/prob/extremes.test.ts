/** The laws at the ends of the range of doubles: parameters, arguments and probabilities. */
import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as prob from "../../lib/prob";
import fixture from "./fixtures/extremes.json";
import { type EitherKind, expectClose, make } from "./helpers";

type Row = [
  name: string,
  args: number[],
  x: number,
  logpdf: number | null,
  lower: number | null,
  upper: number | null,
];

/** Logarithms of probabilities: an error counts relative to the logarithm or to 1, whichever is more. */
function expectLog(got: number, want: number | null, what: string): void {
  if (want === null || Math.abs(want) < 1e-280) {
    if (want !== null && Math.abs(got) < 1e-280) return;
    expect(got, what).toBe(-Infinity);
  } else expectClose(got, want, 5e-12 * Math.max(1, 1e-3 / Math.abs(want)), what);
}

describe("against 700 digits, parameters from 1e-300 to 1e308", () => {
  const rows = fixture.rows as Row[];
  for (const name of new Set(rows.map((row) => row[0]))) {
    test(name, () => {
      for (const [, args, x, density, lower, upper] of rows.filter((row) => row[0] === name)) {
        const d = make(name, args) as EitherKind;
        const what = `of ${name}(${args}) at ${x}`;
        const probability = (got: number, log: number | null, label: string) => {
          const want = Math.exp(log ?? -Infinity);
          if (want === Infinity || want < 1e-300) expect(got, label).toBeCloseTo(want, 299);
          else expectClose(got, want, 5e-12 * Math.max(1, Math.abs(log!) / 10), label);
        };
        if (density === null || Math.abs(density) > 1e-280) {
          expectLog(d.logpdf(x), density, `logpdf ${what}`);
        }
        expectLog(d.logcdf(x), lower, `logcdf ${what}`);
        expectLog(d.logsf(x), upper, `logsf ${what}`);
        probability(d.pdf(x), density, `pdf ${what}`);
        probability(d.cdf(x), lower, `cdf ${what}`);
        probability(d.sf(x), upper, `sf ${what}`);
      }
    });
  }
});

const SIZES = [1e-300, 1e-100, 1e-5, 0.3, 1, 7, 1e5, 1e16, 1e40, 1e100, 1e300, 1.7e308];
const PROBABILITIES = [0, 5e-324, 1e-300, 1e-16, 0.1, 0.5, 0.9, 1 - 2 ** -53, 1];

const shapes = (f: (a: number, b: number) => prob.Distribution): prob.Distribution[] =>
  SIZES.slice(0, -1).flatMap((a) => SIZES.slice(0, -1).map((b) => f(a, b)));

const pairs = (f: (a: number, b: number) => prob.Distribution): prob.Distribution[] =>
  SIZES.flatMap((a) => SIZES.map((b) => f(a, b)));

const FAMILIES: Record<string, prob.Distribution[]> = {
  normal: pairs((a, b) => prob.normal(a, b)),
  negative: pairs((a, b) => prob.normal(-a, b)),
  uniform: SIZES.flatMap((a) => [
    prob.uniform(0, a),
    prob.uniform(-a, a),
    prob.uniform(-1.7e308, a),
  ]),
  exponential: SIZES.map((a) => prob.exponential(a)),
  gamma: pairs((a, b) => prob.gamma(a, b)),
  chiSquare: SIZES.map((a) => prob.chiSquare(a)),
  beta: shapes((a, b) => prob.beta(a, b)),
  studentT: SIZES.map((a) => prob.studentT(a)),
  fisherF: shapes((a, b) => prob.fisherF(a, b)),
  poisson: SIZES.filter((a) => a < 1e15).map((a) => prob.poisson(a)),
  bernoulli: SIZES.filter((a) => a <= 1).map((a) => prob.bernoulli(a)),
  binomial: [0, 1, 10, 1e12, Number.MAX_SAFE_INTEGER].flatMap((n) =>
    [0, 5e-324, 1e-300, 1e-12, 0.3, 1 - 2 ** -53, 1].map((p) => prob.binomial(n, p)),
  ),
  categorical: [prob.categorical([1e-300, 1, 5e-324]), prob.categorical([0, 0.5, 0.5, 0])],
};

const label = (d: prob.Distribution) => `${d.name}(${Object.values(d.params)})`;

describe.each(Object.entries(FAMILIES))("%s of any size", (_, laws) => {
  test("moments and entropy are numbers, and of the right sign", () => {
    for (const d of laws) {
      const { df } = d.params as { df?: number };
      if (!(d.name === "studentT" && df! <= 1)) expect(d.mean, label(d)).not.toBeNaN();
      const none = d.name === "studentT" ? df! <= 1 : d.name === "fisherF" && d.mean === Infinity;
      if (none) expect(d.variance, label(d)).toBeNaN();
      else expect(d.variance, label(d)).toBeGreaterThanOrEqual(0);
      if (!none) expect(d.std, label(d)).toBeGreaterThanOrEqual(0);
      expect(d.entropy(), label(d)).not.toBeNaN();
    }
  });

  test("quantiles are ordered, of the support, and lead back to their probability", () => {
    for (const d of laws) {
      const [low, high] = d.support;
      const x = d.ppf(PROBABILITIES);
      expect([x[0], x[x.length - 1]], label(d)).toEqual([low, high]);
      for (const [i, p] of PROBABILITIES.entries()) {
        const what = `ppf(${p}) of ${label(d)} = ${x[i]}`;
        expect(x[i], what).toBeGreaterThanOrEqual(i > 0 ? x[i - 1] : low);
        expect(x[i], what).toBeLessThanOrEqual(high);
        if (p < 1e-305 || p === 1) continue; // a subnormal p is met to its own precision only
        if (d.support[0] === Math.floor(d.support[0]) && "pmf" in d) {
          expect(d.cdf(x[i]), what).toBeGreaterThanOrEqual(p);
          if (x[i] > low) expect(d.cdf(x[i] - 1), what).toBeLessThan(p);
          continue;
        }
        // steps of 1e-9 to either side enclose p, or what is next to the end of the doubles does
        const largest = Number.MAX_VALUE;
        const at = Math.max(-largest, Math.min(largest, x[i]));
        const step = Math.max(1e-9 * Math.abs(at), 1e-310);
        if (x[i] > -Infinity) {
          expect(d.cdf(x[i] < Infinity ? at - step : at), what).toBeLessThanOrEqual(p * (1 + 1e-8));
        }
        if (x[i] < Infinity) {
          const beyond = x[i] > -Infinity ? at + step : at;
          expect(d.cdf(beyond), what).toBeGreaterThanOrEqual(p * (1 - 1e-8));
        }
      }
      const back = d.isf(PROBABILITIES);
      for (const [i, v] of back.entries()) {
        const what = `isf(${PROBABILITIES[i]}) of ${label(d)} = ${v}`;
        expect(v, what).toBeLessThanOrEqual(i > 0 ? back[i - 1] : high);
        expect(v, what).toBeGreaterThanOrEqual(low);
      }
    }
  });

  test("tails are monotonic and add up; densities are not negative", () => {
    for (const d of laws) {
      const points = [
        -1.7e308, -1e300, -1, -1e-300, 0, 5e-324, 1e-300, 1e-20, 0.4, 1, 2, 1e15, 1e300, 1.7e308,
      ];
      let last = 0;
      for (const x of [-Infinity, ...points, Infinity]) {
        const what = `at ${x} of ${label(d)}`;
        const [lower, upper] = [d.cdf(x), d.sf(x)];
        expect(lower, what).toBeGreaterThanOrEqual(last * (1 - 1e-13));
        expect(Math.abs(lower + upper - 1), what).toBeLessThan(1e-12);
        expect(d.logcdf(x), what).toBeLessThanOrEqual(0);
        expect(d.logsf(x), what).toBeLessThanOrEqual(0);
        last = lower;
        const { pdf, pmf, logpdf, logpmf } = d as EitherKind;
        expect((pdf ?? pmf)(x), what).toBeGreaterThanOrEqual(0);
        expect((logpdf ?? logpmf)(x), what).not.toBeNaN();
      }
    }
  });

  test("draws are of the support, about half of them below the median", () => {
    for (const d of laws) {
      const draws = d.sample(rng(3), 40);
      const [low, high] = d.support;
      expect(
        draws.every((v) => v >= low && v <= high),
        label(d),
      ).toBe(true);
      const median = d.ppf(0.5);
      const apart = 1e-13 * Math.abs(median); // draws of a law narrower than this are all the median
      const below = draws.filter((v) => v < median - apart).length;
      const above = draws.filter((v) => v > median + apart).length;
      expect(Math.max(below, above), label(d)).toBeLessThan(37); // one in 1e7
    }
  });
});
