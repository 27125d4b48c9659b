import { afterEach, describe, expect, test } from "vitest";
import { gemm } from "../../../lib/calculus/kernels/gemm";
import { Tensor, toPlain } from "../../../lib/calculus/tracking/tensor";
import { allClose, type Matrix, rng } from "../../../lib/core";
import { engine, matmul, transpose } from "../../../lib/linalg";

const pack = (A: Matrix) => new Tensor(Float64Array.from(A.flat()), [A.length, A[0].length]);
const before = engine();

afterEach(() => {
  engine(before);
});

describe.each(["typescript", "auto"] as const)("engine %s", (name) => {
  test.each([
    [1, 1, 1],
    [3, 5, 4],
    [7, 2, 9],
    [20, 30, 17],
  ])("a product of %i×%i and %i columns, all four ways", (m, k, n) => {
    engine(name);
    const random = rng(m * 100 + n);
    const A = Array.from({ length: m }, () => random.normal(0, 1, k));
    const B = Array.from({ length: k }, () => random.normal(0, 1, n));
    const expected = matmul(A, B);
    for (const ta of [false, true]) {
      for (const tb of [false, true]) {
        const C = gemm(pack(ta ? transpose(A) : A), pack(tb ? transpose(B) : B), ta, tb);
        expect(C.shape).toEqual([m, n]);
        expect(allClose(toPlain(C), expected, { rtol: 0, atol: 4 * k * Number.EPSILON * 10 })).toBe(
          true,
        );
      }
    }
  });

  test("nothing to sum gives zeros; NaN is refused", () => {
    engine(name);
    const empty = (m: number, n: number) => new Tensor(new Float64Array(0), [m, n]);
    expect(toPlain(gemm(empty(2, 0), empty(0, 2), false, false))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(() => gemm(pack([[0]]), pack([[Infinity]]), false, false)).toThrow(
      "matmul: not a number",
    );
  });
});
