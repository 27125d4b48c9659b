/** The flat kernels under the models, against the definitions. */
import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../lib/core";
import { innerProduct, squaredDistance } from "../../lib/learn/distance";
import { flatten, invertLower, pickRows, unflatten } from "../../lib/learn/flat";
import { gramLower } from "../../lib/learn/gram";
import { columnDeviations, columnMeans } from "../../lib/learn/moments";
import { product, transposed } from "../../lib/learn/product";
import { largest, softmax } from "../../lib/learn/softmax";
import { cholesky, engine, matmul, transpose } from "../../lib/linalg";
import { expectClose } from "./helpers";

const random = rng(31);
const matrix = (m: number, n: number): Matrix =>
  Array.from({ length: m }, () => random.normal(0, 1, n));

describe("innerProduct and squaredDistance", () => {
  test.each([0, 1, 3, 4, 5, 8, 11])("of %d entries, from any place", (D) => {
    const [x, z] = [random.normal(0, 1, D + 2), random.normal(0, 1, D + 3)];
    const [a, b] = [x.slice(2), z.slice(3)];
    const inner = a.reduce((s, v, j) => s + v * b[j], 0);
    const square = a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
    const [fx, fz] = [Float64Array.from(x), Float64Array.from(z)];
    expectClose(innerProduct(fx, 2, fz, 3, D), inner, { rtol: 1e-13, atol: 1e-15 });
    expectClose(squaredDistance(fx, 2, fz, 3, D), square, { rtol: 1e-13 });
  });
});

describe("flatten, unflatten, pickRows, invertLower", () => {
  const A = matrix(5, 3);

  test("go there and back, with an origin on the way", () => {
    const origin = [1, -2, 3];
    expect(unflatten(flatten(A), 3)).toEqual(A);
    expectClose(unflatten(flatten(A, origin), 3, origin), A, { rtol: 1e-14, atol: 1e-15 });
    expect(flatten([])).toEqual(new Float64Array(0));
    expect(unflatten(pickRows(flatten(A), [4, 0], 3), 3)).toEqual([A[4], A[0]]);
  });

  test("invert a triangle", () => {
    const L = cholesky(
      matmul(A, transpose(A)).map((row, i) => row.map((v, j) => v + (i === j ? 1 : 0))),
    );
    const W = new Float64Array(25);
    invertLower(L, W);
    const identity = matmul(unflatten(W, 5), L);
    identity.forEach((row, i) => {
      expectClose(
        row,
        L.map((_, j) => (i === j ? 1 : 0)),
        { atol: 1e-14 },
      );
    });
  });
});

describe("gramLower and product", () => {
  test.each([
    [1, 1],
    [3, 2],
    [4, 5],
    [9, 3],
    [30, 40],
  ])("of %d rows and %d columns", (m, n) => {
    const A = matrix(m, n);
    const S = new Float64Array(n * n).fill(1);
    gramLower(flatten(A), m, n, S, 0.5);
    matmul(transpose(A), A).forEach((row, i) => {
      row.forEach((v, j) => {
        expectClose(S[i * n + j], j <= i ? 1 + v / 2 : 1, { rtol: 1e-12, atol: 1e-13 });
      });
    });
    const B = matrix(n, 7);
    const C = new Float64Array(m * 7).fill(Number.NaN);
    for (const name of ["typescript", "auto"] as const) {
      engine(name);
      product(m, 7, n, flatten(A), flatten(B), C);
      expectClose(unflatten(C, 7), matmul(A, B), { rtol: 1e-11, atol: 1e-13 });
    }
    expect(unflatten(transposed(flatten(A), m, n), m)).toEqual(transpose(A));
  });
});

describe("columnMeans and columnDeviations", () => {
  test("keep their digits far from 0, and constants exact", () => {
    const X = Array.from({ length: 101 }, (_, n) => [1e9 + n - 50, 0.1, 1e300 * (n % 2)]);
    const mean = columnMeans(X);
    expectClose(mean, [1e9, 0.1, (1e300 * 50) / 101], { rtol: 1e-15 });
    expect(mean[1]).toBe(0.1);
    const { scale, sum } = columnDeviations(X, mean);
    expectClose(scale[0] ** 2 * sum[0], (101 * (101 ** 2 - 1)) / 12, { rtol: 1e-14 });
    expect([scale[1], sum[1]]).toEqual([0, 0]);
    expectClose(sum[2], (50 * 51) / 101 / (51 / 101) ** 2, { rtol: 1e-13 });
  });
});

describe("softmax and largest", () => {
  test("stay finite for huge scores, and shift does not matter", () => {
    expectClose(softmax([1000, 1000 + Math.log(3)]), [0.25, 0.75], { rtol: 1e-12 });
    expectClose(softmax([-1e308, 0]), [0, 1]);
    expect(
      largest(
        [
          [1, 3, 3],
          [2, 1, 0],
        ],
        ["a", "b", "c"],
      ),
    ).toEqual(["b", "a"]);
  });
});
