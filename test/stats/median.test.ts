import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { mad, median, quantile } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Summary {
  x: number[];
  median: number;
  mad: number;
  madNormal: number;
}
const { summaries } = fixture<{ summaries: Summary[] }>("descriptive");

describe("median and mad", () => {
  for (const s of summaries) {
    test(`agree with NumPy and SciPy, n = ${s.x.length}`, () => {
      expect(median(s.x)).toBe(s.median);
      expectNear(mad(s.x), s.mad, 1e-15);
      expectNear(mad(s.x, { scale: "normal" }), s.madNormal, 1e-15);
    });
  }

  test("the median is the ½-quantile, for all lengths, ties or none, and x stays as it is", () => {
    const random = rng(8);
    for (let n = 1; n <= 40; n++) {
      for (const x of [random.normal(0, 1, n), random.integers(0, 4, n)]) {
        const before = x.slice();
        expectNear(median(x), quantile(x, 0.5), 1e-15);
        expect(x).toEqual(before);
      }
    }
    const large = random.normal(0, 1, 5000);
    expectNear(median(large), quantile(large, 0.5), 1e-15);
  });

  test("mad is unmoved by shifts and by outliers fewer than half", () => {
    const x = [1, 2, 3, 4, 5, 6, 7];
    expect(mad(x)).toBe(2);
    expect(mad(x.map((v) => v + 64))).toBe(2);
    expect(mad([1, 2, 3, 4, 5, 1e300, -1e300])).toBeLessThan(3);
  });

  test("the largest numbers do not overflow", () => {
    expect(median([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.MAX_VALUE);
    expect(median([-Number.MAX_VALUE, Number.MAX_VALUE])).toBe(0);
  });

  test("errors", () => {
    expect(thrown(() => median([])).message).toBe("median: x must have at least 1 entry, got 0");
    expect(thrown(() => mad([])).message).toBe("mad: x must have at least 1 entry, got 0");
    expect(thrown(() => median([1, Infinity])).message).toBe(
      "median: x must be finite, x[1] is Infinity",
    );
    expect(thrown(() => mad([1], { scale: "iqr" as never })).message).toBe(
      'mad: scale must be one of "raw", "normal", got "iqr" (string)',
    );
  });
});
