/** Files of settings in JSON, which several parts of set-up write to. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { writeWhole } from "./files";
import { Problem } from "./problem";

/** Values of settings, by section. */
export type Settings = Record<string, Record<string, unknown>>;

function parse(file: string, text: string): Settings {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(
      `${file} is not JSON (${(error as Error).message}). Mend it or delete it, then run the command again.`,
    );
  }
}

/** Sets values in a file and leaves its others; a file that holds them already is not touched. */
export function putSettings(file: string, settings: Settings): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  const merged = parse(file, before);
  for (const [section, values] of Object.entries(settings)) {
    merged[section] = { ...merged[section], ...values };
  }
  const after = `${JSON.stringify(merged, null, 2)}\n`;
  if (after === before) return;
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, after);
}
