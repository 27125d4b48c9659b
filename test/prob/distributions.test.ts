import { describe, expect, test } from "vitest";
import closedForms from "./fixtures/closedForms.json";
import fixture from "./fixtures/distributions.json";
import hypergeometric from "./fixtures/hypergeometric.json";
import { type EitherKind, expectClose, make } from "./helpers";

interface Case {
  name: string;
  args: number[];
  mean: number | null;
  variance: number | null;
  entropy: number | null;
  points: (number | null)[][];
  ppf?: number[][];
  isf?: number[][];
}

/** 1e-12 for a probability, 1e-10 where it is below e⁻¹⁰⁰. */
const toleranceOf = (log: number) => (log < -100 ? 1e-10 : 1e-12);

/**
 * The error of a logarithm is the relative error of the probability; where the logarithm is small it is
 * itself (minus) a probability, that of the other tail, and where it is large it counts relative to it.
 */
function expectLog(got: number, want: number | null, what: string): void {
  if (want === null) expect(got, what).toBe(-Infinity);
  else if (Math.abs(want) < 0.5) expectClose(got, want, toleranceOf(Math.log(-want)), what);
  else expectClose(got, want, 1e-12 * Math.max(1, 1 / Math.abs(want)), what);
}

describe("distributions against 50-digit values", () => {
  for (const c of [...fixture.cases, ...closedForms.cases, ...hypergeometric.cases] as Case[]) {
    const label = `${c.name}(${c.args})`;
    const d = make(c.name, c.args) as EitherKind;
    const continuous = c.ppf !== undefined;

    test(`${label}: moments and entropy`, () => {
      if (c.mean !== null) expectClose(d.mean, c.mean, 1e-15, "mean");
      if (c.variance !== null) expectClose(d.variance, c.variance, 1e-14, "variance");
      expect(d.std).toBe(Math.sqrt(d.variance));
      if (c.entropy !== null) {
        // entropies pass through 0, hence an absolute part
        const tolerance = 1e-13 + 1e-13 * Math.abs(c.entropy);
        expect(Math.abs(d.entropy() - c.entropy)).toBeLessThan(tolerance);
      }
    });

    test(`${label}: density and tails`, () => {
      for (const [x, logpdf, lower, upper] of c.points) {
        const at = `at ${x}`;
        const log = continuous ? d.logpdf : d.logpmf;
        const plain = continuous ? d.pdf : d.pmf;
        expectLog(log(x!), logpdf, `log density ${at}`);
        expectLog(d.logcdf(x!), lower, `logcdf ${at}`);
        expectLog(d.logsf(x!), upper, `logsf ${at}`);
        const pairs = [
          [plain(x!), logpdf],
          [d.cdf(x!), lower],
          [d.sf(x!), upper],
        ] as const;
        for (const [got, want] of pairs) {
          if (want !== null && want > -700) {
            expectClose(got, Math.exp(want), toleranceOf(want), `probability ${at}`);
          }
        }
      }
    });

    if (continuous) {
      test(`${label}: quantiles`, () => {
        for (const [p, x] of c.ppf!) expectClose(d.ppf(p), x, 1e-12, `ppf(${p})`);
        for (const [p, x] of c.isf!) expectClose(d.isf(p), x, 1e-12, `isf(${p})`);
      });
    } else {
      test(`${label}: quantiles are the first value to reach a probability`, () => {
        for (const p of [1e-300, 1e-9, 0.2, 0.5, 0.9, 1 - 1e-9]) {
          const k = d.ppf(p);
          expect(d.cdf(k)).toBeGreaterThanOrEqual(p);
          expect(d.cdf(k - 1)).toBeLessThan(p);
          const m = d.isf(p);
          expect(d.sf(m)).toBeLessThanOrEqual(p);
          expect(d.sf(m - 1)).toBeGreaterThan(p);
        }
      });
    }
  }
});
