import { DataFrame } from "danfojs-node";
import { describe, expect, test } from "vitest";
import { oneHot } from "../../../lib/learn";

const frame = (columns: Record<string, unknown[]>) => new DataFrame(columns as never);
const train = frame({ town: ["Rome", "Bonn", "Rome"], size: [1, 2, 3], kind: ["x", "y", "x"] });

describe("oneHot", () => {
  test("codes the columns of strings where they stand, categories ascending", () => {
    const { names, categories, transform } = oneHot(train);
    expect(names).toEqual(["town_Bonn", "town_Rome", "size", "kind_x", "kind_y"]);
    expect([...categories]).toEqual([
      ["town", ["Bonn", "Rome"]],
      ["kind", ["x", "y"]],
    ]);
    expect(transform(train)).toEqual([
      [0, 1, 1, 1, 0],
      [1, 0, 2, 0, 1],
      [0, 1, 3, 1, 0],
    ]);
  });

  test("goes by the names of the columns, not their order", () => {
    const { transform } = oneHot(train);
    const turned = frame({ kind: ["y"], more: ["?"], size: [7], town: ["Bonn"] });
    expect(transform(turned)).toEqual([[1, 0, 7, 0, 1]]);
  });

  test("numbers and booleans can be categories too", () => {
    const df = frame({ level: [10, 9, 10], open: [true, false, true] });
    const { names, transform } = oneHot(df, { columns: ["level", "open"] });
    expect(names).toEqual(["level_9", "level_10", "open_false", "open_true"]);
    expect(transform(df)[0]).toEqual([0, 1, 0, 1]);
  });

  test("the first category can be left out", () => {
    const { names, transform } = oneHot(train, { drop: "first" });
    expect(names).toEqual(["town_Rome", "size", "kind_y"]);
    expect(transform(train)[1]).toEqual([0, 2, 1]);
  });

  test("unknown categories are refused by name, or zeros", () => {
    const fresh = frame({ town: ["Oslo"], size: [1], kind: ["x"] });
    expect(() => oneHot(train).transform(fresh)).toThrow(
      'oneHot.transform: column "town" has the unknown category "Oslo" (string) in row 0; pass { unknown: "ignore" } to code it as zeros',
    );
    expect(oneHot(train, { unknown: "ignore" }).transform(fresh)).toEqual([[0, 0, 1, 1, 0]]);
  });

  test("what is missing is refused, in training and after, even where unknown ones are ignored", () => {
    const holed = frame({
      town: ["Rome", Number.NaN, "Bonn"],
      size: [1, 2, 3],
      kind: ["x", "x", "y"],
    });
    expect(() => oneHot(holed)).toThrow(
      'oneHot: column "town" misses its value in row 1; use imputer first',
    );
    expect(() => oneHot(train, { unknown: "ignore" }).transform(holed)).toThrow(
      'oneHot.transform: column "town" misses its value in row 1',
    );
  });

  test("refuses frames that do not fit", () => {
    expect(() => oneHot(train, { columns: ["size"] })).toThrow(
      'column "town" must hold numbers, row 0 is "Rome"',
    );
    expect(() => oneHot(train, { columns: ["city"] })).toThrow(
      'oneHot: df has no column "city"; columns: town, size, kind',
    );
    expect(() => oneHot(train).transform(frame({ town: ["Rome"] }))).toThrow(
      'oneHot.transform: df has no column "size"; columns: town',
    );
    expect(() => oneHot([[1]] as never)).toThrow("oneHot: df must be a DataFrame, got an array");
    expect(() => oneHot(frame({ a: ["b", "c"], a_b: [1, 2] }))).toThrow(
      'oneHot: columns must get different names, "a_b" comes twice',
    );
    expect(() => oneHot(frame({ a: ["b", 1] }))).toThrow("must hold values of one kind");
    expect(() => oneHot(train, { unknown: "zero" as never })).toThrow('"error", "ignore"');
    expect(() => oneHot(train, { columns: "town" as never })).toThrow("must be a list of names");
  });
});
