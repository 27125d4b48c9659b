import { DataFrame } from "danfojs-node";
import { describe, expect, test } from "vitest";
import { toColumns } from "../../../lib/data";
import { imputer } from "../../../lib/learn";

const NONE = Number.NaN;
const frame = (columns: Record<string, unknown[]>) => new DataFrame(columns as never);
const train = frame({ age: [20, NONE, 40, 90], town: ["Rome", "Bonn", NONE, "Bonn"] });
const filled = (df: DataFrame, name: string) => toColumns(df).get(name);

describe("imputer", () => {
  test("mean and median of the columns of numbers; the others stay", () => {
    const { values, transform } = imputer(train);
    expect([...values]).toEqual([["age", 50]]);
    expect(filled(transform(train), "age")).toEqual([20, 50, 40, 90]);
    expect(filled(transform(train), "town")).toEqual(["Rome", "Bonn", NONE, "Bonn"]);
    expect(imputer(train, { strategy: "median" }).values.get("age")).toBe(40);
  });

  test("the most frequent value, and of equally frequent ones the least", () => {
    const { values } = imputer(train, { strategy: "mostFrequent" });
    expect([...values]).toEqual([
      ["age", 20],
      ["town", "Bonn"],
    ]);
  });

  test("a constant, in the columns of its kind", () => {
    const word = imputer(train, { strategy: "constant", fillValue: "?" });
    expect(filled(word.transform(train), "town")).toEqual(["Rome", "Bonn", "?", "Bonn"]);
    expect(word.values.has("age")).toBe(false);
    const zero = imputer(train, { strategy: "constant", fillValue: 0, columns: ["age"] });
    expect(filled(zero.transform(train), "age")).toEqual([20, 0, 40, 90]);
  });

  test("new data are filled with what was learnt, also where nothing was missing then", () => {
    const { transform } = imputer(frame({ a: [1, 3], b: [5, 5] }));
    const fresh = transform(frame({ b: [NONE, 100], a: [NONE, NONE] }));
    expect(filled(fresh, "a")).toEqual([2, 2]);
    expect(filled(fresh, "b")).toEqual([5, 100]);
  });

  test("does not change what it is given", () => {
    imputer(train).transform(train);
    expect(filled(train, "age")).toEqual([20, NONE, 40, 90]);
  });

  test("refuses what it cannot fill", () => {
    expect(() => imputer(frame({ a: [NONE, NONE], b: [1, 2] }))).toThrow(
      'imputer: column "a" has no value to learn from',
    );
    expect(() => imputer(train, { columns: ["town"] })).toThrow(
      'imputer: column "town" must hold numbers to have a mean, it holds "Rome"',
    );
    expect(() => imputer(train, { strategy: "constant" })).toThrow(
      "imputer: fillValue must be a number, string or boolean, got undefined",
    );
    expect(() => imputer(train, { strategy: "constant", fillValue: NONE })).toThrow("got NaN");
    expect(() => imputer(train, { strategy: "constant", fillValue: 1, columns: ["town"] })).toThrow(
      'column "town" holds strings, fillValue must be one, got 1',
    );
    expect(() => imputer(train, { fillValue: 1 })).toThrow(
      'fillValue must go with strategy "constant", got mean',
    );
    expect(() => imputer(frame({ a: ["x", "y"] }))).toThrow(
      "imputer: df must have a column of numbers, it has none",
    );
    expect(() => imputer(train, { columns: ["size"] })).toThrow('df has no column "size"');
    expect(() => imputer(train).transform(frame({ age: [1] }))).toThrow(
      'imputer.transform: df has no column "town"; columns: age',
    );
    expect(() => imputer(train).transform(frame({ age: ["old"], town: ["Rome"] }))).toThrow(
      'imputer.transform: column "age" must hold numbers, it holds "old"',
    );
    expect(() => imputer([[1]] as never)).toThrow("imputer: df must be a DataFrame");
  });
});
