import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { restoreUtil } from "../../lib/data/nodeUtil";

test("what is missing is put back, what is there stays", () => {
  const own = () => true;
  const util: Record<string, unknown> = { isArray: own };
  restoreUtil(util);
  const back = util.isNullOrUndefined as (x: unknown) => boolean;
  expect([null, undefined, 0, "", Number.NaN, {}].map(back)).toEqual([
    ...[true, true],
    ...[false, false, false, false],
  ]);
  expect(util.isArray).toBe(own);
  util.isArray = undefined;
  restoreUtil(util);
  expect((util.isArray as (x: unknown) => boolean)([1])).toBe(true);
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
