import { describe, expect, test } from "vitest";
import { columnNames, columnValues, dtypeOf } from "../../lib/data/columns";
import { parseCSV } from "../../lib/data/csv";

const missing = new Set(["", "NA"]);
const column = (...fields: string[]) =>
  columnValues(
    fields.map((field, i) => ({ fields: [field], line: i + 2 })),
    0,
    "x",
    missing,
    undefined,
  );

describe("columnValues", () => {
  test("numbers in every notation", () => {
    expect(column("1", "-2.5", "+3", ".5", "4.", "1e-3", "2E+2", "-Infinity", " 7 ")).toEqual([
      1,
      -2.5,
      3,
      0.5,
      4,
      0.001,
      200,
      -Infinity,
      7,
    ]);
  });

  test("what only looks like a number makes a column of strings", () => {
    for (const field of ["0x10", "1_000", "1,5", "1 2", "--1", "1e", "e5", "."]) {
      expect(column("1", field)).toEqual(["1", field]);
    }
  });

  test("booleans in any case", () => {
    expect(column("true", "False", "TRUE")).toEqual([true, false, true]);
    expect(column("true", "1")).toEqual(["true", "1"]);
  });

  test("what is missing is NaN, whatever the type", () => {
    expect(column("1", "")).toEqual([1, Number.NaN]);
    expect(column("NA", "a")).toEqual([Number.NaN, "a"]);
    expect(column("NA", "true")).toEqual([Number.NaN, true]);
    expect(column("", "")).toEqual([Number.NaN, Number.NaN]);
  });

  test("a type that is asked for is held to", () => {
    const rows = [
      { fields: ["007"], line: 2 },
      { fields: ["x"], line: 3 },
    ];
    expect(columnValues(rows, 0, "code", missing, "string")).toEqual(["007", "x"]);
    expect(() => columnValues(rows, 0, "code", missing, "number")).toThrow(
      'line 3: column "code" must hold numbers, got "x"',
    );
    expect(() => columnValues(rows, 0, "code", missing, "boolean")).toThrow(
      'line 2: column "code" must hold booleans, got "007"',
    );
  });
});

test("dtypeOf gives danfo's names", () => {
  expect(dtypeOf([1, 2])).toBe("int32");
  expect(dtypeOf([1, 2.5])).toBe("float32");
  expect(dtypeOf([1, Number.NaN])).toBe("float32");
  expect(dtypeOf([Number.NaN])).toBe("float32");
  expect(dtypeOf([true, Number.NaN])).toBe("boolean");
  expect(dtypeOf(["a", Number.NaN])).toBe("string");
});

describe("columnNames", () => {
  test("are trimmed", () => {
    expect(columnNames(parseCSV(" a , b\n1,2"))).toEqual(["a", "b"]);
  });

  test.each([
    ["", "the file is empty"],
    ["a,b\n", "there are no rows below the names of the columns"],
    ["a,,b\n1,2,3", "column 2 has no name"],
    ["a,b,a\n1,2,3", 'columns 1 and 3 are both called "a"'],
    ["a,b\n1,2\n3\n", "line 3: must have 2 fields (columns of the first line), got 1"],
    ["a,b\n1,2,3", "line 2: must have 2 fields (columns of the first line), got 3"],
  ])("refuses %j", (text, message) => {
    expect(() => columnNames(parseCSV(text))).toThrow(new RangeError(message));
  });
});
