import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { putSettings } from "../../tools/common/settings";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "settings "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));

test("settings are put into a new file, in a new folder", () => {
  const file = join(folder, "etc", "jupyter", "config.json");
  putSettings(file, { KernelSpecManager: { allowed_kernelspecs: ["tslab"] } });
  expect(read(file)).toEqual({ KernelSpecManager: { allowed_kernelspecs: ["tslab"] } });
});

test("what others have set stays, in the same section and in others", () => {
  const file = join(folder, "config.json");
  writeFileSync(file, JSON.stringify({ A: { ours: 1, theirs: 2 }, B: { theirs: 3 } }));
  putSettings(file, { A: { ours: 4 }, C: { ours: 5 } });
  expect(read(file)).toEqual({ A: { ours: 4, theirs: 2 }, B: { theirs: 3 }, C: { ours: 5 } });
});

test("a file that holds them already is not written again", () => {
  const file = join(folder, "config.json");
  putSettings(file, { A: { ours: 1 } });
  const before = statSync(file).ino;
  putSettings(file, { A: { ours: 1 } });
  expect(statSync(file).ino).toBe(before);
});

test("a file that is no JSON is left as it is, with an error", () => {
  const file = join(folder, "config.json");
  writeFileSync(file, "{ half");
  expect(() => putSettings(file, { A: { ours: 1 } })).toThrow(`${file} is not JSON`);
  expect(readFileSync(file, "utf8")).toBe("{ half");
  expect(existsSync(`${file}.${process.pid}.partial`)).toBe(false);
});
