import { beforeAll, describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type MergeOptions, merge } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { expectTable, frameOf, pandas } from "./pandas";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const left = frameOf(pandas.left);
const right = frameOf(pandas.right);
const NONE = Number.NaN;

describe("merge", () => {
  test.each(["inner", "left", "right", "outer"] as const)("agrees with pandas: %s", (how) => {
    expectTable(merge(left, right, { on: "id", how }), pandas.merged[how]);
  });

  test("keys of different names, other suffixes", () => {
    const options = { leftOn: "v", rightOn: "id", how: "outer", suffixes: ["_l", "_r"] } as const;
    expectTable(merge(left, right, options), pandas.merged.keys);
  });

  test("several keys, dates, many with many", () => {
    const day = (d: number) => new Date(Date.UTC(2024, 0, d));
    const a = frameOf({ d: [day(1), day(1), day(2)], k: ["x", "y", "x"], p: [1, 2, 3] });
    const b = frameOf({ k: ["x", "x", "y"], d: [day(1), day(1), day(9)], q: [7, 8, 9] });
    expect(merge(a, b, { on: ["d", "k"] }).values).toEqual([
      [day(1), "x", 1, 7],
      [day(1), "x", 1, 8],
    ]);
    expect(merge(a, b, { on: ["d", "k"], how: "left" }).values.slice(2)).toEqual([
      [day(1), "y", 2, NONE],
      [day(2), "x", 3, NONE],
    ]);
  });

  test("empty frames", () => {
    const empty = frameOf({ id: [], q: [] });
    expect(merge(left, empty, { on: "id" }).shape).toEqual([0, 4]);
    expect(merge(empty, empty, { on: "id", how: "outer" }).columns).toEqual(["id", "q_x", "q_y"]);
    expect(merge(left, empty, { on: "id", how: "left" }).column("q").values).toEqual(
      new Array(5).fill(NONE),
    );
  });

  test("a number is no word, though danfo takes them for the same", () => {
    const a = frameOf({ k: [1, 2] });
    const b = frameOf({ k: ["1", "2"], w: [4, 5] });
    expect(() => merge(a, b, { on: "k" })).toThrow(
      'merge: column "k" of left holds numbers, column "k" of right strings',
    );
    const { merge: danfos } = require("danfojs-node") as typeof import("danfojs-node");
    expect(danfos({ left: a, right: b, on: ["k"], how: "inner" }).shape[0]).toBe(2);
  });

  test("a hundred thousand rows", () => {
    const random = rng(4);
    const m = 100_000;
    const a = frameOf({ id: random.permutation(m), p: random.random(m) });
    const b = frameOf({ id: random.permutation(m), q: random.random(m) });
    const out = merge(a, b, { on: "id" });
    expect(out.shape).toEqual([m, 3]);
    expect(out.column("id").values).toEqual(a.column("id").values);
  }, 20_000);

  test.each<[Partial<MergeOptions>, string]>([
    [{}, "merge: options must hold on, or leftOn and rightOn"],
    [
      { on: "id", leftOn: "v", rightOn: "id" },
      "merge: options must hold on, or leftOn and rightOn",
    ],
    [{ leftOn: "v" }, "merge: options must hold on, or leftOn and rightOn"],
    [{ on: "w" }, 'merge: right has no column "w"; columns: id, v, z'],
    [{ on: "z" }, 'merge: left has no column "z"; columns: id, v, w'],
    [{ on: [] }, "merge: leftOn and rightOn must name equally many columns, at least one"],
    [{ leftOn: ["id", "v"], rightOn: "id" }, "at least one, got 2 and 1"],
    [
      { on: "id", how: "cross" as never },
      'merge: how must be one of "inner", "left", "right", "outer"',
    ],
    [
      { on: "id", suffixes: ["", ""] },
      'merge: two columns of the result would be called "v"; choose other suffixes',
    ],
    [{ on: "id", suffixes: "_x" as never }, "merge: suffixes must be two strings, got"],
    [{ on: "id", by: 1 } as never, 'merge: options has no "by"'],
  ])("refuses: %j", (options, message) => {
    expect(() => merge(left, right, options as MergeOptions)).toThrow(message);
  });

  test("refuses what is no frame, by its side", () => {
    expect(() => merge(1 as never, right, { on: "id" })).toThrow(
      "merge: left must be a DataFrame, got 1",
    );
    expect(() => merge(left, [] as never, { on: "id" })).toThrow(
      "merge: right must be a DataFrame",
    );
  });
});
