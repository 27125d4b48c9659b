import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DataFrame } from "danfojs-node";
import { expect } from "vitest";
import { makeFrame } from "../../lib/data/frames/frame";

interface PandasTable {
  columns: string[];
  values: unknown[][];
}

/** What pandas made of the tables of verbs.py. */
export const pandas = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "verbs.json"), "utf8"),
) as {
  frame: Record<string, unknown[]>;
  left: Record<string, unknown[]>;
  right: Record<string, unknown[]>;
  grouped: Record<string, PandasTable>;
  merged: Record<string, PandasTable>;
  sorted: Record<string, number[]>;
  pivot: PandasTable;
  describe: PandasTable & { index: string[] };
};

/** Columns as a frame, null as NaN. */
export function frameOf(
  columns: Record<string, unknown[]>,
  index?: (string | number)[],
): DataFrame {
  const values = Object.values(columns).map((column) => column.map((v) => v ?? Number.NaN));
  return makeFrame(Object.keys(columns), values, index);
}

/** Asserts names and entries, numbers to rounding. */
export function expectTable(df: DataFrame, { columns, values }: PandasTable): void {
  expect(df.columns).toEqual(columns);
  expect(df.shape).toEqual([values.length, columns.length]);
  (df.values as unknown[][]).forEach((row, i) => {
    row.forEach((v, j) => {
      const want = values[i][j] ?? Number.NaN;
      const at = `${columns[j]}, row ${i}`;
      if (typeof want === "number" && Number.isFinite(want)) {
        expect(v, at).toBeTypeOf("number");
        expect(Math.abs((v as number) - want), at).toBeLessThanOrEqual(1e-14 * Math.abs(want));
      } else expect(v, at).toBe(want);
    });
  });
}
