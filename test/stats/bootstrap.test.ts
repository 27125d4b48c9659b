import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { Rng } from "../../lib/core/rng";
import { bootstrap, correlation, mean, median, quantile, std } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Case {
  x: number[];
  statistic: "mean" | "median" | "std" | "q90";
  confidence: number;
  index: number[][];
  estimate: number;
  standardError: number;
  percentile: [number, number];
  basic: [number, number];
  bca: [number, number];
}
const { bootstrap: cases } = fixture<{ bootstrap: Case[] }>("resampling");
const STATISTICS = { mean, median, std, q90: (x: number[]) => quantile(x, 0.9) };

/** A generator that deals out rows of indices drawn elsewhere. */
class Replay extends Rng {
  private next = 0;
  constructor(private readonly rows: number[][]) {
    super(rng(0).state());
  }
  override integers(): never {
    return this.rows[this.next++] as never;
  }
}

describe("bootstrap", () => {
  for (const c of cases) {
    test(`intervals of the ${c.statistic} agree with SciPy's on the same resamples`, () => {
      for (const method of ["percentile", "basic", "bca"] as const) {
        const r = bootstrap(c.x, STATISTICS[c.statistic], {
          rng: new Replay(c.index),
          n: c.index.length,
          confidence: c.confidence,
          method,
        });
        expectNear(r.confidenceInterval, c[method], 1e-12, 0, method);
        expectNear(r.estimate, c.estimate, 1e-15);
        expectNear(r.standardError, c.standardError, 1e-12);
        expectNear(r.bias, mean(r.distribution) - r.estimate, 1e-15, 1);
      }
    });
  }

  test("the standard error of the mean is s/√n, the same seed gives the same result", () => {
    const x = rng(25).normal(0, 2, 50);
    const r = bootstrap(x, mean, { rng: rng(1), n: 4000 });
    expectNear(r.standardError, std(x) / Math.sqrt(50), 0.04);
    expect(bootstrap(x, mean, { rng: rng(1), n: 4000 })).toEqual(r);
    expect(r.distribution.length).toBe(4000);
  });

  test("intervals cover the mean about as often as they say", () => {
    const random = rng(26);
    let covered = 0;
    for (let k = 0; k < 300; k++) {
      const { confidenceInterval } = bootstrap(random.normal(5, 1, 30), mean, {
        rng: random,
        n: 199,
        confidence: 0.9,
      });
      if (confidenceInterval[0] <= 5 && 5 <= confidenceInterval[1]) covered++;
    }
    // percentile intervals run a little short: 0.88 expected, standard deviation 0.019
    expect(covered / 300).toBeGreaterThan(0.82);
    expect(covered / 300).toBeLessThan(0.95);
  });

  test("rows stay together", () => {
    const pairs = Array.from({ length: 30 }, (_, i) => [i, 2 * i + 1]);
    const r = bootstrap(
      pairs,
      (rows) =>
        correlation(
          rows.map((p) => p[0]),
          rows.map((p) => p[1]),
        ),
      { rng: rng(2), n: 50 },
    );
    expectNear(r.distribution, Array(50).fill(1), 1e-14);
  });

  test("without a generator it draws from a fresh rng(0)", () => {
    expect(bootstrap([1, 2, 4], mean, { n: 20 })).toEqual(
      bootstrap([1, 2, 4], mean, { n: 20, rng: rng(0) }),
    );
  });

  test("constant data have an interval of no width", () => {
    for (const method of ["percentile", "basic"] as const) {
      const r = bootstrap([0.1, 0.1, 0.1], mean, { n: 50, method });
      expect(r.confidenceInterval).toEqual([0.1, 0.1]);
      expect([r.standardError, r.bias]).toEqual([0, 0]);
    }
  });

  test("errors", () => {
    const x = [1, 2, 3];
    expect(thrown(() => bootstrap(x, mean, { rng: 1 as never }))).toEqual({
      kind: "TypeError",
      message: "bootstrap: rng must be a generator such as rng(1), got 1",
    });
    expect(thrown(() => bootstrap([1], mean, { rng: rng(1) })).message).toBe(
      "bootstrap: data must have at least 2 entries, got 1",
    );
    expect(thrown(() => bootstrap(5 as never, mean, { rng: rng(1) })).message).toBe(
      "bootstrap: data must be an array, got 5",
    );
    expect(thrown(() => bootstrap(x, "mean" as never, { rng: rng(1) })).message).toBe(
      'bootstrap: statistic must be a function, got "mean" (string)',
    );
    expect(thrown(() => bootstrap(x, () => NaN, { rng: rng(1) })).message).toBe(
      "bootstrap: statistic must return a finite number, returned NaN",
    );
    expect(thrown(() => bootstrap(x, (() => [1]) as never, { rng: rng(1) }))).toEqual({
      kind: "TypeError",
      message: "bootstrap: statistic must return a finite number, returned an array of length 1",
    });
    expect(thrown(() => bootstrap(x, mean, { rng: rng(1), n: 1 })).message).toBe(
      "bootstrap: n must be an integer ≥ 2, got 1",
    );
    expect(thrown(() => bootstrap(x, mean, { rng: rng(1), B: 9 } as never)).message).toBe(
      'bootstrap: options has no "B"; known: rng, n, method, confidence',
    );
    const top = (s: number[]) => Math.max(...s);
    expect(
      thrown(() =>
        bootstrap([0, 1e3], (s) => -top(s) - s.length, {
          rng: new Replay([
            [0, 0],
            [0, 0],
          ]),
          n: 2,
          method: "bca",
        }),
      ).message,
    ).toBe(
      'bootstrap: method "bca" needs resamples on both sides of the estimate -1002, all are above',
    );
    expect(
      thrown(() => bootstrap([4, 4, 4], mean, { rng: rng(1), n: 9, method: "bca" })).message,
    ).toBe(
      'bootstrap: method "bca" needs a statistic that changes when an entry is left out, it stays 4',
    );
  });
});
