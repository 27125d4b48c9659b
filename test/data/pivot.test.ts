import { beforeAll, describe, expect, test } from "vitest";
import { type PivotOptions, pivot } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { expectTable, frameOf, pandas } from "./pandas";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const df = frameOf(pandas.frame);
const NONE = Number.NaN;

describe("pivot", () => {
  test("agrees with pandas, rows with a missing key left out", () => {
    expectTable(
      pivot(df, { index: "town", columns: "year", values: "n", agg: "sum" }),
      pandas.pivot,
    );
  });

  test("words in the cells, gaps, several index columns", () => {
    const long = frameOf({
      a: [1, 1, 2],
      b: ["u", "v", "u"],
      k: ["q", "p", "q"],
      w: ["x", "y", null],
    });
    const out = pivot(long, { index: ["a", "b"], columns: "k", values: "w" });
    expect(out.columns).toEqual(["a", "b", "p", "q"]);
    expect(out.values).toEqual([
      [1, "u", NONE, "x"],
      [1, "v", "y", NONE],
      [2, "u", NONE, NONE],
    ]);
  });

  test("dates and names of danfo's own as columns", () => {
    const long = frameOf({ i: [1, 1], k: [new Date(0), new Date(86_400_000)], x: [5, 6] });
    expect(pivot(long, { index: "i", columns: "k", values: "x" }).columns).toEqual([
      "i",
      "1970-01-01",
      "1970-01-02",
    ]);
    const odd = frameOf({ i: [1, 1], k: ["shape", "values"], x: [5, 6] });
    expect(pivot(odd, { index: "i", columns: "k", values: "x" }).values).toEqual([[1, 5, 6]]);
  });

  test("no rows", () => {
    const empty = frameOf({ i: [], k: [], x: [] });
    expect(pivot(empty, { index: "i", columns: "k", values: "x" }).columns).toEqual(["i"]);
  });

  test.each<[Partial<PivotOptions>, string]>([
    [{}, "pivot: several rows for town Rome, year 2021; say agg to make one value of them"],
    [
      { agg: "mean", values: "town" },
      'pivot: mean of column "town" needs numbers, it holds strings',
    ],
    [{ columns: "z" }, 'pivot: df has no column "z"'],
    [{ columns: ["year"] as never }, "pivot: columns must be the name of a column, got an array"],
    [{ index: "z" }, 'pivot: df has no column "z"'],
    [{ aggfunc: "mean" } as never, 'pivot: options has no "aggfunc"'],
  ])("refuses: %j", (options, message) => {
    expect(() => pivot(df, { index: "town", columns: "year", values: "n", ...options })).toThrow(
      message,
    );
  });

  test("refuses a column called as the index", () => {
    const long = frameOf({ i: [1], k: ["i"], x: [5] });
    expect(() => pivot(long, { index: "i", columns: "k", values: "x" })).toThrow(
      'pivot: two columns of the result would be called "i"; rename a value of "k"',
    );
  });
});
