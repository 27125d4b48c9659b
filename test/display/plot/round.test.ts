import { describe, expect, test } from "vitest";
import { compact, roundNumber } from "../../../lib/display/plot/round";

const none = {};

describe("roundNumber", () => {
  test("seven significant digits", () => {
    expect(roundNumber(2 / 3)).toBe(0.6666667);
    expect(roundNumber(-123456789)).toBe(-123456800);
    expect(roundNumber(1e-300 / 3)).toBe(3.333333e-301);
    expect(roundNumber(1958.208333333)).toBe(1958.208);
    expect(Object.is(roundNumber(-0), 0)).toBe(true);
  });

  test("what is not finite is null", () => {
    for (const x of [Number.NaN, Infinity, -Infinity]) expect(roundNumber(x)).toBe(null);
  });

  test("halves are rounded up whichever way the last bits fell", () => {
    const half = 0.12345675;
    expect(roundNumber(half * (1 - 4e-16))).toBe(roundNumber(half * (1 + 4e-16)));
  });
});

describe("compact", () => {
  test("noise beside the largest of the list is 0", () => {
    expect(compact({ y: [1, 1e-17, -3e-13] }, none)).toEqual({ y: [1, 0, 0] });
    expect(compact({ z: [[1, 2e-14], [0.5]] }, none)).toEqual({ z: [[1, 0], [0.5]] });
  });

  test("but not on a logarithmic axis", () => {
    expect(compact({ y: [1, 1e-17] }, { y: 0 })).toEqual({ y: [1, 1e-17] });
    expect(compact({ y: [1, 0, Number.NaN] }, { y: 0 })).toEqual({ y: [1, 0, null] });
  });

  test("nor beside what lies far outside of the axis", () => {
    expect(compact({ y: [1e20, 0.5, 1e-14] }, { y: 2 })).toEqual({ y: [1e20, 0.5, 0] });
    expect(compact({ y: [1e-3, 1e-14] }, { y: 1e6 })).toEqual({ y: [1e-3, 1e-14] });
    expect(compact({ x: [1e20, 0.5] }, { y: 2 })).toEqual({ x: [1e20, 0] });
  });

  test("undefined entries are left out, typed arrays become plain", () => {
    expect(compact({ a: undefined, b: new Float32Array([0.5]), c: null }, none)).toEqual({
      b: [0.5],
      c: null,
    });
  });

  test("nothing is shared with the original", () => {
    const original = { y: [1, 2], line: { color: "red" } };
    const copy = compact(original, none) as typeof original;
    copy.y[0] = 9;
    copy.line.color = "blue";
    expect(original).toEqual({ y: [1, 2], line: { color: "red" } });
  });
});
