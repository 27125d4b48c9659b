import { Cells, textOf } from "../cells";
import type { ColumnType } from "../column";
import type { Text } from "../decode";
import { SOFT_MISSING } from "../evidence";
import { type Extent, findRows } from "../extent";
import { splitFields } from "../fields";
import { type Layout, layOut } from "../heads";
import { numberOf } from "../numerals";
import type { TableRules } from "../rules";
import { SPELLED } from "../spelling";
import { toBoolean } from "../values";
import { type PlainColumn, SkippedColumn } from "./column";
import { Edges } from "./edges";
import { NumberColumn } from "./numberColumn";
import { Rows } from "./rows";
import { WordColumn } from "./wordColumn";

/**
 * Large tables without quotes are read in one pass, without noting where each of their fields is. What
 * their columns hold is told from the first rows, and where a later row says otherwise (or has an empty
 * line, a field too many, …) the table is left to those who read any.
 */

/** Bytes from which on it pays. */
const LARGE = 1 << 18;

/** Rows that are looked at first: more than `hasNames` looks at. */
const SAMPLE = 1200;

const QUOTE = 34;

const SEPARATORS = [",", ";", "\t", "|"];

/** A table whose columns are read when they are asked for. */
export interface PlainTable {
  names: string[];
  headed: boolean;
  read: (j: number) => ReturnType<PlainColumn["values"]>;
}

/** What makes the values of a column, for a column whose first texts are these; undefined if they do not tell. */
function kindOf(
  texts: readonly string[],
  soft: boolean,
): "number" | "boolean" | "string" | undefined {
  let [numbers, truths] = [0, 0];
  for (const text of texts) {
    if (numberOf(text, false) !== undefined) numbers++;
    else if (toBoolean(text) !== undefined) truths++;
    else if (soft && SOFT_MISSING.has(text)) continue;
    // one such word, and the column holds words
    else if (!SPELLED.test(text)) return "string";
    else return undefined;
  }
  if (numbers > 0) return truths > 0 ? undefined : "number";
  return truths > 0 ? "boolean" : undefined;
}

/** Whether the first rows, and what is asked for, let us hope for a plain table. */
const mayBePlain = (text: Text, from: number, separator: string, rules: TableRules): boolean =>
  text.bytes.length - from >= LARGE &&
  SEPARATORS.includes(separator) &&
  rules.notation === undefined &&
  [...rules.types.values()].every((type: ColumnType) => type === "string") &&
  // a field such as -999 is a number until one asks
  ![...rules.missing].some((field) => numberOf(field, true) !== undefined) &&
  !text.bytes.includes(QUOTE, from);

function columnOf(text: Text, edges: Edges, kind: string, rules: TableRules): PlainColumn {
  const { missing, soft } = rules;
  const read = (begin: number, end: number) => textOf(text, begin, end);
  const isMissing = (word: string) => missing.has(word) || (soft && SOFT_MISSING.has(word));
  if (kind === "number")
    return new NumberColumn(edges, (begin, end) => isMissing(read(begin, end)));
  if (kind === "boolean") {
    const truth = (word: string) => (isMissing(word) ? Number.NaN : toBoolean(word));
    return new WordColumn(edges, (begin, end) => truth(read(begin, end)), kind);
  }
  const own = (word: string) => (missing.has(word) ? Number.NaN : word);
  return new WordColumn(edges, (begin, end) => own(read(begin, end)), "string");
}

/** How the first rows are laid out; undefined if they are not right, as then a later row may be worse. */
function layOutFirst(cells: Cells, extent: Extent, rules: TableRules): Layout | undefined {
  try {
    return layOut(cells, extent, rules);
  } catch {
    return undefined;
  }
}

/**
 * The columns of a large plain table, as those who read any would have them; undefined where the table
 * is not so plain, or not right.
 */
export function readPlain(
  text: Text,
  from: number,
  separator: string,
  rules: TableRules,
): PlainTable | undefined {
  if (!mayBePlain(text, from, separator, rules)) return undefined;
  const { bytes } = text;
  const byte = separator.charCodeAt(0);
  const cells = new Cells(text, splitFields(bytes, byte, from, SAMPLE));
  const { records, count, starts } = cells.fields;
  const extent = findRows(cells, rules.comment);
  const cols = records[1] - records[0];
  if (extent.rows.length !== count || cols < 2) return undefined;
  for (let i = 0; i < count; i++) if (records[i + 1] - records[i] !== cols) return undefined;
  const layout = layOutFirst(cells, extent, rules);
  if (layout === undefined) return undefined;
  const { names, headed, rows } = layout;
  if (names.length !== cols) return undefined;
  const { columns: wanted, index } = rules;
  const edges = new Edges(bytes, byte);
  const columns: PlainColumn[] = [];
  for (const [j, name] of names.entries()) {
    if (wanted && !wanted.includes(name) && name !== index && name !== "") {
      columns.push(new SkippedColumn(edges));
      continue;
    }
    const texts = Array.from(rows, (k) => cells.text(k + j)).filter((t) => !rules.missing.has(t));
    const kind = rules.types.get(name) ?? kindOf(texts, rules.soft);
    if (kind === undefined) return undefined;
    columns.push(columnOf(text, edges, kind, rules));
  }
  const begin = starts[rows[0]];
  const all = new Rows(bytes, byte, columns, begin);
  const length = (starts[rows[rows.length - 1]] - begin) / (rows.length - 1);
  if (!all.readAll(Math.ceil((1.02 * (bytes.length - begin)) / length))) return undefined;
  return { names, headed, read: (j) => columns[j].values(all.count) };
}
