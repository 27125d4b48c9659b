import { DataFrame } from "danfojs-node";
import { describe, expect, test } from "vitest";
import { takeRows, toColumns, toDataFrame } from "../../lib/data";

describe("takeRows", () => {
  test("takes rows by number, with their labels", () => {
    const df = toDataFrame([[1], [2], [3]], { columns: ["x"], index: ["a", "b", "c"] });
    const taken = takeRows(df, [2, 0, 2]);
    expect(taken.values).toEqual([[3], [1], [3]]);
    expect(taken.index).toEqual(["c", "a", "c"]);
    expect(takeRows(df, []).columns).toEqual(["x"]);
  });

  test("keeps words and what is missing, of frames that danfo made too", () => {
    const df = new DataFrame({ town: ["Rome", null, "Bonn"], values: [1, Number.NaN, 3] } as never);
    const columns = toColumns(takeRows(df, [1, 2]));
    expect(columns.get("town")).toEqual([null, "Bonn"]);
    expect(columns.get("values")).toEqual([Number.NaN, 3]);
  });

  test("refuses rows that there are not", () => {
    const df = toDataFrame([[1], [2]]);
    expect(() => takeRows(df, [0, 2])).toThrow(
      "takeRows: rows[1] must be an integer in [0, 1], got 2",
    );
    expect(() => takeRows(df, [0.5])).toThrow("rows[0] must be an integer");
    expect(() => takeRows(df, 1 as never)).toThrow("takeRows: rows must be a list of row numbers");
    expect(() => takeRows([[1]] as never, [0])).toThrow("takeRows: df must be a DataFrame");
  });
});
