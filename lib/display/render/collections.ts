import { table } from "../table";
import type { Bundle } from "./bridge";
import { joinMath, pairsBundle, tableBundle } from "./bundle";
import * as kinds from "./kinds";
import { entriesOf } from "./objects";
import type { ShowOptions } from "./options";
import { textBundle, wordOf, wordsOf } from "./words";

/** Draws one thing that is part of another. */
export type Draw = (thing: unknown, options: ShowOptions) => Bundle[];

/** Things drawn one below the other, and rows of a table of names and values. */
const [THINGS, PAIRS] = [20, 100];

/** The first things of many, and how many are left out. */
function first<T>(list: readonly T[], draw: (thing: T) => Bundle[]): Bundle[] {
  const out = list.slice(0, THINGS).flatMap(draw);
  if (list.length <= THINGS) return out;
  return [...out, { "text/plain": `(${list.length} things, ${THINGS} shown)` }];
}

/** Lists that are not mathematics: of objects or of rows, tables; of words, one line. */
export function renderList(list: readonly unknown[], options: ShowOptions, draw: Draw): Bundle[] {
  const { name, digits } = options;
  if (list.length === 0) return [textBundle(name, "[ ] (empty)")];
  if (list.every(kinds.isWord)) return [textBundle(name, wordsOf(list, digits))];
  const rows = kinds.isRows(list) && list.every((row) => row.every(kinds.isWord));
  const records = list.every(kinds.isPlainObject) && !list.some(kinds.isFigure);
  if (rows || records) return [tableBundle(table(list as Record<string, unknown>[]), options)];
  return first(list, (thing) => draw(thing, options));
}

/** A value in a table of names and values. */
function cell(value: unknown, digits?: number): string {
  const missing = value === null || value === undefined || Number.isNaN(value);
  return missing ? "–" : wordOf(value, digits);
}

function pairsTable(entries: readonly [string, unknown][], options: ShowOptions): Bundle {
  const most = options.maxRows ?? PAIRS;
  const shown = entries.length <= most ? entries : entries.slice(0, most);
  return pairsBundle(
    shown.map(([name, value]) => [name, cell(value, options.digits)]),
    options.caption ?? options.name,
    shown === entries ? null : `${entries.length} entries, ${most} shown`,
  );
}

/** Named things: one table if all are words and numbers, otherwise what is mathematics together. */
function renderEntries(
  entries: readonly [string, unknown][],
  options: ShowOptions,
  draw: Draw,
): Bundle[] {
  if (entries.length > 1 && entries.every(([, value]) => kinds.isWord(value))) {
    return [pairsTable(entries, options)];
  }
  const { caption, ...rest } = options;
  const out: Bundle[] = [];
  let pieces: Bundle[] = [];
  const flush = () => {
    if (pieces.length > 0) out.push(joinMath(pieces, out.length === 0 ? caption : undefined));
    else if (out.length === 0 && caption) out.push({ "text/plain": caption });
    pieces = [];
  };
  first(entries, ([name, value]) => {
    const bundles =
      kinds.isWord(value) && typeof value !== "number"
        ? [textBundle(name, cell(value, options.digits))]
        : draw(value, { ...rest, name });
    if (bundles.length === 1 && bundles[0]["text/latex"] !== undefined) pieces.push(bundles[0]);
    else {
      flush();
      out.push(...bundles);
    }
    return [];
  }).forEach((note) => {
    flush();
    out.push(note);
  });
  flush();
  return out;
}

/** The entries of an object, functions passed over. */
export function renderNamed(things: object, options: ShowOptions, draw: Draw): Bundle[] {
  const entries = entriesOf(things).filter(([, value]) => typeof value !== "function");
  if (entries.length === 0) return [textBundle(options.name, "{ } (empty)")];
  return renderEntries(entries, options, draw);
}

/** A map, its keys as names. */
export function renderMap(
  map: ReadonlyMap<unknown, unknown>,
  options: ShowOptions,
  draw: Draw,
): Bundle[] {
  if (map.size === 0) return [textBundle(options.name, "{ } (empty)")];
  const entries = Array.from(map, ([key, value]): [string, unknown] => [wordOf(key), value]);
  return renderEntries(entries, options, draw);
}
