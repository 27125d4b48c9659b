import { expect, test } from "vitest";
import { maxOf, minOf } from "../../lib/core";

test("lists longer than a call has room for", () => {
  const x = Array.from({ length: 300_000 }, (_, i) => Math.sin(i));
  expect(minOf(x)).toBe(Math.sin(52_174));
  expect(maxOf(x)).toBe(-minOf(x.map((v) => -v)));
});

test("as Math.min and Math.max: empty lists, NaN, infinities, signed zeros, typed arrays", () => {
  for (const x of [[], [NaN, 1], [1, NaN], [Infinity, -Infinity], [0, -0], [-0, 0], [2]]) {
    expect(minOf(x)).toBe(Math.min(...x));
    expect(maxOf(x)).toBe(Math.max(...x));
  }
  expect(maxOf(Float64Array.of(1, 5, 2))).toBe(5);
});
