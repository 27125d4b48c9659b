import type { DataFrame } from "danfojs-node";
import { describeValue, requireOptions } from "../core";
import { parseCSV, type CsvRow as Row } from "./csv";
import { danfo } from "./engines";
import { readBytes } from "./file";

/** What a column may hold. */
export type ColumnType = "number" | "string" | "boolean";

/** Options of `readCSV`. */
export interface ReadCSVOptions {
  /** Types of columns by name. Default: numbers if all that is there are numbers, likewise booleans, otherwise strings. */
  types?: Readonly<Record<string, ColumnType>>;
  /** Fields that mean "not known". Default "", "NA", "N/A", "nan", "NaN", "null". */
  missing?: readonly string[];
  /** One character between fields. Default ",". */
  separator?: string;
  /** Column whose values label the rows. Default: rows are numbered from 0. */
  index?: string;
}

const MISSING = ["", "NA", "N/A", "nan", "NaN", "null"];
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$|^[+-]?Infinity$/;
const BOOLEAN = /^(true|false)$/i;

function guess(fields: readonly string[]): ColumnType {
  if (fields.every((f) => NUMBER.test(f))) return "number";
  return fields.every((f) => BOOLEAN.test(f)) ? "boolean" : "string";
}

/** The values of one column; missing ones are NaN, whatever the type, as danfo has it. */
function typed(
  path: string,
  name: string,
  column: readonly { text: string; line: number }[],
  missing: ReadonlySet<string>,
  wanted: ColumnType | undefined,
): (number | string | boolean)[] {
  const known = column.filter(({ text }) => !missing.has(text));
  const type = wanted ?? guess(known.map(({ text }) => text));
  const pattern = type === "number" ? NUMBER : type === "boolean" ? BOOLEAN : null;
  return column.map(({ text, line }) => {
    if (missing.has(text)) return Number.NaN;
    if (pattern && !pattern.test(text)) {
      throw new TypeError(
        `readCSV: ${path}, line ${line}: column ${JSON.stringify(name)} must hold ${type}s, got ${JSON.stringify(text)}`,
      );
    }
    if (type === "number") return Number(text);
    return type === "boolean" ? text.toLowerCase() === "true" : text;
  });
}

function headOf(path: string, records: readonly Row[]): string[] {
  const head = records[0]?.fields.map((name) => name.trim());
  if (!head) throw new RangeError(`readCSV: ${path} is empty`);
  head.forEach((name, j) => {
    if (name === "") throw new RangeError(`readCSV: ${path}: column ${j + 1} has no name`);
    const first = head.indexOf(name);
    if (first < j) {
      throw new RangeError(
        `readCSV: ${path}: columns ${first + 1} and ${j + 1} are both called ${JSON.stringify(name)}`,
      );
    }
  });
  for (const { fields, line } of records) {
    if (fields.length !== head.length) {
      throw new RangeError(
        `readCSV: ${path}, line ${line}: must have ${head.length} fields (columns of the first line), got ${fields.length}`,
      );
    }
  }
  return head;
}

/** danfo's name for the type of a column. */
function dtypeOf(values: readonly unknown[]): string {
  const known = values.filter((v) => !Number.isNaN(v));
  if (known.some((v) => typeof v === "string")) return "string";
  if (known.length > 0 && known.every((v) => typeof v === "boolean")) return "boolean";
  return known.length === values.length && known.every(Number.isInteger) ? "int32" : "float32";
}

/**
 * Reads a CSV file with a line of column names into a danfo DataFrame.
 *
 * A column in which every known field is a number holds numbers; what is missing is NaN. (danfo's
 * label for its numeric columns is `float32`, but the values keep their 53 bits.) An `await` before
 * the call does no harm.
 *
 * @param path - Relative to the notebook's folder.
 * @returns A DataFrame with as many rows as the file has lines below the first.
 * @throws Error if the file cannot be read; RangeError, naming the line, if it is empty or ragged,
 * or a column's name is missing or comes twice; TypeError, naming line and column, for a field that
 * is not of the type asked for.
 * @example
 * data.readCSV("nowhere.csv") // throws readCSV: cannot read "nowhere.csv" in
 */
export function readCSV(path: string, options: ReadCSVOptions = {}): DataFrame {
  requireOptions("readCSV", options, ["types", "missing", "separator", "index"]);
  const { types = {}, missing = MISSING, separator = ",", index } = options;
  if (typeof separator !== "string" || separator.length !== 1) {
    throw new RangeError(
      `readCSV: separator must be one character, got ${describeValue(separator)}`,
    );
  }
  const text = readBytes("readCSV", path).toString("utf8");
  const records = parse(path, text, separator);
  const head = headOf(path, records);
  for (const name of [...Object.keys(types), ...(index === undefined ? [] : [index])]) {
    if (!head.includes(name)) {
      throw new RangeError(
        `readCSV: ${path} has no column ${JSON.stringify(name)}; columns: ${head.join(", ")}`,
      );
    }
  }
  const rows = records.slice(1);
  const unknown = new Set(missing);
  const columns = head.map((name, j) => {
    const fields = rows.map(({ fields, line }) => ({ text: (fields[j] as string).trim(), line }));
    return typed(path, name, fields, unknown, types[name]);
  });
  const kept = head.map((_, j) => j).filter((j) => head[j] !== index);
  const labels = index === undefined ? undefined : columns[head.indexOf(index)];
  const { DataFrame: Frame } = danfo();
  return new Frame(
    rows.map((_, i) => kept.map((j) => columns[j]?.[i] as number | string | boolean)),
    {
      columns: kept.map((j) => head[j] as string),
      dtypes: kept.map((j) => dtypeOf(columns[j] as unknown[])),
      ...(labels ? { index: labels as (string | number)[] } : {}),
    },
  );
}

function parse(path: string, text: string, separator: string): Row[] {
  try {
    return parseCSV(text, separator);
  } catch (error) {
    throw new SyntaxError(`readCSV: ${path}, ${(error as Error).message}`, { cause: error });
  }
}
