import { describe, expect, test } from "vitest";
import { tableCells } from "../../lib/display/format/tableCells";
import { type TableData, table } from "../../lib/display/table";

describe("table", () => {
  test("columns by name, picked and ordered", () => {
    const t = table({ a: [1, 2], b: ["x", "y"] }, { columns: ["b", "a"] });
    expect(t.columns).toEqual(["b", "a"]);
    expect(t.values).toEqual([
      ["x", "y"],
      [1, 2],
    ]);
  });

  test("rows as objects may lack an entry", () => {
    expect(table([{ a: 1 }, { a: 2, b: 3 }]).values).toEqual([
      [1, 2],
      [undefined, 3],
    ]);
  });

  test("rows of an interface, as results hold them", () => {
    interface Row {
      name: string;
      coef: number;
    }
    const rows: Row[] = [{ name: "x", coef: 2 }];
    expect(table(rows, { columns: ["coef", "name"] }).values).toEqual([[2], ["x"]]);
  });

  test("rows as arrays", () => {
    expect(table([[1, "x"]]).columns).toEqual(["0", "1"]);
    expect(table([], { columns: ["a"] }).values).toEqual([[]]);
  });

  test.each<[string, TableData, object, string]>([
    [
      "number of names",
      [[1, 2]],
      { columns: ["a"] },
      "columns must have length 2 (columns of data), got 1",
    ],
    [
      "number of labels",
      [[1], [2]],
      { index: ["a"] },
      "index must have length 2 (rows of data), got 1",
    ],
    ["lengths", { a: [1], b: [] }, {}, "columns must have equal length, a has 1 and b has 0"],
    ["unknown column", { a: [1] }, { columns: ["b"] }, 'data has no column "b"'],
    ["unknown key", [{ a: 1 }], { columns: ["b"] }, 'no row has a column "b"'],
    ["unknown option", [[1]], { title: "x" }, 'options has no "title"'],
    ["digits", [[1]], { digits: 0 }, "digits must be an integer in [1, 17], got 0"],
    ["ragged rows", [[1], [1, 2]], {}, "data must be an array of objects, rows of equal length"],
    ["a number", 5 as never, {}, "got 5"],
  ])("refuses: %s", (_, data, options, message) => {
    expect(() => table(data, options)).toThrow(message);
  });
});

describe("tableCells", () => {
  test("numbers are rounded a column at a time, what is missing is a dash", () => {
    const t = table({ x: [0.123456, null, 12], k: [1, 2, Number.NaN], w: ["a", null, "c"] });
    expect(tableCells(t, {})).toMatchObject({
      rows: [
        ["0.12", "1", "a"],
        ["–", "2", "–"],
        ["12.00", "–", "c"],
      ],
      numeric: [true, true, false],
      labelled: false,
    });
  });

  test("digits by column, and the caller's before the table's", () => {
    const t = table({ x: [0.123456], y: [0.123456] }, { digits: { x: 2 } });
    expect(tableCells(t, {}).rows).toEqual([["0.12", "0.1235"]]);
    expect(tableCells(t, { digits: 3 }).rows).toEqual([["0.123", "0.123"]]);
  });

  test("columns of mixed kinds are written one by one", () => {
    const t = table({ v: [0.1 + 0.2, "x", true, [1, 0.5], { a: 1 }] });
    expect(tableCells(t, {}).rows.flat()).toEqual(["0.3", "x", "true", "(1, 0.5)", "an Object"]);
  });

  test("long and wide ones are cut with a count", () => {
    const A = Array.from({ length: 25 }, (_, i) => Array.from({ length: 20 }, (_, j) => i + j));
    const cells = tableCells(table(A, { index: A.map((_, i) => i) }), {});
    expect(cells.note).toBe("25×20, 10 rows and 12 columns shown");
    expect(cells.rows).toHaveLength(11);
    expect(cells.rows[5]).toEqual(["⋮", ..."⋮".repeat(6), "⋱", ..."⋮".repeat(6)]);
    expect(cells.rows[0].slice(0, 9)).toEqual(["0", "0", "1", "2", "3", "4", "5", "⋯", "14"]);
    expect(cells.numeric.every((right) => right)).toBe(true);
    expect(tableCells(table(A), { maxRows: 100, maxCols: 100 }).note).toBe(null);
  });

  test("labels of words stand left", () => {
    expect(tableCells(table([[1]], { index: ["mean"] }), {}).numeric).toEqual([false, true]);
  });
});
