import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { describe as describeFrame } from "../../lib/data";
import { danfo } from "../../lib/data/engines";
import { expectTable, frameOf, pandas } from "./pandas";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

const df = frameOf(pandas.frame);
const NONE = Number.NaN;

test("agrees with pandas", () => {
  const out = describeFrame(df);
  expectTable(out, pandas.describe);
  expect(out.index).toEqual(pandas.describe.index);
});

test("columns asked for, with nothing known, of one value, infinite", () => {
  expect(describeFrame(df, { columns: ["n", "x"] }).columns).toEqual(["n", "x"]);
  const odd = describeFrame(frameOf({ a: [null, null], b: [5, null], c: [1, Infinity] }));
  expect(odd.column("a").values).toEqual([0, NONE, NONE, NONE, NONE, NONE, NONE, NONE]);
  expect(odd.column("b").values).toEqual([1, 5, NONE, 5, 5, 5, 5, 5]);
  expect(odd.column("c").values).toEqual([2, Infinity, NONE, 1, NONE, NONE, NONE, Infinity]);
});

test("null does no harm, which danfo's own describe fails on", () => {
  const { DataFrame: Frame } = danfo();
  const frame = new Frame({ a: [1, null, 3] });
  expect(describeFrame(frame).column("a").values.slice(0, 2)).toEqual([2, 2]);
  const code = `
    const { DataFrame } = require("danfojs-node");
    try { new DataFrame({ a: [1, null, 3] }).describe() } catch (error) { console.log(error.message) }`;
  const run = spawnSync(
    process.execPath,
    ["-e", `require("tsx/cjs"); require("./lib/data/nodeUtil").restoreUtil();${code}`],
    {
      encoding: "utf8",
    },
  );
  expect(run.stdout).toContain("Cannot calculate mean, unexpected type of argument");
}, 60_000);

test("refuses", () => {
  expect(() => describeFrame(frameOf({ w: ["a"] }))).toThrow(
    "describe: df has no column of numbers",
  );
  expect(() => describeFrame(df, { columns: ["town"] })).toThrow(
    'describe: column "town" must hold numbers, it holds strings',
  );
  expect(() => describeFrame(df, { columns: ["z"] })).toThrow('describe: df has no column "z"');
  expect(() => describeFrame(df, { include: "all" } as never)).toThrow(
    'describe: options has no "include"',
  );
});
