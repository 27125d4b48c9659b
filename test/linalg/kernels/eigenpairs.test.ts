import { describe, expect, test } from "vitest";
import { eigenvalueOrder, normalise } from "../../../lib/linalg/kernels/eigenpairs";

describe("eigenvalueOrder", () => {
  const order = (values: [number, number][]) =>
    eigenvalueOrder(
      Float64Array.from(values, ([re]) => re),
      Float64Array.from(values, ([, im]) => im),
      values.length,
    );

  test("by real part", () => {
    expect(
      order([
        [3, 0],
        [-1, 0],
        [2, 0],
      ]),
    ).toEqual([1, 2, 0]);
  });

  test("pairs of real parts equal up to rounding: by size of the imaginary part, + first", () => {
    const values: [number, number][] = [
      [1e-16, 2],
      [1e-16, -2],
      [0, 1],
      [0, -1],
      [-3, 0],
    ];
    expect(order(values)).toEqual([4, 2, 3, 0, 1]);
  });

  test("none", () => {
    expect(order([])).toEqual([]);
  });
});

describe("normalise", () => {
  test("a real vector", () => {
    const x = Float64Array.of(9, 3, -4);
    normalise(x, 1, -1, 2);
    expect(x[0]).toBe(9);
    expect(x[1]).toBeCloseTo(-0.6, 15);
    expect(x[2]).toBeCloseTo(0.8, 15);
  });

  test("a complex vector, its largest entry real and positive", () => {
    // (1 + i, −2i): the second entry is the larger, and turning it to 2 multiplies by i.
    const x = Float64Array.of(1, 0, 1, -2);
    normalise(x, 0, 2, 2);
    const r = Math.sqrt(6);
    const want = [-1 / r, 2 / r, 1 / r, 0];
    x.forEach((v, k) => {
      expect(v).toBeCloseTo(want[k], 15);
    });
  });

  test("of tied entries the first, near the ends of the range", () => {
    for (const unit of [1, 1e-300, 1e300]) {
      const x = Float64Array.of(-unit, unit);
      normalise(x, 0, -1, 2);
      expect(x[0]).toBeCloseTo(Math.SQRT1_2, 15);
      expect(x[1]).toBeCloseTo(-Math.SQRT1_2, 15);
    }
  });
});
