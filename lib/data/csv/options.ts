import {
  describeValue,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireOptions,
} from "../../core";
import type { ColumnType } from "./column";
import type { Notation } from "./notation";
import type { TableRules } from "./rules";

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
   * "<NA>", "#N/A", and in columns of numbers "?", "-", "--", ".", "..", "..." as well. A number means
   * itself however it is written: with "-999", -999.0 is not known either.
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

/** What the options ask for. @throws TypeError, RangeError for options that are unknown or make no sense. */
export function rulesOf(options: ReadCSVOptions): TableRules {
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
