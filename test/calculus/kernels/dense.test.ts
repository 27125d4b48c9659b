import { expect, test } from "vitest";
import { asDense, finiteDense, fromDense } from "../../../lib/calculus/kernels/dense";
import { Tensor } from "../../../lib/calculus/tracking/tensor";

test("tensors and matrices of linalg share memory", () => {
  const x = new Tensor(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
  expect(asDense(x)).toEqual({ data: x.data, rows: 2, cols: 3 });
  expect(asDense(x).data).toBe(x.data);
  expect(fromDense(asDense(x))).toEqual(x);
  expect(fromDense(asDense(x)).data).toBe(x.data);
  expect(fromDense({ data: new Float64Array(10), rows: 2, cols: 2 }).data).toHaveLength(4);
});

test("a vector is one column; infinities are named", () => {
  const v = new Tensor(Float64Array.of(1, 2), [2]);
  expect(finiteDense("solve", "b", v)).toEqual({ data: v.data, rows: 2, cols: 1 });
  const bad = (data: number[], shape: number[]) => () =>
    finiteDense("svd", "A", new Tensor(Float64Array.from(data), shape));
  expect(bad([1, Infinity], [2])).toThrow("svd: A must be finite, A[1] is Infinity");
  expect(bad([1, 2, 3, -Infinity], [2, 2])).toThrow("svd: A must be finite, A[1][1] is -Infinity");
});
