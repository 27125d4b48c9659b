import { DataFrame } from "danfojs-node";
import { describe, expect, test } from "vitest";
import { fillna, filterRows, sortBy, toColumns } from "../../lib/data";

const wines = new DataFrame({
  grape: ["Barolo", "Barbera", "Barolo", "Dolcetto"],
  hue: [1.04, Number.NaN, 0.7, 0.9],
});

describe("filterRows", () => {
  test("keeps rows by a list, a series, or values of columns, with their labels", () => {
    const byList = filterRows(wines, [true, false, false, true]);
    expect(byList.index).toEqual([0, 3]);
    expect(filterRows(wines, wines.column("hue").gt(0.8)).values).toEqual(byList.values);
    expect(filterRows(wines, { grape: "Barolo" }).index).toEqual([0, 2]);
    expect(filterRows(wines, { grape: "Barolo", hue: 0.7 }).index).toEqual([2]);
    expect(filterRows(wines, { grape: "Nebbiolo" }).shape[0]).toBe(0);
    expect(filterRows(wines, {}).values).toEqual(wines.values);
  });

  test("keeps the right rows of a sorted and of a filtered frame, where danfo takes others", () => {
    const sorted = sortBy(fillna(wines, { hue: 1 }), "hue");
    const isDark = sorted.column("hue").gt(0.95);
    expect(toColumns(filterRows(sorted, isDark)).get("hue")).toEqual([1, 1.04]);
    expect(toColumns(sorted.query(isDark)).get("hue")).not.toEqual([1, 1.04]);
    const twice = filterRows(filterRows(sorted, isDark), [false, true]);
    expect(toColumns(twice).get("grape")).toEqual(["Barolo"]);
  });

  test("what is missing has no value", () => {
    expect(filterRows(wines, { hue: Number.NaN }).shape[0]).toBe(0);
  });

  test("refuses what says nothing of each row", () => {
    expect(() => filterRows(wines, [true])).toThrow(
      "filterRows: keep must have length 4 (rows of df), got 1",
    );
    expect(() => filterRows(wines, [1, 0, 1, 0] as never)).toThrow(
      "filterRows: keep[0] must be true or false, got 1",
    );
    expect(() => filterRows(wines, { colour: "red" })).toThrow("colour");
    expect(() => filterRows(wines, "hue" as never)).toThrow("filterRows: keep must be a list");
    expect(() => filterRows([[1]] as never, [true])).toThrow("df must be a DataFrame");
  });
});
