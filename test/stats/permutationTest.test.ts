import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import {
  correlation,
  mannWhitney,
  mean,
  type PermutationType,
  permutationTest,
} from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

type Case = {
  x: number[];
  y: number[];
  type: PermutationType;
  statistic: number;
  size: number;
} & Record<"two-sided" | "less" | "greater", number>;
const { permutation: cases } = fixture<{ permutation: Case[] }>("resampling");
const gap = (x: number[], y: number[]) => mean(x) - mean(y);

describe("permutationTest", () => {
  for (const c of cases) {
    test(`${c.type}, ${c.size} rearrangements: agrees with SciPy`, () => {
      const statistic =
        c.type === "pairings" ? (x: number[], y: number[]) => correlation(x, y) : gap;
      for (const alternative of ["two-sided", "less", "greater"] as const) {
        const r = permutationTest(c.x, c.y, statistic, { alternative, type: c.type });
        expectNear(r.statistic, c.statistic, 1e-13);
        expect(r.exact).toBe(true);
        expect(r.distribution.length).toBe(c.size);
        expectNear(r.pValue, c[alternative], 1e-14);
      }
    });
  }

  test("on ranks it is the exact Mann–Whitney test", () => {
    const random = rng(27);
    const [x, y] = [random.normal(0, 1, 5), random.normal(1, 1, 6)];
    const u = (a: number[], b: number[]) =>
      a.reduce((s, v) => s + b.filter((w) => v > w).length, 0);
    expectNear(permutationTest(x, y, u).pValue, mannWhitney(x, y).pValue, 1e-14);
  });

  test("drawing at random comes near to going through all, and depends on the seed alone", () => {
    for (const c of cases) {
      if (c.size < 400) continue;
      const statistic =
        c.type === "pairings" ? (x: number[], y: number[]) => correlation(x, y) : gap;
      const options = { type: c.type, n: c.size - 1 };
      const r = permutationTest(c.x, c.y, statistic, { ...options, rng: rng(3) });
      expect(r.exact).toBe(false);
      const p = c["two-sided"];
      const sd = 2 * Math.sqrt(((p / 2) * (1 - p / 2)) / options.n);
      expect(Math.abs(r.pValue - p)).toBeLessThan(4 * sd + 2 / options.n);
      expect(permutationTest(c.x, c.y, statistic, { ...options, rng: rng(3) })).toEqual(r);
    }
  });

  test("a random p-value is never 0", () => {
    const x = Array.from({ length: 20 }, (_, i) => i);
    const y = x.map((v) => v + 100);
    expect(permutationTest(x, y, gap, { rng: rng(1), n: 99, alternative: "less" }).pValue).toBe(
      0.01,
    );
  });

  test("without a generator it draws from a fresh rng(0)", () => {
    const long = Array.from({ length: 30 }, (_, i) => i);
    const given = permutationTest(long, long, gap, { n: 50, rng: rng(0) });
    expect(permutationTest(long, long, gap, { n: 50 })).toEqual(given);
  });

  test("rounding is no evidence, also where the statistic is 0", () => {
    // both means are 0.2, but not as they are rounded
    const r = permutationTest([0.1, 0.2, 0.3], [0.3, 0.2, 0.1], gap, { alternative: "greater" });
    const whole = permutationTest([1, 2, 3], [3, 2, 1], gap, { alternative: "greater" });
    expect(r.pValue).toBe(whole.pValue);
  });

  test("errors", () => {
    expect(thrown(() => permutationTest([1], [], gap)).message).toBe(
      "permutationTest: y must have at least 1 entry, got 0",
    );
    expect(thrown(() => permutationTest([1, 2], [1], gap, { type: "paired" })).message).toBe(
      "permutationTest: y must have length 2 (length of x), got 1",
    );
    expect(thrown(() => permutationTest([1], [2], gap, { rng: Math.random as never }))).toEqual({
      kind: "TypeError",
      message: "permutationTest: rng must be a generator such as rng(1), got a function",
    });
    expect(thrown(() => permutationTest([1], [2], null as never)).message).toBe(
      "permutationTest: statistic must be a function, got null",
    );
    expect(thrown(() => permutationTest([1], [2], () => Infinity)).message).toBe(
      "permutationTest: statistic must return a finite number, returned Infinity",
    );
    expect(thrown(() => permutationTest([1], [2], gap, { type: "samples" as never })).message).toBe(
      'permutationTest: type must be one of "independent", "paired", "pairings", got "samples" (string)',
    );
  });
});
