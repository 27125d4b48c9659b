import { expect, test } from "vitest";
import { toColumns, toDataFrame } from "../../lib/data";

test("columns by name, in order, whatever they are called", () => {
  const names = ["b", "constructor", "__proto__"];
  const df = toDataFrame(
    [
      [5, 1, Number.NaN],
      [6, 2, 7],
    ],
    { columns: names },
  );
  const columns = toColumns(df);
  expect([...columns.keys()]).toEqual(names);
  expect(columns.get("__proto__")).toEqual([Number.NaN, 7]);
  expect(columns.get("constructor")).toEqual([1, 2]);
});

test("what is done to them does not reach the frame", () => {
  const df = toDataFrame([[1], [2]], { columns: ["x"] });
  toColumns(df).get("x")![0] = 7;
  expect(df.values).toEqual([[1], [2]]);
});

test("refuses what is no frame", () => {
  expect(() => toColumns([[1]] as never)).toThrow(
    "toColumns: df must be a DataFrame, got an array",
  );
});
