import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type TTestOptions, tTest } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Case {
  kind: "one" | "two";
  options: TTestOptions;
  statistic: number;
  pValue: number;
  df: number;
  ci: [number, number];
}
interface Hard {
  x: number[];
  y: number[];
  mean: number;
  one: number;
  pooled: number;
  welch: number;
}
const { tTest: fixtures, tHard } = fixture<{
  tTest: { x: number[]; y: number[]; cases: Case[] }[];
  tHard: Hard[];
}>("tests");

describe("tTest", () => {
  test("agrees with SciPy: one sample, pooled, Welch, paired; each alternative", () => {
    let count = 0;
    for (const { x, y, cases } of fixtures) {
      for (const { kind, options, statistic, pValue, df, ci } of cases) {
        const r = kind === "one" ? tTest(x, options) : tTest(x, y, options);
        const label = `${kind} ${JSON.stringify(options)}`;
        expectNear(r.statistic, statistic, 1e-12, 0, label);
        expectNear(r.pValue, pValue, 1e-11, 0, label);
        expectNear(r.df, df, 1e-12, 0, label);
        expectNear(r.confidenceInterval, ci, 1e-12, 0, label);
        count++;
      }
    }
    expect(count).toBe(42);
  });

  // SciPy rounds the means before it subtracts: at an offset of 1e9 it has t to 5e-8 only
  test("keeps its digits far from 0, against rational arithmetic", () => {
    for (const { x, y, mean, one, pooled, welch } of tHard) {
      expectNear(tTest(x, { mean }).statistic, one, 2e-15);
      expectNear(tTest(x, y, { equalVar: true }).statistic, pooled, 2e-15);
      expectNear(tTest(x, y).statistic, welch, 2e-15);
    }
  });

  test("the interval holds the null values that are not rejected", () => {
    const x = rng(16).normal(1, 2, 15);
    const { confidenceInterval } = tTest(x, { confidence: 0.9 });
    for (const end of confidenceInterval) {
      expect(tTest(x, { mean: end }).pValue).toBeCloseTo(0.1, 10);
    }
    const upper = tTest(x, { confidence: 0.9, alternative: "less" }).confidenceInterval;
    expect(upper[0]).toBe(-Infinity);
    expect(tTest(x, { mean: upper[1], alternative: "less" }).pValue).toBeCloseTo(0.1, 10);
  });

  test("pairs are one sample of differences; order and units do not matter", () => {
    const random = rng(17);
    const [x, y] = [random.normal(0, 1, 9), random.normal(1, 1, 9)];
    const d = x.map((v, i) => v - y[i]);
    expect(tTest(x, y, { paired: true })).toEqual(tTest(d));
    const [ab, ba] = [tTest(x, y), tTest(y, x)];
    expectNear(ab.statistic, -ba.statistic, 1e-15);
    expectNear(ab.pValue, ba.pValue, 1e-14);
    const big = (v: number) => v * 1e200;
    expectNear(tTest(x.map(big), y.map(big)).pValue, ab.pValue, 1e-13);
    expectNear(tTest(x.map(big), y.map(big), { equalVar: true }).df, 16, 0);
  });

  test("one constant sample is borne as long as the other varies", () => {
    const r = tTest([1, 1, 1], [2, 3, 4]);
    expectNear(r.df, 2, 1e-15);
    expectNear(r.statistic, -2 / Math.sqrt(1 / 3), 1e-14);
  });

  test("errors", () => {
    expect(thrown(() => tTest([]))).toEqual({
      kind: "RangeError",
      message: "tTest: x must have at least 2 entries, got 0",
    });
    expect(thrown(() => tTest([1, 2], [1])).message).toBe(
      "tTest: y must have at least 2 entries, got 1",
    );
    expect(thrown(() => tTest([3, 3, 3])).message).toBe(
      "tTest: x must not be constant, the standard error is 0",
    );
    expect(thrown(() => tTest([1, 2], [2, 3], { paired: true })).message).toBe(
      "tTest: the differences x − y must not be constant, the standard error is 0",
    );
    expect(thrown(() => tTest([1, 1], [2, 2])).message).toBe(
      "tTest: x or y must not be constant, the standard error is 0",
    );
    expect(thrown(() => tTest([1, 2, 3], [2, 3], { paired: true })).message).toBe(
      "tTest: y must have length 3 (length of x), got 2",
    );
    expect(thrown(() => tTest([1, 2], { paired: true } as never)).message).toBe(
      'tTest: options has no "paired"; known: mean, alternative, confidence',
    );
    expect(thrown(() => tTest([1, 2], [1, 4], { paired: true, equalVar: true })).message).toBe(
      "tTest: equalVar does not apply to paired samples",
    );
    expect(thrown(() => tTest([1, 2], { mean: NaN })).message).toBe(
      "tTest: mean must be a finite number, got NaN",
    );
    expect(thrown(() => tTest([1, 2], { alternative: "two" as never })).message).toBe(
      'tTest: alternative must be one of "two-sided", "less", "greater", got "two" (string)',
    );
    expect(thrown(() => tTest([1, 2], { confidence: 1 })).message).toBe(
      "tTest: confidence must be a number in (0, 1), got 1",
    );
    expect(thrown(() => tTest([1, 2], [1, 3], { paired: "no" as never }))).toEqual({
      kind: "TypeError",
      message: 'tTest: paired must be true or false, got "no" (string)',
    });
    expect(thrown(() => tTest([1.7e308, 1], [-1.7e308, 1], { paired: true })).message).toBe(
      "tTest: x − y must be finite, x − y[0] is Infinity",
    );
    expect(thrown(() => tTest([1, 2], 0 as never))).toEqual({
      kind: "TypeError",
      message: "tTest: options must be an object, got 0",
    });
  });
});
