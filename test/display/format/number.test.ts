import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import {
  formatColumn,
  formatMatrix,
  formatNumber,
  steady,
} from "../../../lib/display/format/number";

describe("formatNumber", () => {
  test.each([
    [0, 4, "0"],
    [-0, 4, "0"],
    [12, 4, "12"],
    [123456789, 4, "123456789"],
    [0.36198, 3, "0.362"],
    [0.5, 4, "0.5"],
    [100.25, 4, "100.3"],
    [999.96, 4, "1000"],
    [-0.00012345, 3, "-0.000123"],
    [1.5e-9, 4, "1.5e-9"],
    [1e-9, 4, "1e-9"],
    [1.2345e7 + 0.5, 3, "1.23e7"],
    [1e300, 4, "1e300"],
    [Number.NaN, 4, "NaN"],
    [Infinity, 4, "∞"],
    [-Infinity, 4, "-∞"],
    [Number.MIN_VALUE, 2, "4.9e-324"],
  ])("%d to %d digits is %s", (x, digits, text) => {
    expect(formatNumber(x, digits)).toBe(text);
  });

  test("says the number to the digits asked for", () => {
    const r = rng(1);
    for (let i = 0; i < 500; i++) {
      const x = r.normal(0, 1) * 10 ** r.integers(-12, 12);
      const digits = r.integers(2, 10);
      const relative = Math.abs(Number(formatNumber(x, digits)) - x) / Math.abs(x);
      expect(relative).toBeLessThanOrEqual(0.5 * 10 ** (1 - digits) + 1e-11);
    }
  });
});

describe("steady", () => {
  test("decimals halfway between two are rounded up, whichever way the last bits fell", () => {
    for (const x of [0.12345, 1.005, 2.675, 0.00085]) {
      const bits = [x * (1 - 4e-16), x, x * (1 + 4e-16)];
      expect(new Set(bits.map((b) => formatNumber(b, 3))).size).toBe(1);
    }
    expect(formatNumber(1.005, 3)).toBe("1.01");
    expect(formatNumber(-1.005, 3)).toBe("-1.01");
  });

  test("leaves numbers that are to be printed in full, and those that are not finite", () => {
    expect(steady(0.1, 17)).toBe(0.1);
    expect(steady(Infinity, 3)).toBe(Infinity);
  });
});

describe("formatColumn", () => {
  test("decimal points stand in line", () => {
    expect(formatColumn([1.5, -20.25, 3])).toEqual(["1.50", "-20.25", "3.00"]);
    expect(formatColumn([0.123456, 0.9])).toEqual(["0.1235", "0.9000"]);
    expect(formatColumn([1065, 278, 1680.4])).toEqual(["1065", "278", "1680"]);
  });

  test("whole numbers have no decimals", () => {
    expect(formatColumn([1, 20, -300])).toEqual(["1", "20", "-300"]);
    expect(formatColumn([0, 0])).toEqual(["0", "0"]);
    expect(formatColumn([])).toEqual([]);
  });

  test("zeros that all end in are dropped", () => {
    expect(formatColumn([0.5, 0.25])).toEqual(["0.50", "0.25"]);
    expect(formatColumn([0.5, 1.5])).toEqual(["0.5", "1.5"]);
    expect(formatColumn([1e-9, 3e-8])).toEqual(["1e-9", "3e-8"]);
    expect(formatColumn([1.25e-9, 3e-8])).toEqual(["1.25e-9", "3.00e-8"]);
  });

  test("what would round to zero keeps its scientific form", () => {
    expect(formatColumn([0.5, 1e-9])).toEqual(["0.5", "1.0e-9"]);
    expect(formatColumn([0.5, 0])).toEqual(["0.5", "0.0"]);
  });

  test("the ends of the range of doubles", () => {
    expect(formatColumn([Number.MAX_VALUE, 1])).toEqual(["1.798e308", "1.000e0"]);
    expect(formatColumn([-Number.MAX_VALUE])).toEqual(["-1.798e308"]);
    expect(formatColumn([5e-324, 1])).toEqual(["4.9e-324", "1"]);
    expect(formatColumn([1e10, 1, 1e-10])).toEqual(["1e10", "1e0", "1e-10"]);
  });

  test("missing and infinite entries do not disturb the others", () => {
    expect(formatColumn([1.5, Number.NaN, Infinity], { missing: "–" })).toEqual(["1.5", "–", "∞"]);
  });

  test("all entries of a fixed column have as many decimals", () => {
    const r = rng(2);
    for (let i = 0; i < 200; i++) {
      const values = r.normal(0, 10 ** r.integers(-3, 6), r.integers(1, 12));
      const texts = formatColumn(values);
      if (texts.some((text) => text.includes("e"))) continue;
      expect(new Set(texts.map((text) => text.split(".")[1]?.length ?? 0)).size).toBe(1);
      const largest = Math.max(...values.map(Math.abs));
      values.forEach((v, j) => {
        expect(Math.abs(Number(texts[j]) - v)).toBeLessThanOrEqual(0.51e-3 * largest);
      });
    }
  });
});

describe("formatMatrix", () => {
  test("columns of like magnitude share their decimals, whole ones stay whole", () => {
    expect(
      formatMatrix(
        [
          [1, 0.5, 20.123],
          [2, 0.25, 3],
        ],
        4,
      ),
    ).toEqual([
      ["1", "0.50", "20.12"],
      ["2", "0.25", "3.00"],
    ]);
  });

  test("columns of unlike magnitude have their own", () => {
    expect(formatMatrix([[0.123456, 1234.5678]], 4)).toEqual([["0.1235", "1235"]]);
  });

  test("rounding noise is 0", () => {
    expect(
      formatMatrix(
        [
          [1, 1e-17],
          [-3e-16, 1],
        ],
        4,
      ),
    ).toEqual([
      ["1", "0"],
      ["0", "1"],
    ]);
  });

  test("a matrix without columns", () => {
    expect(formatMatrix([[], []], 4)).toEqual([[], []]);
  });
});
