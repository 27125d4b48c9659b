import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadCompiled } from "../../../../tools/kernel/language/codeCache";

const folder = mkdtempSync(join(tmpdir(), "code-"));
const file = join(folder, "module.js");
const cache = join(folder, "cache");
writeFileSync(
  file,
  'exports.sep = require("path").sep; exports.file = __filename; exports.three = () => 3;',
);
afterAll(() => rmSync(folder, { recursive: true }));

const load = () => loadCompiled(file, cache);
const kept = () => join(cache, readdirSync(cache)[0]!);

test("a module is loaded as require loads it, and found loaded", () => {
  const { exports } = load();
  expect(exports).toMatchObject({ sep: "/", file });
  expect((exports as { three(): number }).three()).toBe(3);
  expect(existsSync(cache)).toBe(false);
});

test("its compiled form is kept once, and anew when the module has changed", () => {
  load().keep();
  expect(readdirSync(cache)).toHaveLength(1);
  const first = statSync(kept());
  load().keep();
  expect(statSync(kept()).ino).toBe(first.ino);
  writeFileSync(file, "exports.three = () => 'three';");
  const later = Date.now() / 1000 + 10;
  utimesSync(file, later, later);
  const again = load();
  expect((again.exports as { three(): string }).three()).toBe("three");
  again.keep();
  expect(statSync(kept()).size).not.toBe(first.size);
});

test("rubbish in its place does no harm", () => {
  const other = join(folder, "other.js");
  writeFileSync(other, "exports.four = 4;");
  writeFileSync(kept(), "rubbish");
  expect(loadCompiled(other, cache).exports).toEqual({ four: 4 });
});
