import { expect, test } from "vitest";
import { scaleBy, scaleToUnit } from "../../../lib/linalg/kernels/scaling";

test("the largest entry comes to lie in [1, 2), exactly undone", () => {
  for (const top of [1, 1.5, 3, 1e-300, 1e300, 5e-324, 3e-310, Number.MAX_VALUE, 2 ** -1022]) {
    const x = Float64Array.of(-top, top / 2, 0);
    const before = x.slice();
    const unit = scaleToUnit(x, 3);
    expect(Number.isInteger(Math.log2(unit))).toBe(true);
    expect(Math.abs(x[0])).toBeLessThan(2);
    if (top >= 2 ** -1022) expect(Math.abs(x[0])).toBeGreaterThanOrEqual(1);
    scaleBy(unit, x, 3);
    expect(x).toEqual(before);
  }
});

test("zeros stay zeros, entries beyond the length are not touched", () => {
  const x = Float64Array.of(0, 0, 8);
  expect(scaleToUnit(x, 2)).toBe(1);
  expect(Array.from(x)).toEqual([0, 0, 8]);
});
