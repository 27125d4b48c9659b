import { expect, test } from "vitest";
import {
  isUpperTriangular,
  refineTriangular,
} from "../../../lib/linalg/kernels/triangularExponential";

test("upper triangular or not", () => {
  expect(isUpperTriangular(Float64Array.of(), 0)).toBe(true);
  expect(isUpperTriangular(Float64Array.of(1, 2, 0, 3), 2)).toBe(true);
  expect(isUpperTriangular(Float64Array.of(1, 0, 1e-300, 3), 2)).toBe(false);
});

test("diagonal and superdiagonal, for equal, close and distant eigenvalues", () => {
  for (const [a, b, want] of [
    [2, 2, Math.exp(2)],
    [0, 1e-9, 1 + 5e-10],
    [0, 1, Math.E - 1],
    [-1000, 0, 1e-3],
    [1, -40, (Math.E - Math.exp(-40)) / 41],
  ]) {
    const e = new Float64Array(4);
    refineTriangular(Float64Array.of(2 * a, 6, 0, 2 * b), 0.5, e, 2);
    expect([e[0], e[3]]).toEqual([Math.exp(a), Math.exp(b)]);
    expect(e[1] / (3 * want)).toBeCloseTo(1, 14);
    expect(e[2]).toBe(0);
  }
});
