import type { DataFrame } from "danfojs-node";
import {
  describeValue,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireOptions,
} from "../core";
import type { ColumnType } from "./csv/column";
import { decode } from "./csv/decode";
import type { Notation } from "./csv/notation";
import { type ReadTable, readTable, type TableRules } from "./csv/table";
import { readBytes } from "./file";
import { makeFrame } from "./frames/frame";

/** Options of `readCSV`. What is not said is told from the file. */
export interface ReadCSVOptions {
  /** Whether the first line holds the names of the columns. */
  header?: boolean;
  /** Names of the columns, for a file without them or in the place of its own. */
  names?: readonly string[];
  /** The columns to read, in this order. Default: all. */
  columns?: readonly string[];
  /** Types of columns by name; dates only where they are asked for. */
  types?: Readonly<Record<string, ColumnType>>;
  /**
   * Fields that mean "not known". Default "", "NA", "N/A", "n/a", "nan", "NaN", "null", "NULL",
   * "<NA>", "#N/A", and in columns of numbers "?", "-", "--", ".", "..", "..." as well.
   */
  missing?: readonly string[];
  /** One character between fields: a comma, semicolon, tab or bar, or a space for any run of blanks. */
  separator?: string;
  /** The decimal sign: a point, or a comma. */
  decimal?: "." | ",";
  /** What parts thousands from hundreds: ",", ".", "'", "_" or " ". */
  thousands?: string;
  /** Column whose values label the rows; false: none. Default: a first column without a name. */
  index?: string | false;
  /** What lines above and below the table begin with that are no part of it. Default "#"; "" for none. */
  comment?: string;
  /** Lines to leave out at the top of the file. Default 0. */
  skipRows?: number;
  /** Lines to leave out at the end of the file. Default 0. */
  skipFooter?: number;
  /** Encoding, such as "latin1". Default: UTF-8 or UTF-16 if it is that, otherwise Latin-1. */
  encoding?: string;
}

const KNOWN = [
  "header",
  "names",
  "columns",
  "types",
  "missing",
  "separator",
  "decimal",
  "thousands",
  "index",
  "comment",
  "skipRows",
  "skipFooter",
  "encoding",
] as const;

export const MISSING = ["", "NA", "N/A", "n/a", "nan", "NaN", "null", "NULL", "<NA>", "#N/A"];

function requireStrings(name: string, list: readonly string[] | undefined): void {
  if (list === undefined) return;
  if (!Array.isArray(list) || !list.every((text) => typeof text === "string")) {
    const wrong = Array.isArray(list) ? list.find((text) => typeof text !== "string") : list;
    throw new TypeError(
      `readCSV: ${name} must be an array of strings, got ${Array.isArray(list) ? "one with " : ""}${describeValue(wrong)}`,
    );
  }
  const twice = name === "missing" ? undefined : list.find((text, i) => list.indexOf(text) < i);
  if (twice !== undefined) {
    throw new RangeError(`readCSV: ${name} must differ, ${JSON.stringify(twice)} comes twice`);
  }
}

function requireText(name: string, text: unknown, length?: number): void {
  if (text === undefined) return;
  if (typeof text !== "string") {
    throw new TypeError(`readCSV: ${name} must be a string, got ${describeValue(text)}`);
  }
  if (length !== undefined && text.length !== length) {
    throw new RangeError(`readCSV: ${name} must be one character, got ${describeValue(text)}`);
  }
}

