import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { restoreUtil } from "../../lib/data/nodeUtil";

test("what tfjs-node asks of util answers as Node's own did", () => {
  const util: Record<string, unknown> = { isArray: undefined, inspect: "kept" };
  restoreUtil(util);
  const answers = (name: string, values: unknown[]) =>
    values.map(util[name] as (x: unknown) => boolean);
  expect(answers("isNullOrUndefined", [null, undefined, 0, "", Number.NaN, {}])).toEqual([
    ...[true, true],
    ...[false, false, false, false],
  ]);
  expect(answers("isArray", [[], [1], { length: 0 }, new Float32Array(1)])).toEqual([
    ...[true, true],
    ...[false, false],
  ]);
  expect(util.inspect).toBe("kept");
});

test("no warning of Node is left: it would stand in the output of a cell", () => {
  const util: Record<string, unknown> = {
    isNullOrUndefined: () => expect.fail("deprecated"),
    isArray: () => expect.fail("deprecated"),
  };
  restoreUtil(util);
  expect((util.isNullOrUndefined as (x: unknown) => boolean)(1)).toBe(false);
  expect((util.isArray as (x: unknown) => boolean)(1)).toBe(false);
});

test("tfjs-node computes in a Node that has dropped the functions, once the library is loaded", () => {
  const program = `
    const util = require("node:util");
    delete util.isNullOrUndefined;
    delete util.isArray;
    require("tsx/cjs");
    const { data } = require("./lib/index.ts");
    const tf = require("@tensorflow/tfjs-node");
    console.log(tf.tensor([1, 2]).add(1).arraySync().join());`;
  const ran = spawnSync(process.execPath, ["-e", program], {
    cwd: join(__dirname, "..", ".."),
    encoding: "utf8",
  });
  expect(ran.stderr).toBe("");
  expect(ran.stdout.trim()).toBe("2,3");
});
