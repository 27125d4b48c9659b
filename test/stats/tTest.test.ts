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
    expect(thrown(() => tTest([1.7e308, 1.6e308], [-1.7e308, -1.6e308])).message).toBe(
      "tTest: the estimate must be a finite number, got Infinity",
    );
    expect(thrown(() => tTest([1, 2], 0 as never))).toEqual({
      kind: "TypeError",
      message: "tTest: the second argument must be a sample or options, got 0",
    });
  });

  test("what is neither sample nor options is refused, wherever it stands", () => {
    const loose = tTest as (...args: unknown[]) => unknown;
    const x = [1, 2, 3];
    for (const absent of [undefined, null, "y", 3, () => x]) {
      expect(thrown(() => loose(x, absent)).message).toMatch(
        /^tTest: the second argument must be a sample or options, got /,
      );
      expect(thrown(() => loose(x, absent, { mean: 2 })).message).toMatch(
        /^tTest: y must be a vector/,
      );
    }
    for (const absent of [null, "y", 3, x]) {
      expect(thrown(() => loose(x, [1, 5], absent)).message).toMatch(
        /^tTest: options must be an object, got /,
      );
    }
    expect(loose(x, [1, 5], undefined)).toEqual(tTest(x, [1, 5]));
    expect(thrown(() => loose(x, { mean: 2 }, { alternative: "less" })).message).toMatch(
      /^tTest: y must be a vector/,
    );
    expect(thrown(() => loose(x, { mean: undefined })).message).toBe(
      "tTest: mean must have a value where it is given, got undefined",
    );
    expect(thrown(() => loose(x, { mean: null })).message).toBe(
      "tTest: mean must be a finite number, got null",
    );
    expect(thrown(() => loose(x, { mu: 2 })).message).toBe(
      'tTest: options has no "mu"; known: mean, alternative, confidence',
    );
    expect(thrown(() => loose([1, NaN], x)).message).toBe("tTest: x must be finite, x[1] is NaN");
    expect(loose(x, {})).toEqual(tTest(x));
  });

  test("samples at either end of the doubles keep their test", () => {
    const [x, y] = [rng(18).normal(1, 1, 8), rng(19).normal(0, 1, 8)];
    for (const options of [{}, { equalVar: true }, { paired: true }]) {
      const plain = tTest(x, y, options);
      for (const unit of [2 ** 1020, 2 ** -1000]) {
        const r = tTest(
          x.map((v) => v * unit),
          y.map((v) => v * unit),
          options,
        );
        expectNear([r.statistic, r.pValue, r.df], [plain.statistic, plain.pValue, plain.df], 1e-14);
        expectNear(r.standardError / unit, plain.standardError, 1e-14);
      }
    }
    // so far apart that the differences overflow, though their mean does not
    expectNear(tTest([1.7e308, 1], [-1.7e308, 1], { paired: true }).statistic, 1, 1e-15);
    expectNear(tTest([1.7e308, -1.7e308, 1.7e308]).statistic, 0.5, 1e-14);
    expectNear(tTest([0, 5e-324]).statistic, 1, 1e-15);
  });

  test("constant samples have no spread, whatever their value", () => {
    for (const c of [0, 0.1, 1 / 3, -7e200, 1e-310]) {
      for (const n of [2, 3, 7, 10, 49]) {
        const x = new Array<number>(n).fill(c);
        expect(thrown(() => tTest(x, { mean: 0.7 })).message).toBe(
          "tTest: x must not be constant, the standard error is 0",
        );
      }
    }
  });
});
