import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import {
  pairings,
  type Rearrangement,
  splits,
  swaps,
} from "../../../lib/stats/inference/resampling";

const KINDS: [string, Rearrangement, number[], number[]][] = [
  ["splits", splits, [1, 2, 3], [4, 5]],
  ["splits of one", splits, [1], [2, 3]],
  ["swaps", swaps, [1, 2, 3], [4, 5, 6]],
  ["pairings", pairings, [1, 2, 3, 4], [5, 6, 7, 8]],
];
const key = ([x, y]: [number[], number[]], name: string) =>
  name.startsWith("splits") ? [...x].sort().join() : `${x.join()}|${y.join()}`;

describe("rearrangements", () => {
  for (const [name, kind, x, y] of KINDS) {
    test(`${name}: all of them, once each, and the first is the sample itself`, () => {
      const seen = [...kind.all(x, y)].map((pair) => key(pair, name));
      expect(seen.length).toBe(kind.count(x, y));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen[0]).toBe(key([x, y], name));
      for (const [a, b] of kind.all(x, y)) {
        expect([a.length, b.length]).toEqual([x.length, y.length]);
        expect([...a, ...b].sort()).toEqual([...x, ...y].sort());
      }
    });

    test(`${name}: drawn at random, each as often`, () => {
      const random = rng(28);
      const counts = new Map<string, number>();
      const total = kind.count(x, y);
      for (let i = 0; i < 200 * total; i++) {
        const drawn = key(kind.one(x, y, random), name);
        counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
      }
      expect(counts.size).toBe(total);
      // 200 expected with standard deviation 14
      for (const c of counts.values()) expect(Math.abs(c - 200)).toBeLessThan(65);
    });
  }

  test("counts", () => {
    const list = (n: number) => Array.from({ length: n }, (_, i) => i);
    expect(splits.count(list(10), list(10))).toBe(184756);
    expect(swaps.count(list(12), list(12))).toBe(4096);
    expect(pairings.count(list(8), list(8))).toBe(40320);
  });
});
