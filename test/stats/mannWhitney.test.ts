import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type Alternative, mannWhitney, type RankTestOptions } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Sample {
  x: number[];
  y: number[];
  cases: { options: RankTestOptions; statistic: number; pValue: number }[];
}
const { mannWhitney: fixtures } = fixture<{ mannWhitney: Sample[] }>("tests");

const { mannWhitney: exact } = fixture<{
  mannWhitney: { x: number[]; y: number[]; p: Record<Alternative, number> }[];
}>("exact");
const ascending = (n: number) => Array.from({ length: n }, (_, i) => i);

/** U by its definition, over all pairs. */
function byPairs(x: number[], y: number[]): number {
  return x.reduce((s, a) => s + y.reduce((t, b) => t + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
}

/** Every choice of k of n indices. */
function choices(n: number, k: number, from = 0): number[][] {
  if (k === 0) return [[]];
  const out: number[][] = [];
  for (let i = from; i <= n - k; i++) {
    for (const rest of choices(n, k - 1, i + 1)) out.push([i, ...rest]);
  }
  return out;
}

describe("mannWhitney", () => {
  test("agrees with SciPy: exact and normal, with continuity and ties", () => {
    let count = 0;
    for (const { x, y, cases } of fixtures) {
      for (const { options, statistic, pValue } of cases) {
        if (options.method === "auto") continue; // SciPy goes over to the normal law sooner
        const r = mannWhitney(x, y, options);
        expect(r.statistic).toBe(statistic);
        expectNear(r.pValue, pValue, 1e-11, 0, JSON.stringify(options));
        count++;
      }
    }
    expect(count).toBe(42);
  });

  test("U is the number of pairs won, and both U's make nx·ny", () => {
    const random = rng(19);
    const [x, y] = [random.integers(0, 6, 11), random.integers(1, 8, 7)];
    const r = mannWhitney(x, y);
    expect(r.statistic).toBe(byPairs(x, y));
    expect(r.statistic + mannWhitney(y, x).statistic).toBe(77);
    expect(r.effectSize).toBe(r.statistic / 77);
  });

  test("exact with ties counts all the ways to choose, for either size and alternative", () => {
    const pool = [1, 1, 2, 3, 3, 3, 5, 8, 8];
    for (const k of [2, 4, 6]) {
      const all = choices(pool.length, k).map((chosen) => {
        const x = chosen.map((i) => pool[i]);
        const y = pool.filter((_, i) => !chosen.includes(i));
        return { x, y, u: byPairs(x, y) };
      });
      for (const { x, y, u } of [all[0], all[5], all[all.length - 1]]) {
        const share = (f: (v: number) => boolean) => all.filter((a) => f(a.u)).length / all.length;
        const [lower, upper] = [share((v) => v <= u), share((v) => v >= u)];
        const p = (alternative: "less" | "greater" | "two-sided") =>
          mannWhitney(x, y, { alternative, method: "exact" }).pValue;
        expectNear(p("less"), lower, 1e-14);
        expectNear(p("greater"), upper, 1e-14);
        expectNear(p("two-sided"), Math.min(1, 2 * Math.min(lower, upper)), 1e-14);
      }
    }
  });

  test("agrees with SciPy's going through all rearrangements where there are ties", () => {
    for (const { x, y, p } of exact) {
      for (const alternative of ["two-sided", "less", "greater"] as const) {
        const r = mannWhitney(x, y, { alternative });
        expect(r.method).toBe("exact");
        expectNear(r.pValue, p[alternative], 1e-14, 0, alternative);
      }
    }
  });

  test("auto is exact while that is quick, ties or none", () => {
    const at = (n: number) =>
      mannWhitney(
        ascending(n),
        ascending(n).map((v) => v + 0.5),
      ).method;
    expect([at(9), at(55), at(60)]).toEqual(["exact", "exact", "asymptotic"]);
    expect(mannWhitney([1, 2, 3], [3, 4, 5]).method).toBe("exact");
    expect(mannWhitney([1, 2, 3], ascending(900)).method).toBe("exact");
  });

  test("auto never falls below the chance of the most extreme choice", () => {
    // the normal law alone says 1e-25 for the first, and less still for the others
    for (const [m, n] of [
      [9, 100],
      [9, 5000],
      [3, 1e5],
    ]) {
      const x = new Array<number>(m).fill(1);
      const y = new Array<number>(n).fill(0);
      let least = 1;
      for (let i = 0; i < m; i++) least *= (m - i) / (m + n - i);
      expectNear(mannWhitney(x, y, { alternative: "greater" }).pValue, least, 1e-13);
      expectNear(mannWhitney(y, x, { alternative: "less" }).pValue, least, 1e-13);
      // three values: too much to count, so normal but no less
      const z = [...y, ...ascending(400).map((v) => -1 - v)];
      const r = mannWhitney(x, z, { alternative: "greater", continuity: false });
      for (let i = 0; i < m; i++) least *= (m + n - i) / (m + n + 400 - i);
      expect(r.pValue).toBeGreaterThanOrEqual(least * (1 - 1e-12));
    }
    const plain = mannWhitney([0, 0, 0, 0, 0, 0, 0, 0, 0], new Array(9).fill(1), {
      continuity: false,
    });
    expectNear(plain.pValue, 2 / 48620, 1e-14);
  });

  test("exact and normal come together as samples grow", () => {
    const random = rng(20);
    const [x, y] = [random.normal(0, 1, 60), random.normal(0.3, 1, 50)];
    const exactly = mannWhitney(x, y, { method: "exact" }).pValue;
    expectNear(mannWhitney(x, y, { method: "asymptotic" }).pValue, exactly, 0.02);
  });

  test("errors", () => {
    expect(thrown(() => mannWhitney([], [1])).message).toBe(
      "mannWhitney: x must have at least 1 entry, got 0",
    );
    expect(thrown(() => mannWhitney([1], [])).message).toBe(
      "mannWhitney: y must have at least 1 entry, got 0",
    );
    expect(thrown(() => mannWhitney([2, 2], [2])).message).toBe(
      "mannWhitney: x and y must not all be equal, every entry is 2",
    );
    const long = Array.from({ length: 600 }, (_, i) => i);
    expect(thrown(() => mannWhitney(long, long, { method: "exact" })).message).toBe(
      'mannWhitney: method "exact" is for smaller samples than 600 and 600, use "asymptotic"',
    );
    expect(thrown(() => mannWhitney([1], [2], { method: "normal" as never })).message).toBe(
      'mannWhitney: method must be one of "auto", "exact", "asymptotic", got "normal" (string)',
    );
    expect(thrown(() => mannWhitney([1], [2], { continuity: "no" as never }))).toEqual({
      kind: "TypeError",
      message: 'mannWhitney: continuity must be true or false, got "no" (string)',
    });
  });
});
