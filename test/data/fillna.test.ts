import { beforeAll, expect, test } from "vitest";
import { fillna } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { frameOf } from "./pandas";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const NONE = Number.NaN;
const df = frameOf({ x: [1, null, 3], w: ["a", null, ""], n: [1, 2, 3] }, ["r", "s", "t"]);

test("by column, or one value for all", () => {
  const out = fillna(df, { x: 0, w: "?" });
  expect(out.values).toEqual([
    [1, "a", 1],
    [0, "?", 2],
    [3, "", 3],
  ]);
  expect(out.index).toEqual(["r", "s", "t"]);
  expect(fillna(df, { x: 9 }).values[1]).toEqual([9, NONE, 2]);
  expect(fillna(frameOf({ x: [1, null], y: [null, null] }), 7).values).toEqual([
    [1, 7],
    [7, 7],
  ]);
  expect(df.values[1]).toEqual([NONE, NONE, 2]);
});

test("null, undefined, dates, truths", () => {
  const { DataFrame: Frame } = danfo();
  const frame = new Frame(
    [
      [null, 1],
      [2, undefined],
    ],
    { columns: ["a", "b"] },
  );
  expect(fillna(frame, 0).values).toEqual([
    [0, 1],
    [2, 0],
  ]);
  const day = new Date(0);
  const out = fillna(frameOf({ d: [day, null], t: [null, true] }), { d: day, t: false });
  expect(out.values).toEqual([
    [day, false],
    [day, true],
  ]);
  expect(out.dtypes).toEqual(["datetime", "boolean"]);
});

test.each<[unknown, string]>([
  [0, 'fillna: column "w" holds strings, value must be one, got 0'],
  [{ x: "none" }, 'fillna: column "x" holds numbers, value must be one, got "none"'],
  [{ z: 1 }, 'fillna: df has no column "z"; columns: x, w, n'],
  [{ x: NONE }, 'fillna: value of column "x" must be a number, word, truth or date, got NaN'],
  [
    NONE,
    "fillna: value must be a number, word, truth or date, or an object { column: value }, got NaN",
  ],
  [[1], "fillna: value must be a number"],
])("refuses %j", (value, message) => {
  expect(() => fillna(df, value as never)).toThrow(message);
});
