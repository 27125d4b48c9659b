import { beforeAll, expect, test } from "vitest";
import { concat, takeRows } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { frameOf } from "./pandas";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const a = frameOf({ x: [1, 2], w: ["a", null] }, ["r", "s"]);
const b = frameOf({ w: ["c"], y: [3] });

test("rows of all, by the names of the columns, labelled anew", () => {
  const out = concat([a, b]);
  expect(out.columns).toEqual(["x", "w", "y"]);
  expect(out.values).toEqual([
    [1, "a", Number.NaN],
    [2, Number.NaN, Number.NaN],
    [Number.NaN, "c", 3],
  ]);
  expect(out.index).toEqual([0, 1, 2]);
  expect(a.shape).toEqual([2, 2]);
});

test("one frame, and frames without rows", () => {
  expect(concat([a]).values).toEqual(a.values);
  expect(concat([takeRows(a, []), a, takeRows(b, [])]).values).toEqual(
    concat([a, takeRows(b, [])]).values,
  );
  expect(concat([takeRows(a, [])]).shape[0]).toBe(0);
});

test.each<[string, () => unknown, string]>([
  ["no list", () => concat(a as never), "concat: frames must be a list of DataFrames"],
  ["none", () => concat([]), "concat: frames must hold at least one DataFrame"],
  ["no frame", () => concat([a, 3 as never]), "concat: frames[1] must be a DataFrame, got 3"],
])("refuse: %s", (_, run, message) => {
  expect(run).toThrow(message);
});
