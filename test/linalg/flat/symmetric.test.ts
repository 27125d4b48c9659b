import { expect, test } from "vitest";
import { packSymmetric } from "../../../lib/linalg/flat/symmetric";
import { randomSymmetric } from "../helpers";

test("symmetric matrices pass and are packed by rows", () => {
  for (const n of [0, 1, 2, 31, 32, 33, 70]) {
    const A = randomSymmetric(n, n);
    const { data: a, rows: size } = packSymmetric("f", A);
    expect(size).toBe(n);
    expect(Array.from(a.subarray(0, n * n))).toEqual(A.flat());
  }
});

test("rounding passes, anything more does not, wherever it stands", () => {
  for (let i = 0; i < 70; i += 3) {
    for (let j = 0; j < i; j += 5) {
      const A = randomSymmetric(70, 2);
      A[i][j] += 1e-12;
      packSymmetric("f", A);
      A[i][j] += 1e-8;
      expect(() => packSymmetric("f", A)).toThrow(
        `f: A must be symmetric, A[${i}][${j}] is ${A[i][j]} and A[${j}][${i}] is ${A[j][i]}`,
      );
    }
  }
});

test("skew matrices and huge differences", () => {
  expect(() =>
    packSymmetric("f", [
      [0, 1],
      [-1, 0],
    ]),
  ).toThrow(new RangeError("f: A must be symmetric, A[1][0] is -1 and A[0][1] is 1"));
  expect(() =>
    packSymmetric("f", [
      [0, 1e308],
      [-1e308, 0],
    ]),
  ).toThrow(RangeError);
});
