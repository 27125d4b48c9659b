/** What danfo needs for a few of its verbs is loaded when they come, and does what it does. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Kernel, textOf } from "../../client";
import { plainResult } from "./plainResult";

const folder = mkdtempSync(join(tmpdir(), "lazy-"));
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(async () => {
  await kernel?.stop();
  rmSync(folder, { recursive: true });
});

const plain = (code: string) => plainResult(kernel, code);

const PACKAGE = "/node_modules.(mathjs|request|xlsx)\\b/";
const loaded = () =>
  plain(
    `[...new Set(Object.keys((Module as any)._cache).flatMap((path) => ${PACKAGE}.exec(path)?.[1] ?? []))].sort().join()`,
  );

test("nothing of it is loaded with danfo, nor is anything said", async () => {
  await plain('import Module from "module"');
  const run = await kernel.run('import * as dfd from "danfojs-node"; dfd.__version;');
  expect(textOf(run.iopub, "stderr")).toBe("");
  expect(await loaded()).toBe("''");
});

test("statistics", async () => {
  await plain("const df = new dfd.DataFrame([[1, 2], [4, 8], [7, 5]])");
  expect(await plain("df.std({ axis: 0 }).values")).toBe("[ 3, 3 ]");
  expect(await plain("df.median({ axis: 0 }).values")).toBe("[ 4, 5 ]");
  expect(await plain('df.groupby(["0"]).col(["1"]).var().values.length')).toBe("3");
  expect(await loaded()).toBe("'mathjs'");
});

test("tables of Excel", async () => {
  const filePath = JSON.stringify(join(folder, "frame.xlsx"));
  await plain(`dfd.toExcel(df, { filePath: ${filePath} }); undefined`);
  expect(await plain(`(await dfd.readExcel(${filePath}) as any).values.join(";")`)).toBe(
    "'1,2;4,8;7,5'",
  );
  expect(await loaded()).toBe("'mathjs,xlsx'");
});

test("files from the network", async () => {
  const lines = [
    'import http from "http";',
    'const server = http.createServer((_, answer) => { answer.end("a,b\\n1,2\\n"); });',
    "await new Promise<void>((done) => server.listen(0, done));",
    'const read = await dfd.readCSV("http://localhost:" + (server.address() as any).port);',
    "server.close();",
    "read.values.join()",
  ];
  expect(await plain(lines.join("\n"))).toBe("'1,2'");
  expect(await loaded()).toBe("'mathjs,request,xlsx'");
});
