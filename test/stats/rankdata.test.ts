import { expect, test } from "vitest";
import { rng } from "../../lib/core";
import { rankdata } from "../../lib/stats";
import { fixture, thrown } from "./helpers";

const { summaries } = fixture<{ summaries: { x: number[]; rankdata: number[] }[] }>("descriptive");

test("rankdata agrees with SciPy", () => {
  for (const { x, rankdata: expected } of summaries) expect(rankdata(x)).toEqual(expected);
});

test("ranks sum to n(n + 1)/2 and keep the order", () => {
  const x = rng(1).integers(0, 10, 60);
  const r = rankdata(x);
  expect(r.reduce((a, b) => a + b)).toBe((60 * 61) / 2);
  x.forEach((a, i) => {
    x.forEach((b, j) => {
      expect(Math.sign(r[i] - r[j])).toBe(Math.sign(a - b));
    });
  });
});

test("rankdata takes nothing to nothing and refuses NaN", () => {
  expect(rankdata([])).toEqual([]);
  expect(rankdata([0, -0])).toEqual([1.5, 1.5]);
  expect(thrown(() => rankdata([1, NaN])).message).toBe("rankdata: x must be finite, x[1] is NaN");
});
