import { beforeAll, describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { sortBy } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { frameOf, pandas } from "./pandas";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const df = frameOf(pandas.frame);
const NONE = Number.NaN;

describe("sortBy", () => {
  test.each(Object.keys(pandas.sorted))("agrees with pandas: %s", (name) => {
    const [by, ascending] = JSON.parse(name) as [string[], boolean[]];
    const out = sortBy(df, by, { ascending });
    expect(out.index).toEqual(pandas.sorted[name]);
    expect(out.values).toEqual(pandas.sorted[name].map((i) => (df.values as unknown[])[i]));
  });

  test("numbers with one missing, which danfo leaves unsorted", () => {
    const { DataFrame: Frame } = danfo();
    const frame = new Frame([[3], [NONE], [1], [2]], { columns: ["x"] });
    expect(frame.sortValues("x").values.flat()).toEqual([3, NONE, 1, 2]);
    expect(sortBy(frame, "x").values.flat()).toEqual([1, 2, 3, NONE]);
    expect(sortBy(frame, "x", { ascending: false }).values.flat()).toEqual([3, 2, 1, NONE]);
  });

  test("a Series of words, which danfo sorts backwards", () => {
    const { Series } = danfo();
    const words = new Series(["b", "a", "c"], { columns: ["w"], index: [7, 8, 9] });
    expect(words.sortValues().values).toEqual(["c", "b", "a"]);
    const out = sortBy(words);
    expect([out.values, out.index, out.columns]).toEqual([["a", "b", "c"], [8, 7, 9], ["w"]]);
    expect(sortBy(words, { ascending: false }).values).toEqual(["c", "b", "a"]);
  });

  test("words by code units, truths, dates, the whole word", () => {
    const of = (...x: unknown[]) => sortBy(frameOf({ x }), "x").values.flat();
    expect(of("b", "B", "ab", "aa", "é", "")).toEqual(["", "B", "aa", "ab", "b", "é"]);
    expect(of(true, false, null, true)).toEqual([false, true, true, NONE]);
    const [a, b] = [new Date(5), new Date(3)];
    expect(of(a, null, b)).toEqual([b, a, NONE]);
    expect(of(Infinity, -0, 0, -Infinity)).toEqual([-Infinity, -0, 0, Infinity]);
  });

  test("is stable for many rows, and leaves its argument alone", () => {
    const random = rng(1);
    const m = 100_000;
    const frame = frameOf({
      k: random.integers(0, 10, m),
      i: Array.from({ length: m }, (_, i) => i),
    });
    const out = sortBy(frame, "k").values as number[][];
    for (let i = 1; i < m; i++) {
      const [a, b] = [out[i - 1], out[i]];
      if (!(a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]))) expect.fail(`row ${i}`);
    }
    expect(frame.column("i").values[5]).toBe(5);
  });

  test("no rows", () => {
    expect(sortBy(frameOf({ x: [] }), "x").shape).toEqual([0, 1]);
  });

  test.each<[() => unknown, string]>([
    [() => sortBy(df, "z"), 'sortBy: df has no column "z"'],
    [() => sortBy(df, []), "sortBy: by must name at least one column, got an array of length 0"],
    [() => sortBy(df, ["x", "x"]), 'sortBy: by must differ, "x" comes twice'],
    [
      () => sortBy(df, "x", { ascending: 1 as never }),
      "sortBy: ascending must be true or false, got 1",
    ],
    [
      () => sortBy(df, "x", { ascending: [true, false] }),
      "sortBy: ascending must have length 1 (keys), got 2",
    ],
    [() => sortBy(df, "x", { descending: true } as never), 'sortBy: options has no "descending"'],
    [
      () => sortBy([3, 1] as never, "x"),
      "sortBy: df must be a DataFrame, got an array of length 2",
    ],
    [
      () => sortBy(frameOf({ x: [1, "a"] }), "x"),
      'sortBy: column "x" must hold numbers, as above, row 1 is "a"',
    ],
    [
      () => sortBy(frameOf({ x: [[1]] }), "x"),
      'column "x" must hold numbers, words, truths or dates, row 0 is',
    ],
  ])("refuses: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
