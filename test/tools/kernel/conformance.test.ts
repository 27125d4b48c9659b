import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ROOT, venvProgram } from "../../../tools/common/project";
import { spec } from "../../../tools/setup/kernel";
import { compileKernel } from "./client";

test("Jupyter's conformance tests pass, all of them", async () => {
  await compileKernel();
  const script = join(ROOT, "test", "tools", "kernel", "conformance.py");
  const args = [script, JSON.stringify(spec), join(ROOT, "Notes")];
  const python = spawn(venvProgram("python"), args, { stdio: ["ignore", "pipe", "pipe"] });
  const [report, log] = await Promise.all([text(python.stdout), text(python.stderr)]);
  expect(report, log).not.toBe("");
  const { ran, failed, skipped } = JSON.parse(report);
  expect(failed.join("\n")).toBe("");
  expect(skipped).toEqual([]);
  expect(ran).toBe(13);
});
