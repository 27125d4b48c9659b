import { describe, expect, test } from "vitest";
import { allClose } from "../../lib/core";

describe("allClose", () => {
  test("compares |a − b| with atol + rtol·|b|, b being the reference", () => {
    expect(allClose(100, 101, { rtol: 0.01 })).toBe(true);
    expect(allClose(100, 101.1, { rtol: 0.01 })).toBe(false);
    expect(allClose(1.1, 1, { rtol: 0.095 })).toBe(false);
    expect(allClose(1, 1.1, { rtol: 0.095 })).toBe(true);
    expect(allClose(1e-9, 0)).toBe(false);
    expect(allClose(1e-9, 0, { atol: 1e-9 })).toBe(true);
  });

  test("NaN and infinities", () => {
    expect(allClose(Number.NaN, Number.NaN)).toBe(false);
    expect(allClose([Number.NaN], [Number.NaN], { equalNaN: true })).toBe(true);
    expect(allClose(1, Number.NaN, { equalNaN: true })).toBe(false);
    expect(allClose(Infinity, Infinity)).toBe(true);
    expect(allClose(Infinity, -Infinity)).toBe(false);
    expect(allClose(1e308, Infinity)).toBe(false);
    expect(allClose(Infinity, 1e308, { rtol: 10 })).toBe(false);
  });

  test("shapes must agree; typed arrays are arrays", () => {
    expect(allClose([1, 2], [1])).toBe(false);
    expect(allClose([[1, 2]], [1, 2])).toBe(false);
    expect(allClose(1, [1])).toBe(false);
    expect(allClose([], [])).toBe(true);
    expect(allClose([[]], [])).toBe(false);
    expect(allClose(new Float64Array([1, 2]), [1, 2])).toBe(true);
    expect(allClose([[1], [2]], [[1], [2 + 1e-12]])).toBe(true);
  });

  test("errors", () => {
    expect(() => allClose("1" as never, 1)).toThrow(
      'allClose: a must hold numbers, got "1" (string)',
    );
    expect(() => allClose([1], [null] as never)).toThrow("allClose: b must hold numbers, got null");
    expect(() => allClose(1, 1, { tol: 1 } as never)).toThrow('options has no "tol"');
    expect(() => allClose(1, 1, { rtol: -1 })).toThrow(
      "allClose: rtol must be a number ≥ 0, got -1",
    );
    expect(() => allClose(1, 1, { atol: Number.NaN })).toThrow("got NaN");
  });
});
