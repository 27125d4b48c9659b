import { expect, test } from "vitest";
import { normal } from "../../../lib/prob";
import {
  beyond,
  normalInterval,
  openEnds,
  pivotInterval,
} from "../../../lib/stats/inference/interval";
import { expectNear } from "../helpers";

const z = normal(0, 1);
const shifted = { lower: (m: number) => z.cdf(1 - m), upper: (m: number) => z.sf(1 - m) };

test("the pivot of a normal mean is the normal interval, for each alternative", () => {
  for (const alternative of ["two-sided", "less", "greater"] as const) {
    const rule = { alternative, confidence: 0.9 };
    expectNear(
      pivotInterval(shifted, rule, [-50, 50]),
      normalInterval(1, 1, rule, [-50, 50]),
      1e-13,
    );
  }
});

test("ends that are not found are the bounds, and an open end is its bound", () => {
  expect(pivotInterval(shifted, { alternative: "two-sided", confidence: 0.95 }, [0, 2])).toEqual([
    0, 2,
  ]);
  expect(openEnds([1, 2], "greater", [-9, 9])).toEqual([1, 9]);
});

test("beyond finds where a falling tail is small", () => {
  expect(beyond((t) => Math.exp(-t), 0.01, 1)).toBe(8);
});
