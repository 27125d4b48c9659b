import { expect, test } from "vitest";
import { add, exp, mul, sin } from "../../../lib/calculus";
import { onSeries } from "../../../lib/calculus/tracking/jet";
import { Tensor } from "../../../lib/calculus/tracking/tensor";

test("series add, and multiply as polynomials do, up to the order", () => {
  expect(onSeries(5, add, [1, 2], [3, 4, 5])).toEqual([4, 6, 5]);
  expect(onSeries(5, mul, [1, 2], [3, 4, 5])).toEqual([3, 10, 13, 10]);
  expect(onSeries(2, mul, [1, 2, 3], [1, 2, 3])).toEqual([1, 4, 10]);
});

test("series longer than the order are cut, constants stay short", () => {
  expect(onSeries(1, (x) => x, [1, 2, 3])).toEqual([1, 2]);
  expect(onSeries(4, (x) => mul(x, 3), [2])).toEqual([6]);
  expect(onSeries(4, () => 7, [2, 1])).toEqual([7]);
  expect(onSeries(4, exp, [0])).toEqual([1]);
});

test("coefficients may be vectors", () => {
  const vector = (...x: number[]) => new Tensor(Float64Array.from(x), [x.length]);
  const y = onSeries(2, (x) => mul(x, x), [vector(1, 2), vector(3, 4)]);
  expect(y).toEqual([vector(1, 4), vector(6, 16), vector(9, 16)]);
});

test("a run inside a run: the derivative of the sine, expanded, is the cosine", () => {
  const derivative = onSeries(3, (s) => onSeries(1, (t) => sin(t), [s, 1])[1], [0, 1]);
  expect(derivative).toEqual([1, 0, -0.5, 0].map((v) => expect.closeTo(v, 15)));
});
