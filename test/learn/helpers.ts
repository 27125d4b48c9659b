import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { allClose, type Matrix } from "../../lib/core";

/** A fixture of this folder, parsed. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, "fixtures", `${name}.json`), "utf8")) as T;
}

/** One of the shared data sets. */
export interface DataSet {
  X: Matrix;
  y: number[];
  classes: string[];
}

/** iris, wine, breast_cancer and the first 600 digits of scikit-learn. */
export const data = fixture<Record<"iris" | "wine" | "breastCancer" | "digits", DataSet>>("data");

/** Expects agreement entry by entry: |a − b| ≤ atol + rtol·|b|. */
export function expectClose(
  a: Parameters<typeof allClose>[0],
  b: Parameters<typeof allClose>[1],
  tolerance: { rtol?: number; atol?: number } = {},
): void {
  if (allClose(a, b, tolerance)) return;
  expect(a, `within ${JSON.stringify(tolerance)}`).toEqual(b);
  expect.fail("holds NaN");
}
