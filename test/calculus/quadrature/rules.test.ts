/** The rule, its error, and extrapolation, by themselves. */
import { describe, expect, test } from "vitest";
import { EpsilonTable } from "../../../lib/calculus/quadrature/epsilon";
import { kronrod } from "../../../lib/calculus/quadrature/kronrod";
import { POINTS } from "../../../lib/calculus/quadrature/points";

describe("21 points of Gauss and Kronrod", () => {
  test("are exact up to degree 31, and no further", () => {
    for (let k = 0; k <= 31; k++) {
      const exact = (2 ** (k + 1) - (-1) ** (k + 1)) / (k + 1);
      const { area, error } = kronrod((x) => x ** k, -1, 2);
      expect(Math.abs(area - exact) / Math.abs(exact), `x^${k}`).toBeLessThan(2e-15);
      expect(error).toBeGreaterThanOrEqual(Math.abs(area - exact));
    }
    const beyond = kronrod((x) => x ** 32, -1, 1);
    expect(Math.abs(beyond.area - 2 / 33)).toBeGreaterThan(1e-13);
  });

  test("∫|f| and the largest |f|", () => {
    const { absolute, largest } = kronrod((x) => x, -3, 3);
    expect(absolute).toBeCloseTo(9, 1);
    expect(largest).toBe(3 * POINTS[0]);
  });

  test("a jump between an end and the first point is met", () => {
    const { area, error } = kronrod((x) => (x < 1e-4 ? 1 : 0), 0, 1, ["inner", "inner"]);
    expect(area).toBe(0);
    expect(error).toBeGreaterThan(1e-4);
    const atEnd = kronrod((x) => (x < 1e-4 ? 1 : 0), 0, 1);
    expect(atEnd.error).toBeGreaterThan(1e-4);
  });
});

describe("Wynn's epsilon algorithm", () => {
  test("sums geometric sequences", () => {
    const table = new EpsilonTable();
    let sum = 0;
    let found: ReturnType<EpsilonTable["add"]>;
    for (let k = 0; k < 14; k++) {
      sum += 0.9 ** k + 0.5 ** k;
      found = table.add(sum);
      if (k < 5) expect(found).toBeUndefined();
    }
    expect(Math.abs(found!.value - 12)).toBeLessThan(1e-10);
    expect(Math.abs(found!.value - 12)).toBeLessThanOrEqual(found!.error);
  });

  test("of a sequence that stays, no division by 0 comes out", () => {
    const table = new EpsilonTable();
    for (let k = 0; k < 10; k++) {
      const found = table.add(5);
      if (found) expect(found.value).toBe(5);
    }
  });
});
