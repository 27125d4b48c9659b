import { describe, expect, test } from "vitest";
import {
  excess,
  massExcess,
  productRatioMinus1,
  quotient,
} from "../../../lib/prob/divergence/excess";
import { expectClose } from "../helpers";

describe("excess: a/b − 1 − ln(a/b)", () => {
  test("near 1, far from it, and beyond the doubles", () => {
    expect(excess(3, 3) + 0).toBe(0);
    expectClose(excess(1 + 2 ** -40, 1), 2 ** -81, 1e-12, "½h²");
    expectClose(excess(1e-300, 1e300), 600 * Math.LN10 - 1, 1e-15, "a/b underflows");
    expectClose(excess(2, 1), 1 - Math.LN2, 1e-15, "2");
    expect(excess(1e300, 1e-300)).toBe(Infinity);
  });

  test("times b it overflows only where the result does", () => {
    expectClose(massExcess(1, 1e-300, 1), 1, 1e-15, "a/b overflows");
    expectClose(massExcess(1e10, 1e-305, 1e10), 1e10, 1e-15, "a/b overflows");
    expect(massExcess(0, 1, -1)).toBe(Infinity);
  });
});

describe("products and quotients", () => {
  test("whose factors would leave the doubles on the way", () => {
    expectClose(quotient([1e300, 1e300], [1e299, 1e299]), 100, 1e-14, "large");
    expectClose(quotient([1e-300, 3e-200], [1e-305, 1e-190]), 3e-5, 1e-14, "small");
    expectClose(quotient([5e-324, 2 ** 1023], [1]), 2 ** -51, 1e-15, "subnormal");
    expect(quotient([1e300, 1e300], [1])).toBe(Infinity);
    expect(quotient([0, 1e300], [1e-300])).toBe(0);
  });

  test("a·b/(c·d) − 1 where the products round to the same", () => {
    const h = 2 ** -30;
    expectClose(productRatioMinus1(1 + h, 1 - h, 1, 1), -(h ** 2), 1e-15, "−h²");
    expectClose(
      productRatioMinus1(2 ** 996 * (1 + h), 1 - h, 2 ** 996, 1),
      -(h ** 2),
      1e-15,
      "scaled",
    );
    expect(productRatioMinus1(3, 7, 7, 3)).toBe(0);
    expectClose(productRatioMinus1(1e200, 1e200, 1, 1e300), 1e100, 1e-14, "far");
  });
});
