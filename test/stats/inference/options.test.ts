import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import * as stats from "../../../lib/stats";
import { refuseOptions, requireTestOptions } from "../../../lib/stats/inference/options";
import { thrown } from "../helpers";

const x = [1, 2, 4, 8];
const y = [2, 3, 3, 9];
const gap = (a: number[], b: number[]) => stats.mean(a) - stats.mean(b);

const loose = (f: unknown) => f as (...args: unknown[]) => unknown;

const table = [
  [3, 1],
  [1, 4],
];

/** Each test with its options left open. */
const TESTS: Record<string, (options: never) => unknown> = {
  anova2: (o) => stats.anova2(x, y, y, o),
  levene: (o) => stats.levene([x, y], o),
  tukeyHSD: (o) => stats.tukeyHSD([x, y], o),
  autocorrelation: (o) => stats.autocorrelation(x, o),
  ecdf: (o) => stats.ecdf(x, o),
  ljungBox: (o) => stats.ljungBox(x, o),
  partialAutocorrelation: (o) => stats.partialAutocorrelation(x, o),
  qqData: (o) => stats.qqData(x, o),
  binomialTest: (o) => stats.binomialTest(2, 3, o),
  cliffsDelta: (o) => stats.cliffsDelta(x, y, o),
  cohensD: (o) => stats.cohensD(x, y, o),
  correlationTest: (o) => stats.correlationTest(x, y, o),
  cramersV: (o) => stats.cramersV(table, o),
  etaSquared: (o) => stats.etaSquared([x, y], o),
  fisherExact: (o) => stats.fisherExact(table, o),
  hedgesG: (o) => stats.hedgesG(x, y, o),
  mantelHaenszel: (o) => stats.mantelHaenszel([table], o),
  mcNemar: (o) => stats.mcNemar(table, o),
  oddsRatio: (o) => stats.oddsRatio(table, o),
  proportionInterval: (o) => stats.proportionInterval(2, 3, o),
  relativeRisk: (o) => stats.relativeRisk(table, o),
  bootstrap: (o) => stats.bootstrap(x, stats.mean, o),
  chiSquareTest: (o) => stats.chiSquareTest(x, o),
  kolmogorovSmirnov: (o) => stats.kolmogorovSmirnov(x, y, o),
  mannWhitney: (o) => stats.mannWhitney(x, y, o),
  permutationTest: (o) => stats.permutationTest(x, y, gap, o),
  tTest: (o) => stats.tTest(x, y, o),
  wilcoxon: (o) => stats.wilcoxon(x, y, o),
};

/** An option of each test, "alternative" of those that have it. */
const FIRST: Record<string, string> = {
  anova2: "type",
  levene: "center",
  tukeyHSD: "names",
  autocorrelation: "maxLag",
  ecdf: "confidence",
  ljungBox: "maxLag",
  partialAutocorrelation: "maxLag",
  qqData: "a",
  bootstrap: "n",
  chiSquareTest: "ddof",
  ...Object.fromEntries(
    [
      "cliffsDelta",
      "cohensD",
      "cramersV",
      "etaSquared",
      "hedgesG",
      "mantelHaenszel",
      "mcNemar",
    ].map((name) => [name, "confidence"]),
  ),
};

describe("no test passes over an option in silence", () => {
  for (const [name, call] of Object.entries(TESTS)) {
    test(name, () => {
      expect(thrown(() => call({ alternativ: "less" } as never)).message).toMatch(
        `${name}: options has no "alternativ"; known: `,
      );
      for (const bad of [null, 3, "less", [1, 2]]) {
        expect(thrown(() => call(bad as never)).message).toMatch(
          `${name}: options must be an object, got `,
        );
      }
      const option = FIRST[name] ?? "alternative";
      expect(thrown(() => call({ [option]: undefined } as never))).toEqual({
        kind: "TypeError",
        message: `${name}: ${option} must have a value where it is given, got undefined`,
      });
      expect(thrown(() => call({ [option]: null } as never)).message).toMatch(`${name}: ${option}`);
    });
  }

  test("tests without options refuse them, and can be mapped over samples", () => {
    expect(thrown(() => loose(stats.anova)([x, y], { equalVar: false })).message).toBe(
      'anova: there are no options, got {"equalVar":false}',
    );
    expect(thrown(() => loose(stats.shapiro)(x, { alternative: "less" })).message).toBe(
      'shapiro: there are no options, got {"alternative":"less"}',
    );
    expect([x, y].map(stats.shapiro).map((r) => r.statistic > 0.5)).toEqual([true, true]);
  });
});

test("both guards themselves", () => {
  expect(requireTestOptions("f", { a: 0, b: rng(1) }, ["a", "b"]).a).toBe(0);
  expect(thrown(() => requireTestOptions("f", { a: undefined }, ["a"])).kind).toBe("TypeError");
  expect(() => refuseOptions("f", [0, [1, 2]])).not.toThrow();
  expect(thrown(() => refuseOptions("f", [null])).message).toBe(
    "f: there are no options, got null",
  );
});
