import { inspect } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { assign, type Row } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { frameOf } from "./pandas";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const df = frameOf({ m: [6, 9], v: [2, 3], w: ["a", null] }, ["r", "s"]);

test("values, series, typed arrays, functions and one value for all", () => {
  const out = assign(df, {
    list: [1, 2],
    typed: new Float64Array([0.1, 0.2]),
    series: df.column("m"),
    density: (row) => row.m / row.v,
    place: (_, i) => i,
    unit: "g",
  });
  expect(out.columns).toEqual([..."mvw", "list", "typed", "series", "density", "place", "unit"]);
  expect(out.values[1]).toEqual([9, 3, Number.NaN, 2, 0.2, 9, 3, 1, "g"]);
  expect(out.index).toEqual(["r", "s"]);
  expect(df.columns).toEqual(["m", "v", "w"]);
});

test("a column that exists is replaced in its place, by what was before it", () => {
  const out = assign(df, { v: (row) => 10 * row.v, twice: (row) => 2 * row.v });
  expect(out.columns).toEqual(["m", "v", "w", "twice"]);
  expect(out.column("v").values).toEqual([20, 30]);
  expect(out.column("twice").values).toEqual([40, 60]);
  expect(df.column("v").values).toEqual([2, 3]);
});

test("names that objects have, dates and truths", () => {
  const proto = "__proto__";
  const day = new Date(0);
  const out = assign(df, {
    constructor: [1, 2],
    [proto]: [3, 4],
    day,
    odd: (row) => row.m > 6,
  });
  expect(out.columns.slice(3)).toEqual(["constructor", "__proto__", "day", "odd"]);
  expect(out.dtypes.slice(5)).toEqual(["datetime", "boolean"]);
  expect(assign(out, { sum: (row) => row.constructor + row[proto] }).column("sum").values).toEqual([
    4, 6,
  ]);
});

test("a row is an ordinary object to those who look at it whole", () => {
  const whole = {
    json: (row: object) => JSON.stringify(row),
    copy: (row: object) => Object.keys({ ...row }).join(),
    log: (row: object) => inspect(row, { showHidden: true }).includes("m: 6"),
    other: (row: Row) => row.mas ?? 0,
  };
  const out = assign(frameOf({ m: [6], v: [2] }), whole);
  const row = '{"m":6,"v":2}';
  expect(out.values).toEqual([[6, 2, row, "m,v,json", true, 0]]);
});

test("danfo changes the frame and returns nothing", () => {
  const frame = frameOf({ a: [1, 2] });
  expect(frame.addColumn("a", [7, 8])).toBeUndefined();
  expect(frame.values).toEqual([[7], [8]]);
});

test.each<[string, () => unknown, string]>([
  ["too short", () => assign(df, { x: [1] }), 'column "x" must have length 2 (rows of df), got 1'],
  ["no column", () => assign(df, { x: {} as never }), 'column "x" must be a list of values'],
  ["undefined", () => assign(df, { x: undefined as never }), "got undefined"],
  [
    "an unknown column",
    () => assign(df, { x: (row) => row.mas }),
    'df has no column "mas"; columns: ',
  ],
  [
    "an unknown column, reckoned with",
    () => assign(df, { x: ({ mas }) => 2 * mas + 1 }),
    'no column "mas"',
  ],
  [
    "a name that objects have",
    () => assign(df, { x: (row) => row.hasOwnProperty }),
    'no column "hasOwnProperty"',
  ],
  ["no object", () => assign(df, [1] as never), "columns must be an object"],
  ["no frame", () => assign([[1]] as never, {}), "df must be a DataFrame"],
])("refuse: %s", (_, run, message) => {
  expect(run).toThrow(message);
});
