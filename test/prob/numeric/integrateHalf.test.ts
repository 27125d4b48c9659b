import { describe, expect, test } from "vitest";
import { integrateHalf } from "../../../lib/prob/numeric/integrateHalf";

describe("integrateHalf", () => {
  test("smooth integrands and logarithmic ends", () => {
    const half = 0.5;
    expect(integrateHalf(() => 1)).toBeCloseTo(half, 14);
    expect(integrateHalf((u) => u ** 3)).toBeCloseTo(half ** 4 / 4, 15);
    expect(integrateHalf(Math.log)).toBeCloseTo(half * Math.log(half) - half, 14);
    const l = Math.log(half); // ∫ ln²u = u(ln²u − 2 ln u + 2)
    expect(integrateHalf((u) => Math.log(u) ** 2)).toBeCloseTo(half * (l * l - 2 * l + 2), 13);
  });
});
