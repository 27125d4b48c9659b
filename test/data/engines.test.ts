import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { danfo } from "../../lib/data/engines";

/** danfo and tfjs take seconds to load on a busy machine. */
beforeAll(() => {
  danfo();
}, 60_000);

test("the library loads neither danfo nor tfjs until one is asked for", () => {
  const root = join(__dirname, "..", "..");
  const code = `
    require("./lib/index");
    const heavy = /node_modules.(danfojs-node|@tensorflow)/;
    console.log(Object.keys(require.cache).filter((file) => heavy.test(file)).length);`;
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const run = spawnSync(process.execPath, [tsx, "-e", code], { cwd: root, encoding: "utf8" });
  expect(run.stderr).toBe("");
  expect(run.stdout.trim()).toBe("0");
}, 30_000);

test("describe of a frame without numbers says so", () => {
  const { DataFrame } = danfo();
  const frame = new DataFrame([["a"], ["b"]], { columns: ["x"] });
  expect(() => frame.describe()).toThrow("describe: the data frame has no numeric column");
});
