import { describe, expect, test } from "vitest";
import {
  broadcast,
  broadcastShape,
  firstNot,
  map,
  zip,
} from "../../../lib/calculus/kernels/entries";
import { gather, scatter } from "../../../lib/calculus/kernels/places";
import { extremes, logSumExp, sumTo } from "../../../lib/calculus/kernels/sums";
import { Tensor, toPlain } from "../../../lib/calculus/tracking/tensor";
import { rng } from "../../../lib/core";

const random = rng(99);
const tensor = (...shape: number[]) =>
  new Tensor(
    Float64Array.from({ length: shape.reduce((p, n) => p * n, 1) }, () => random.integers(-9, 10)),
    shape,
  );
/** Entry (i, j) of anything, stretched as broadcasting does. */
const entry = (x: Tensor | number, i: number, j: number): number => {
  if (typeof x === "number") return x;
  const [m, n] = x.shape.length === 1 ? [1, x.shape[0]] : x.shape;
  return x.data[(m === 1 ? 0 : i) * n + (n === 1 ? 0 : j)];
};

const shapes = [[], [1], [4], [1, 1], [1, 4], [3, 1], [3, 4]];
const pairs = shapes.flatMap((a) => shapes.map((b) => [a, b]));

describe("broadcasting against its definition", () => {
  test.each(pairs)("%j with %j", (a, b) => {
    const x = a.length === 0 ? 7 : tensor(...a);
    const y = b.length === 0 ? -2 : tensor(...b);
    const z = zip("f", x, y, (p, q) => p - 2 * q);
    const shape = broadcastShape("f", a, b);
    if (typeof z === "number") return expect(z).toBe(11);
    expect(z.shape).toEqual(shape);
    const [m, n] = shape.length === 1 ? [1, shape[0]] : shape;
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) expect(entry(z, i, j)).toBe(entry(x, i, j) - 2 * entry(y, i, j));
    }
    // broadcast and sumTo are adjoint: ⟨broadcast u, z⟩ = ⟨u, sumTo z⟩
    const inner = (p: Tensor | number, q: Tensor | number) =>
      sumTo(
        zip("f", p, q, (v, w) => v * w),
        [],
      );
    expect(inner(broadcast(x, shape), z)).toBe(inner(x, sumTo(z, a)));
  });

  test("shapes that do not agree", () => {
    expect(() => broadcastShape("f", [2], [3])).toThrow("f: a and b must have shapes that agree");
    expect(() => broadcastShape("f", [2, 3], [2, 1])).not.toThrow();
    expect(() => broadcastShape("f", [2, 3], [3, 2])).toThrow("a 2×3 matrix and a 3×2 matrix");
  });
});

test("map says what it accepts, of numbers and of entries", () => {
  expect(map("f", 4, Math.sqrt, "≥ 0")).toBe(2);
  expect(() => map("f", -4, Math.sqrt, "≥ 0")).toThrow("f: x must be ≥ 0, got -4");
  const x = new Tensor(Float64Array.of(1, -9), [2]);
  expect(() => map("f", x, Math.sqrt, "≥ 0")).toThrow("f: x must be ≥ 0, got -9");
});

test("gather and scatter are adjoint, and scatter adds up", () => {
  const x = tensor(3, 4);
  const places = Int32Array.of(2, 2, 11, 0);
  const y = tensor(4);
  const taken = gather(x, places, [4]);
  const spread = scatter([y], [places], [3, 4]) as Tensor;
  const inner = (p: Tensor, q: Tensor) => p.data.reduce((sum, v, k) => sum + v * q.data[k], 0);
  expect(inner(taken as Tensor, y)).toBe(inner(x, spread));
  expect(toPlain(scatter([2, 3], [Int32Array.of(1), Int32Array.of(1)], [3]))).toEqual([0, 5, 0]);
});

test("extremes and logSumExp over axes", () => {
  const x = new Tensor(Float64Array.of(1, 5, 3, 4, 2, 6), [2, 3]);
  expect(toPlain(extremes(x, [2, 1], 1))).toEqual([[5], [6]]);
  expect(toPlain(extremes(x, [1, 3], -1))).toEqual([[1, 2, 3]]);
  expect(extremes(x, [], 1)).toBe(6);
  const direct = Math.log([...x.data].reduce((sum, v) => sum + Math.exp(v), 0));
  expect(logSumExp(x, [])).toBeCloseTo(direct, 14);
  expect(logSumExp(3, [])).toBe(3);
});

test("firstNot", () => {
  const data = Float64Array.of(1, Infinity, Number.NaN);
  expect(firstNot("finite", data)).toBe(1);
  expect(firstNot("a number", data)).toBe(2);
  expect(firstNot("finite", data.subarray(0, 1))).toBe(-1);
});
