import { beforeAll, describe, expect, test } from "vitest";
import { toDataFrame, toMatrix, toVector } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { readCSV } from "../../lib/data/readCSV";
import { fileOf } from "./folder";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const A = [
  [1, 2.5],
  [3, Number.NaN],
];
const df = toDataFrame(A, { columns: ["x", "y"], index: ["first", "second"] });
const mixed = readCSV(fileOf("name,x,ok\na,1,true\nb,,false\n"));

describe("toMatrix", () => {
  test("is the inverse of toDataFrame", () => {
    expect(toMatrix(df)).toEqual(A);
  });

  test("picks columns in the order asked for", () => {
    expect(toMatrix(mixed, ["ok", "x"])).toEqual([
      [1, 1],
      [0, Number.NaN],
    ]);
    expect(toMatrix(df, [])).toEqual([[], []]);
  });

  test.each<[() => unknown, string]>([
    [() => toMatrix(mixed), 'toMatrix: column "name" must hold numbers, row 0 is "a" (string)'],
    [() => toMatrix(mixed, ["z"]), 'toMatrix: df has no column "z"; columns: name, x, ok'],
    [() => toMatrix(mixed, "x" as never), "toMatrix: columns must be an array of names"],
    [() => toMatrix(A as never), "toMatrix: df must be a DataFrame, got an array of 2 arrays"],
    [() => toMatrix(df.column("x") as never), "toMatrix: df must be a DataFrame"],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});

describe("toVector", () => {
  test("of a series, of a column", () => {
    expect(toVector(df.column("y"))).toEqual([2.5, Number.NaN]);
    expect(toVector(df, "x")).toEqual([1, 3]);
    expect(toVector(mixed, "ok")).toEqual([1, 0]);
  });

  test.each<[() => unknown, string]>([
    [
      () => toVector(df as never),
      "series must be a Series (or a DataFrame and the name of a column)",
    ],
    [() => toVector([1] as never), "toVector: series must be a Series, got an array of length 1"],
    [
      () => toVector(mixed, "name"),
      'toVector: column "name" must hold numbers, row 0 is "a" (string)',
    ],
    [
      () => toVector(mixed.column("name")),
      'toVector: column "name" must hold numbers, row 0 is "a"',
    ],
    [() => toVector(df, "z"), 'toVector: df has no column "z"; columns: x, y'],
    [() => toVector([1] as never, "x"), "toVector: df must be a DataFrame"],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
