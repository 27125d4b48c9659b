import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import * as stats from "../../../lib/stats";
import { requireProbabilities, requireStatistic } from "../../../lib/stats/arguments/guards";
import { thrown } from "../helpers";

const y = [2, 4, 3, 7];
const X = [[1], [2], [4], [3]];
const first = (s: number[]) => s[0];

/** Each function of one sample, with its first argument left open. */
const CALLS: Record<string, (x: never) => unknown> = {
  anova: (x) => stats.anova(x),
  anova2: (x) => stats.anova2(x, y, y),
  kruskalWallis: (x) => stats.kruskalWallis(x),
  levene: (x) => stats.levene(x),
  tukeyHSD: (x) => stats.tukeyHSD(x),
  welchAnova: (x) => stats.welchAnova(x),
  nestedFTest: (x) => stats.nestedFTest(x, x),
  vif: (x) => stats.vif(x),
  glm: (x) => stats.glm(X, x),
  autocorrelation: (x) => stats.autocorrelation(x),
  ecdf: (x) => stats.ecdf(x),
  ljungBox: (x) => stats.ljungBox(x),
  partialAutocorrelation: (x) => stats.partialAutocorrelation(x),
  qqData: (x) => stats.qqData(x),
  benjaminiHochberg: stats.benjaminiHochberg,
  bonferroni: stats.bonferroni,
  cliffsDelta: (x) => stats.cliffsDelta(x, y),
  cohensD: (x) => stats.cohensD(x, y),
  correlationTest: (x) => stats.correlationTest(x, y),
  cramersV: (x) => stats.cramersV(x),
  etaSquared: (x) => stats.etaSquared(x),
  fisherExact: (x) => stats.fisherExact(x),
  hedgesG: (x) => stats.hedgesG(x, y),
  mantelHaenszel: (x) => stats.mantelHaenszel(x),
  mcNemar: (x) => stats.mcNemar(x),
  oddsRatio: (x) => stats.oddsRatio(x),
  relativeRisk: (x) => stats.relativeRisk(x),
  chiSquareTest: (x) => stats.chiSquareTest(x),
  correlation: (x) => stats.correlation(x, y),
  covariance: (x) => stats.covariance(x, y),
  describe: stats.describe,
  histogram: stats.histogram,
  holm: stats.holm,
  iqr: stats.iqr,
  kde: stats.kde,
  kolmogorovSmirnov: (x) => stats.kolmogorovSmirnov(x, y),
  kurtosis: stats.kurtosis,
  mad: stats.mad,
  mannWhitney: (x) => stats.mannWhitney(x, y),
  mean: stats.mean,
  median: stats.median,
  ols: (x) => stats.ols(x, y),
  permutationTest: (x) => stats.permutationTest(x, y, (a, b) => a[0] - b[0]),
  quantile: (x) => stats.quantile(x, 0.5),
  rankdata: stats.rankdata,
  shapiro: stats.shapiro,
  skewness: stats.skewness,
  std: stats.std,
  tTest: (x) => stats.tTest(x),
  trimMean: (x) => stats.trimMean(x, 0.1),
  variance: stats.variance,
  wilcoxon: (x) => stats.wilcoxon(x, y),
};

describe("every function refuses what is not data, in its own name", () => {
  for (const [name, call] of Object.entries(CALLS)) {
    test(name, () => {
      for (const bad of [undefined, null, 3, "abc", {}, () => 0, new Float64Array(4)]) {
        const error = thrown(() => call(bad as never));
        expect(error.kind, String(bad)).toBe("TypeError");
        expect(error.message.startsWith(`${name}: `), error.message).toBe(true);
      }
      for (const bad of [
        [1, "2", 3, 4],
        [1, undefined, 3, 4],
        [1, NaN, 3, 4],
        [1, Infinity, 3, 4],
      ]) {
        const error = thrown(() => call(bad as never));
        expect(["TypeError", "RangeError"]).toContain(error.kind);
        expect(error.message.startsWith(`${name}: `), error.message).toBe(true);
      }
    });
  }

  test("and none is missing from this list", () => {
    const numbers = [
      "binomialTest",
      "cohensH",
      "proportionInterval",
      "powerAnova",
      "powerProportion",
      "powerTTest",
    ]; // these take numbers, no data
    const named = new Set([...Object.keys(CALLS), "bootstrap", ...numbers]);
    const functions = Object.entries(stats).filter(([, f]) => typeof f === "function");
    expect(functions.map(([name]) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});

test("no function changes its arguments", () => {
  const freeze = (x: number[]) => Object.freeze(x.slice()) as number[];
  const [a, b] = [freeze([5, 1, 4, 2, 8]), freeze([1, 3, 2, 9, 4])];
  const M = Object.freeze(a.map((v, i) => Object.freeze([v, b[i] ** 2]))) as number[][];
  stats.describe(a);
  stats.mad(a);
  stats.iqr(a);
  stats.trimMean(a, 0.2);
  stats.quantile(a, freeze([0.1, 0.9]));
  for (const method of ["pearson", "spearman", "kendall"] as const) {
    stats.correlation(a, b, { method });
    stats.correlation(M, { method });
  }
  stats.covariance(M);
  stats.histogram(a, { bins: freeze([0, 4, 10]) });
  stats.kde(a).pdf(freeze([1, 2]));
  stats.ols(M, b).predict(M);
  stats.tTest(a, b, { paired: true });
  stats.chiSquareTest(M);
  stats.chiSquareTest(a, { expected: freeze([4, 4, 4, 4, 4]) });
  stats.anova([a, b]);
  stats.mannWhitney(a, b);
  stats.wilcoxon(a, b);
  stats.kolmogorovSmirnov(a, b);
  stats.bootstrap(a, first, { rng: rng(1), n: 9, method: "basic" });
  stats.permutationTest(a, b, (u, v) => u.sort()[0] - v.sort()[0], { rng: rng(1), n: 9 });
  stats.holm(freeze([0.3, 0.1]));
  expect(M.map((row) => row[0])).toEqual([5, 1, 4, 2, 8]);
});

test("options that are true or false take nothing else", () => {
  const not = (f: () => unknown) => thrown(f).message;
  const yes = "yes" as never;
  expect(not(() => stats.skewness(y, { bias: yes }))).toBe(
    'skewness: bias must be true or false, got "yes" (string)',
  );
  expect(not(() => stats.kurtosis(y, { fisher: 1 as never }))).toBe(
    "kurtosis: fisher must be true or false, got 1",
  );
  expect(not(() => stats.ols(X, y, { intercept: 0 as never }))).toBe(
    "ols: intercept must be true or false, got 0",
  );
  expect(
    not(() =>
      stats.chiSquareTest(
        [
          [1, 2],
          [3, 4],
        ],
        { yates: yes },
      ),
    ),
  ).toBe('chiSquareTest: yates must be true or false, got "yes" (string)');
  expect(not(() => stats.tTest(y, y, { equalVar: yes }))).toBe(
    'tTest: equalVar must be true or false, got "yes" (string)',
  );
});

test("the guards themselves", () => {
  expect(requireProbabilities("f", [0, 1, 0.5])).toEqual([0, 1, 0.5]);
  expect(requireStatistic("f", 3)).toBe(3);
  expect(thrown(() => requireStatistic("f", "3")).kind).toBe("TypeError");
  expect(thrown(() => requireProbabilities("f", [2])).message).toBe(
    "f: p[0] must be a number in [0, 1], got 2",
  );
});
