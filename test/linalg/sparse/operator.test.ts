import { expect, test } from "vitest";
import { sparse } from "../../../lib/linalg";
import { squareOperator } from "../../../lib/linalg/sparse/operator";
import { randomSymmetric } from "../helpers";

test("the three forms multiply alike, and those with entries tell them", () => {
  const A = randomSymmetric(5, 1);
  const S = sparse(A);
  const forms = [A, S, { rows: 5, cols: 5, matvec: (x: number[]) => S.matvec(x) }];
  for (const form of forms) {
    const operator = squareOperator("f", form, { symmetric: true });
    const y = new Float64Array(5);
    operator.apply(Float64Array.of(1, 0, 0, 0, 2), y);
    y.forEach((v, i) => {
      expect(v).toBeCloseTo(A[i][0] + 2 * A[i][4], 14);
    });
    expect(operator.entries?.().toDense() ?? A).toEqual(A);
  }
});

test("symmetry up to rounding, also where one of two entries is not stored or zero", () => {
  const check = (A: number[][]) => () => squareOperator("f", sparse(A), { symmetric: true });
  const A = randomSymmetric(30, 2);
  A[3][7] += 1e-12;
  expect(check(A)).not.toThrow();
  const zero = [
    [0, 1, 0],
    [1, 0, 1],
    [0, 1, 1],
  ] as [number, number, number][];
  expect(() =>
    squareOperator("f", sparse([...zero, [0, 0, 0]], { shape: [2, 2] }), { symmetric: true }),
  ).not.toThrow();
  A[3][7] += 1e-6;
  expect(check(A)).toThrow("f: A must be symmetric, A[3][7] is");
  expect(
    check([
      [1, 0],
      [5, 1],
    ]),
  ).toThrow("f: A must be symmetric, A[0][1] is 0 and A[1][0] is 5");
  expect(() => squareOperator("f", sparse([[1, 0]]), { symmetric: false })).toThrow(
    "f: A must be square, got 1×2",
  );
});
