import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "mml-data-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

let count = 0;

/** The path of a new file that holds the text, taken away after the tests. */
export function fileOf(text: string | Uint8Array): string {
  const path = join(folder, `${++count}.csv`);
  writeFileSync(path, text);
  return path;
}
