/**
 * Notebook cells are compiled by tslab's TypeScript 5.0, which reads the declarations that our much newer
 * compiler writes. What it does not understand turns into `any` without a word; here it is an error.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = join(__dirname, "..");
const ts: typeof import("@tslab/typescript-for-tslab") = require("@tslab/typescript-for-tslab");
// inside the project, so that the declarations find its packages
const out = mkdtempSync(join(ROOT, ".cache", "declarations-"));

beforeAll(() => {
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const args = ["-p", "lib", "--outDir", out, "--emitDeclarationOnly"];
  const ran = spawnSync(process.execPath, [tsc, ...args], { cwd: ROOT, encoding: "utf8" });
  expect(ran.stdout).toBe("");
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

test("TypeScript 5.0 reads every declaration that the library's index leads to", () => {
  const program = ts.createProgram([join(out, "index.d.ts")], {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: ["node"],
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.NodeJs,
    esModuleInterop: true,
  });
  const ours = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName.startsWith(out))
    .map(({ file, messageText }) => {
      const message = ts.flattenDiagnosticMessageText(messageText, " ");
      return `${relative(out, file!.fileName)}: ${message}`;
    });
  expect(program.getSourceFiles().length).toBeGreaterThan(100);
  expect(ours).toEqual([]);
});