function requireSigns({ separator, decimal, thousands }: ReadCSVOptions): Notation | undefined {
  requireText("separator", separator, 1);
  if (separator !== undefined && /["\r\n\u0080-\uffff]/.test(separator)) {
    throw new RangeError(
      `readCSV: separator must be a character of ASCII, no quote and no line end, got ${describeValue(separator)}`,
    );
  }
  if (decimal !== undefined) requireOneOf("readCSV", "decimal", decimal, [".", ","]);
  if (thousands !== undefined) {
    requireOneOf("readCSV", "thousands", thousands, [",", ".", "'", "’", "_", " "]);
  }
  if (decimal === undefined && thousands === undefined) return undefined;
  const point = decimal ?? (thousands === "." ? "," : ".");
  if (point === thousands) {
    throw new RangeError(
      `readCSV: decimal and thousands must differ, both are ${describeValue(point)}`,
    );
  }
  if (separator !== undefined && point === separator) {
    throw new RangeError(
      `readCSV: decimal and separator must differ, both are ${describeValue(point)}`,
    );
  }
  return { decimal: point, thousands };
}

function requireEncoding(encoding: string | undefined): void {
  requireText("encoding", encoding);
  if (encoding === undefined) return;
  try {
    new TextDecoder(encoding);
  } catch (cause) {
    throw new RangeError(
      `readCSV: encoding must be the name of one, such as "utf-8" or "latin1", got ${describeValue(encoding)}`,
      { cause },
    );
  }
}

function rulesOf(options: ReadCSVOptions): TableRules {
  requireOptions("readCSV", options, KNOWN);
  const { header, names, columns, types = {}, missing, separator, index } = options;
  const { comment = "#", skipRows = 0, skipFooter = 0, encoding } = options;
  if (header !== undefined) requireBoolean("readCSV", "header", header);
  requireStrings("names", names);
  requireStrings("columns", columns);
  requireStrings("missing", missing);
  if (typeof types !== "object" || types === null || Array.isArray(types)) {
    throw new TypeError(`readCSV: types must be an object, got ${describeValue(types)}`);
  }
  for (const [name, type] of Object.entries(types)) {
    requireOneOf("readCSV", `types.${name}`, type, ["number", "string", "boolean", "date"]);
  }
  const notation = requireSigns(options);
  requireText("comment", comment);
  if (index !== false) requireText("index", index);
  requireNumber("readCSV", "skipRows", skipRows, { min: 0, integer: true });
  requireNumber("readCSV", "skipFooter", skipFooter, { min: 0, integer: true });
  requireEncoding(encoding);
  return {
    header,
    names,
    columns,
    types: new Map(Object.entries(types)),
    index,
    missing: new Set(missing ?? MISSING),
    soft: missing === undefined,
    separator,
    notation,
    comment,
    skipRows,
    skipFooter,
  };
}

/**
 * Reads a file of comma-separated values (RFC 4180), or with semicolons, tabs or bars in their place,
 * into a danfo DataFrame. It may be pressed with gzip.
 *
 * What is told from the file:
 * - Names. A first line with words above numbers holds names, one of numbers is data, and then the
 *   columns are called "0", "1", …. Where it could be either (0, 1, 2 or years above numbers; words of
 *   which one comes twice, or that all come again below) the file is refused until `header` says which.
 *   A name that comes twice gets a number: a, a.1.
 * - Labels of the rows: a first column without a name, as R and pandas write it.
 * - Lines that are no part of the table: empty ones, remarks above and below it, and below it, after an
 *   empty line, lines of words with another number of fields (its source). A last column without name or
 *   value, where all lines end in a separator, is left out too.
 * - Types. A column in which every known field is a number holds numbers, likewise booleans, otherwise
 *   strings. 1,234.5 and 3,14 are numbers where the column leaves no doubt. Strings stay codes with
 *   zeros before them (007), telephone numbers with a plus, and whole numbers that a double cannot hold
 *   (ids beyond 2⁵³), and where a file quotes some fields and not others, what is quoted without need.
 *
 * What is missing is NaN. (danfo's label for numeric columns is `float32` or `int32`, but the values
 * keep their 53 bits.)
 *
 * @param path - Relative to the notebook's folder.
 * @returns A DataFrame with as many rows as the file has lines below the first (empty ones counted
 * when there is but one column, of which they are missing values). (It is there at once; an `await`
 * before the call does no harm.) Cost O(bytes).
 * @throws Error if the file cannot be read; RangeError, naming the line, if it is empty or ragged, or
 * may be read in two ways; TypeError, naming line and column, for a field that is not of the type asked
 * for; SyntaxError for a quote that is not closed, or bytes that are no text.
 * @example
 * data.readCSV("nowhere.csv") // throws readCSV: cannot read "nowhere.csv" in
 */
export function readCSV(path: string, options: ReadCSVOptions = {}): DataFrame {
  const rules = rulesOf(options);
  const bytes = readBytes("readCSV", path);
  let table: ReadTable;
  try {
    table = readTable(decode(bytes, options.encoding), rules);
  } catch (error) {
    const Kind = (error as Error).constructor as ErrorConstructor;
    throw new Kind(`readCSV: ${path}: ${(error as Error).message}`, { cause: error });
  }
  return makeFrame(table.names, table.values, table.labels);
}
