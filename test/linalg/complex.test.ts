import { expect, test } from "vitest";
import { complexParts, toComplex } from "../../lib/linalg/complex";

test("real and complex lists, there and back", () => {
  expect(toComplex(complexParts("f", "x", [1, -0]))).toEqual([
    { re: 1, im: 0 },
    { re: 0, im: 0 },
  ]);
  const z = [
    { re: 1, im: 2 },
    { re: -3, im: 4 },
  ];
  expect(toComplex(complexParts("f", "x", z))).toEqual(z);
});
