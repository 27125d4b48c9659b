import type { Cells } from "./cells";
import { hasNames } from "./evidence";
import type { Extent } from "./extent";
import { lineAt } from "./fields";

/** A table of fields: what its columns are called, and where its rows begin. */
export interface Layout {
  names: string[];
  /** Whether the first line holds them. */
  headed: boolean;
  /** The number of the first field of each row. */
  rows: Int32Array;
  /** Above which of the rows the last empty line stands. */
  gap?: number;
}

/** What is said about the first line. */
export interface HeadOptions {
  /** Whether it holds the names. Default: told from the fields. */
  header?: boolean | undefined;
  /** Names in its place. */
  names?: readonly string[] | undefined;
  missing: ReadonlySet<string>;
}

/** One name after the other; one that has come before gets a number: a, a.1, a.2. */
export function distinct(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let k = 1; seen.has(own); k++) {
      const next = `${name}.${k}`;
      if (!taken.has(next) && !seen.has(next)) own = next;
    }
    seen.add(own);
    return own;
  });
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;

/** The rows of equal width; R leaves out the head above the labels of rows, so heads may be one fewer. */
function requireWidth(cells: Cells, rows: Int32Array, firstHeads: number): number {
  const { records, starts } = cells.fields;
  const width = (i: number) => records[rows[i] + 1] - records[rows[i]];
  const line = (i: number) => lineAt(cells.source.bytes, starts[records[rows[i]]]);
  const heads = width(0);
  const labelled = firstHeads > 0 && hasLabels(cells, rows);
  const cols = labelled ? heads + 1 : heads;
  for (let i = labelled ? 1 : 0; i < rows.length; i++) {
    if (width(i) !== cols) {
      const hint = heads === 1 ? " (skipRows leaves out lines above the table)" : "";
      throw new RangeError(
        `line ${line(i)}: must have ${count(cols, "field")} (columns of line ${line(0)}), got ${width(i)}${hint}`,
      );
    }
  }
  return cols;
}

/**
 * Whether each row below the heads has one field more, first of all a label: in quotes, or 1, 2, 3, …
 * before numbers. (A bare word there is more likely to be cut off from a text with a comma in it.)
 */
function hasLabels(cells: Cells, rows: Int32Array): boolean {
  const { records } = cells.fields;
  const heads = records[rows[0] + 1] - records[rows[0]];
  if (rows.length < 3) return false;
  const isNumber = (k: number) => /^[+-]?[\d.]/.test(cells.text(k));
  const seen = new Set<string>();
  for (let i = 1; i < rows.length; i++) {
    const k = records[rows[i]];
    const end = records[rows[i] + 1];
    if (end - k !== heads + 1) return false;
    const label = cells.text(k);
    let isLabel = !cells.isBare(k);
    if (!isLabel && label === String(i) && heads > 1) {
      isLabel = true;
      for (let j = k + 1; j < end; j++) isLabel &&= cells.isEmpty(j) || isNumber(j);
    }
    if (!isLabel || seen.has(label)) return false;
    seen.add(label);
  }
  return true;
}

/** Whether the last column has neither a name nor anything in it: lines that all end in a separator. */
function isNothing(cells: Cells, rows: Int32Array, j: number): boolean {
  return j > 0 && rows.every((k) => cells.isBare(k + j) && cells.isEmpty(k + j));
}

/**
 * The names of the columns and the rows below them.
 *
 * @throws RangeError if there is nothing, a row has more or fewer fields, names are given for another
 * number of columns, or it cannot be told whether the first line holds names.
 */
export function layOut(cells: Cells, { rows, gap }: Extent, options: HeadOptions): Layout {
  const { header, names, missing } = options;
  if (rows.length === 0) throw new RangeError("the file is empty");
  const { records, starts } = cells.fields;
  const width = requireWidth(cells, rows, header === false ? 0 : 1);
  const firsts = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) firsts[i] = records[rows[i]];
  const isShort = records[rows[0] + 1] - records[rows[0]] < width;
  const isIdle = !isShort && names?.length !== width && isNothing(cells, firsts, width - 1);
  const cols = isIdle ? width - 1 : width;
  const ownHeads = isShort ? cols - 1 : cols;
  const headed = isShort || (header ?? hasNames(cells, firsts, cols, missing));
  if (headed === undefined) {
    const line = lineAt(cells.source.bytes, starts[firsts[0]]);
    throw new RangeError(`line ${line} may hold names or data: say header: true or header: false`);
  }
  if (names !== undefined && names.length !== cols) {
    throw new RangeError(
      `names must have length ${cols} (columns of the file), got ${names.length}`,
    );
  }
  if (names !== undefined && headed && header === undefined) {
    throw new RangeError(
      "names are given, and the first line seems to hold names too: say header: true to put them " +
        "in their place, or header: false if it is data",
    );
  }
  const body = headed ? firsts.subarray(1) : firsts;
  if (body.length === 0) throw new RangeError("there are no rows below the names of the columns");
  const own = () => Array.from({ length: ownHeads }, (_, j) => cells.text(firsts[0] + j));
  const read = headed ? [...(isShort ? [""] : []), ...own()] : undefined;
  const numbered = () => Array.from({ length: cols }, (_, j) => String(j));
  const shift = headed ? 1 : 0;
  return {
    names: distinct(names ?? read ?? numbered()),
    headed,
    rows: body,
    ...(gap === undefined || gap <= shift ? {} : { gap: gap - shift }),
  };
}
