import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { ascending } from "../../../lib/linalg/kernels/order";

test("puts the entries into ascending order", () => {
  const x = rng(1).normal(0, 1, 50);
  const sorted = ascending(x, 50).map((k) => x[k]);
  expect(sorted).toEqual(x.slice().sort((a, b) => a - b));
});

test("equal entries keep their order, entries beyond n are not looked at", () => {
  expect(ascending([2, 1, 2, 1, 0], 4)).toEqual([1, 3, 0, 2]);
  expect(ascending([], 0)).toEqual([]);
});
