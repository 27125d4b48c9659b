import { beforeAll, describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { agg, groupBy } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { AGGREGATES, type AggregateName } from "../../lib/data/frames/aggregate";
import { expectTable, frameOf, pandas } from "./pandas";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const df = frameOf(pandas.frame);
const NONE = Number.NaN;
const ALL = [
  "count",
  "sum",
  "mean",
  "median",
  "std",
  "var",
  "min",
  "max",
  "first",
  "last",
  "nunique",
] as const;

describe("groupBy", () => {
  test.each(Object.keys(pandas.grouped))("agrees with pandas: %s", (name) => {
    const [keys, dropna] = name.split(" ");
    const groups = groupBy(df, keys.split(","), { dropna: dropna === "True" });
    expectTable(groups.agg({ x: ALL, n: "sum", flag: "mean" }), pandas.grouped[name]);
  });

  test("knows all that pandas was asked for", () => {
    expect([...AGGREGATES].sort()).toEqual([...ALL].sort());
  });

  test("leaves out what is missing, where danfo's mean is NaN", () => {
    const rows = [
      ["b", 1],
      ["a", NONE],
      ["b", 3],
      ["a", 2],
    ];
    const { DataFrame: Frame } = danfo();
    const frame = new Frame(rows, { columns: ["k", "v"] });
    expect(frame.groupby(["k"]).mean().values).toEqual([
      ["b", 2],
      ["a", NONE],
    ]);
    expect(groupBy(frame, "k").agg({ v: "mean" }).values).toEqual([
      ["a", 2],
      ["b", 2],
    ]);
  });

  test("tells keys apart that danfo takes for one", () => {
    const { DataFrame: Frame } = danfo();
    const frame = new Frame(
      [
        ["x-1", "2", 1],
        ["x", "1-2", 5],
      ],
      { columns: ["a", "b", "c"] },
    );
    expect(frame.groupby(["a", "b"]).sum().values).toEqual([["x-1", "2", 6]]);
    expect(groupBy(frame, ["a", "b"]).agg({ c: "sum" }).values).toEqual([
      ["x", "1-2", 5],
      ["x-1", "2", 1],
    ]);
  });

  test("words, truths and dates", () => {
    const day = (d: number) => new Date(Date.UTC(2024, 0, d));
    const frame = frameOf({
      k: [day(2), day(1), new Date(day(2)), null],
      w: ["b", "a", "c", "d"],
      t: [true, false, null, true],
    });
    const out = groupBy(frame, "k").agg({ w: ["min", "max", "count"], t: ["mean", "first"] });
    expect(out.columns).toEqual(["k", "w_min", "w_max", "w_count", "t_mean", "t_first"]);
    expect(out.values).toEqual([
      [day(1), "a", "a", 1, 0, false],
      [day(2), "b", "c", 2, 1, true],
    ]);
    expect(groupBy(frame, "t").size().values).toEqual([
      [false, 1],
      [true, 2],
    ]);
    expect(agg(frame, { k: ["min", "nunique"] }).values).toEqual([[day(1), 2]]);
  });

  test("functions of one's own", () => {
    const range = (x: number[]) => Math.max(...x) - Math.min(...x);
    const out = groupBy(df, "town").agg({ n: [range, "count"] });
    expect(out.columns).toEqual(["town", "n_range", "n_count"]);
    expect(out.values[0]).toEqual(["Bern", 3, 2]);
    expect(groupBy(df, "town").agg({ n: (x: number[]) => x.length }).columns).toEqual([
      "town",
      "n",
    ]);
  });

  test("order of appearance, sizes, the groups themselves", () => {
    const groups = groupBy(df, "town", { sort: false });
    expect(groups.size().values).toEqual([
      ["Rome", 4],
      ["Oslo", 3],
      ["Bern", 2],
    ]);
    const [rome] = groups.groups();
    expect(rome.key).toEqual({ town: "Rome" });
    expect(rome.rows.index).toEqual([0, 3, 5, 9]);
    expect(rome.rows.columns).toEqual(df.columns);
    expect(groupBy(df, "town", { dropna: false }).size().values.slice(-1)).toEqual([[NONE, 1]]);
  });

  test("infinite numbers", () => {
    const frame = frameOf({ x: [1, Infinity, 3] });
    expect(agg(frame, { x: ["sum", "mean", "median", "std", "max"] }).values).toEqual([
      [Infinity, Infinity, 3, NONE, Infinity],
    ]);
  });

  test("agg goes over columns, where danfo's mean goes over rows", () => {
    const { DataFrame: Frame } = danfo();
    const frame = new Frame(
      [
        [1, 2],
        [3, 4],
        [5, 9],
      ],
      { columns: ["a", "b"] },
    );
    expect(frame.mean().values).toEqual([1.5, 3.5, 7]);
    expect(agg(frame, { a: "mean", b: "mean" }).values).toEqual([[3, 5]]);
  });

  test("nothing known, no rows, no keys", () => {
    const empty = frameOf({ k: [], x: [] });
    expect(groupBy(empty, "k").agg({ x: "mean" }).shape).toEqual([0, 2]);
    expect(groupBy(empty, "k").groups()).toEqual([]);
    expect(agg(empty, { x: ["count", "sum", "mean"] }).values).toEqual([[0, 0, NONE]]);
    expect(groupBy(frameOf({ k: [null], x: [1] }), "k").size().shape).toEqual([0, 2]);
    expect(groupBy(df, []).agg({ n: "sum" }).values).toEqual([[39]]);
  });

  test("keys 0 and -0 are one, 1 and true are not asked together", () => {
    expect(groupBy(frameOf({ k: [0, -0] }), "k").size().values).toEqual([[0, 2]]);
    expect(() => groupBy(frameOf({ k: [1, true] }), "k")).toThrow(
      'groupBy: column "k" must hold numbers, as above, row 1 is true',
    );
  });

  test("a hundred thousand rows in many groups", () => {
    const random = rng(2);
    const m = 100_000;
    const frame = frameOf({
      k: random.integers(0, 20_000, m),
      j: random.integers(0, 3, m),
      x: random.random(m),
    });
    const out = groupBy(frame, ["k", "j"]).agg({ x: ["count", "mean"] });
    const counts = out.column("x_count").values as number[];
    expect(counts.reduce((a, b) => a + b)).toBe(m);
  }, 20_000);

  test.each<[() => unknown, string]>([
    [() => groupBy([[1]] as never, "k"), "groupBy: df must be a DataFrame, got an array"],
    [
      () => groupBy(df, "city"),
      'groupBy: df has no column "city"; columns: town, year, x, n, flag',
    ],
    [() => groupBy(df, ["town", "town"]), 'groupBy: keys must differ, "town" comes twice'],
    [
      () => groupBy(df, 3 as never),
      "groupBy: keys must be the name of a column or an array of names, got 3",
    ],
    [
      () => groupBy(df, "town", { dropna: 1 as never }),
      "groupBy: dropna must be true or false, got 1",
    ],
    [() => groupBy(df, "town", { asIndex: true } as never), 'groupBy: options has no "asIndex"'],
    [
      () => groupBy(df, "n").agg({ town: "mean" }),
      'agg: mean of column "town" needs numbers, it holds strings',
    ],
    [
      () => groupBy(df, "n").agg({ x: "average" as AggregateName }),
      'agg: the function of column "x" must be a function or one of "sum"',
    ],
    [
      () => groupBy(df, "n").agg({ x: "constructor" as AggregateName }),
      'got "constructor" (string)',
    ],
    [() => groupBy(df, "n").agg({ z: "mean" }), 'agg: df has no column "z"'],
    [
      () => groupBy(df, "n").agg({ n: "sum" }),
      'agg: two columns of the result would be called "n"',
    ],
    [() => groupBy(df, "n").agg({}), "agg: spec must name at least one column"],
    [
      () => groupBy(df, "n").agg(3 as never),
      "agg: spec must be a function's name or an object { column: function }",
    ],
    [
      () => agg(df, { x: ["sum", "sum"] }),
      'agg: two columns of the result would be called "x_sum"',
    ],
    [
      () => agg(df, { x: [() => undefined as never] }),
      'custom of column "x" must return a number, word, truth or date, got undefined',
    ],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});

test("one function for every column of numbers but the keys", () => {
  const df = frameOf({ k: [1, 1, 2], x: [1, 3, 5], w: ["a", "b", "c"], y: [2, null, 8] });
  expect(groupBy(df, "k").agg("mean").values).toEqual([
    [1, 2, 2],
    [2, 5, 8],
  ]);
  expect(groupBy(df, "w").agg(["min", "max"]).columns).toEqual([
    "w",
    "k_min",
    "k_max",
    "x_min",
    "x_max",
    "y_min",
    "y_max",
  ]);
  expect(agg(df, "count").values).toEqual([[3, 3, 2]]);
  expect(() => groupBy(frameOf({ w: ["a"] }), "w").agg("mean")).toThrow(
    "agg: df has no column of numbers beside w",
  );
});
