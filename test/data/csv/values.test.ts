import { describe, expect, test } from "vitest";
import { Cells } from "../../../lib/data/csv/cells";
import { Column, type ColumnType } from "../../../lib/data/csv/column";
import { decode } from "../../../lib/data/csv/decode";
import { splitFields } from "../../../lib/data/csv/fields";
import { columnValues } from "../../../lib/data/csv/values";

function column(fields: readonly string[], wanted?: ColumnType) {
  const source = decode(Buffer.from(`${fields.join("\n")}\n`));
  const cells = new Cells(source, splitFields(source.bytes, 59));
  const made = new Column(
    {
      cells,
      rows: cells.fields.records.subarray(0, cells.fields.count),
      missing: new Set(["", "NA"]),
      soft: true,
      separator: ";",
      notation: undefined,
      telling: false,
    },
    0,
    "x",
  );
  return columnValues(made, wanted).values;
}

const NONE = Number.NaN;

describe("columnValues", () => {
  test("what only looks like a number makes a column of strings", () => {
    for (const field of ["0x10", "1_000", "1 2", "--1", "1e", "e5", "+", "1,23,4", "1.2.3"]) {
      expect(column(["1", field])).toEqual(["1", field]);
    }
  });

  test("truths in any case, none beside numbers", () => {
    expect(column(["true", "False", "TRUE"])).toEqual([true, false, true]);
    expect(column(["true", "1"])).toEqual(["true", "1"]);
    expect(column(["true", "x"])).toEqual(["true", "x"]);
  });

  test("what is missing is NaN, whatever the type", () => {
    expect(column(["1", ""])).toEqual([1, NONE]);
    expect(column(["NA", "a"])).toEqual([NONE, "a"]);
    expect(column(["NA", "true"])).toEqual([NONE, true]);
    expect(column(["", ""])).toEqual([NONE, NONE]);
    expect(column(["NA"], "date")).toEqual([NONE]);
    expect(column(["NA"], "number")).toEqual([NONE]);
  });

  test("a type that is asked for is held to", () => {
    expect(column(["1", "NA"], "string")).toEqual(["1", NONE]);
    expect(column(["007", "1,5"], "number")).toEqual([7, 1.5]);
    expect(() => column(["1", "x"], "number")).toThrow(
      'line 2: column "x" must hold numbers, got "x"',
    );
    expect(() => column(["true", "007"], "boolean")).toThrow(
      'line 2: column "x" must hold booleans, got "007"',
    );
  });

  test("more distinct words than are remembered, long and short", () => {
    const words = Array.from({ length: 9000 }, (_, i) => `w${i % 6000}${"é".repeat(i % 3)}`);
    expect(column(words)).toEqual(words);
  });
});
