/** What a newcomer can do about an error, behind TypeScript's own words. */
import type { Place } from "../place";
import type { TS } from "../typescript";
import { moduleHint } from "./moduleHint";
import { nameHint } from "./nameHint";

/** TypeScript's numbers: a module cannot be found. */
const NO_MODULE = new Set([2307, 2732, 2792]);
/** A name cannot be found; 2584 goes on about an option that nobody can set here. */
const NO_NAME = new Set([2304, 2580, 2582]);
const NO_BROWSER = 2584;

export function hintFor(
  found: TS.Diagnostic,
  place: Place,
  program: TS.Program,
): string | undefined {
  const { code, file, start = 0, length = 0 } = found;
  const text = file?.text.slice(start, start + length) ?? "";
  if (NO_MODULE.has(code)) return moduleHint(place, text.replace(/^['"`]|['"`]$/g, ""));
  if (NO_NAME.has(code)) return nameHint(text, place, program);
  if (code === NO_BROWSER) return `${text} belongs to browsers; cells run in Node.`;
  return undefined;
}
