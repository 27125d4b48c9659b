import type { DataFrame } from "danfojs-node";
import { describeValue, requireOneOf, requireOptions } from "../core";
import { type ColumnType, columnNames, columnValues, dtypeOf, type Value } from "./columns";
import { parseCSV } from "./csv";
import { danfo } from "./engines";
import { readBytes } from "./file";

/** Options of `readCSV`. */
export interface ReadCSVOptions {
  /** Types of columns by name. Default: told from the fields. */
  types?: Readonly<Record<string, ColumnType>>;
  /** Fields that mean "not known". Default "", "NA", "N/A", "nan", "NaN", "null". */
  missing?: readonly string[];
  /** One character between fields. Default ",". */
  separator?: string;
  /** Column whose values label the rows. Default: rows are numbered from 0. */
  index?: string;
}

const MISSING = ["", "NA", "N/A", "nan", "NaN", "null"];

function requireReadOptions(options: ReadCSVOptions): void {
  requireOptions("readCSV", options, ["types", "missing", "separator", "index"]);
  const { types = {}, missing = [], separator = "," } = options;
  for (const [name, type] of Object.entries(types)) {
    requireOneOf("readCSV", `types.${name}`, type, ["number", "string", "boolean"]);
  }
  if (!Array.isArray(missing)) {
    throw new TypeError(
      `readCSV: missing must be an array of strings, got ${describeValue(missing)}`,
    );
  }
  if (typeof separator !== "string" || separator.length !== 1) {
    throw new RangeError(
      `readCSV: separator must be one character, got ${describeValue(separator)}`,
    );
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SyntaxError("the file is not text in UTF-8", { cause });
  }
}

/** Names and values of all columns. Its errors do not know the name of the file. */
function columnsOf(text: string, options: ReadCSVOptions): Map<string, Value[]> {
  const { types = {}, missing = MISSING, separator, index } = options;
  const lines = parseCSV(text, separator);
  const names = columnNames(lines);
  for (const name of [...Object.keys(types), ...(index === undefined ? [] : [index])]) {
    if (!names.includes(name)) {
      throw new RangeError(
        `there is no column ${JSON.stringify(name)}; columns: ${names.join(", ")}`,
      );
    }
  }
  if (names.length === 1 && index !== undefined) {
    throw new RangeError(`there is no column beside the index ${JSON.stringify(index)}`);
  }
  const rows = lines.slice(1);
  const unknown = new Set(missing);
  return new Map(names.map((name, j) => [name, columnValues(rows, j, name, unknown, types[name])]));
}

/**
 * Reads a CSV file with a line of column names into a danfo DataFrame.
 *
 * A column in which every known field is a number holds numbers; what is missing is NaN. (danfo's
 * label for numeric columns is `float32`, but the values keep their 53 bits.)
 *
 * @param path - Relative to the notebook's folder.
 * @returns A DataFrame with as many rows as the file has lines below the first. (It is there at once;
 * an `await` before the call does no harm.)
 * @throws Error if the file cannot be read; RangeError, naming the line, if it is empty or ragged,
 * or a column's name is missing or comes twice; TypeError, naming line and column, for a field that
 * is not of the type asked for; SyntaxError for a quote that is not closed.
 * @example
 * data.readCSV("nowhere.csv") // throws readCSV: cannot read "nowhere.csv" in
 */
export function readCSV(path: string, options: ReadCSVOptions = {}): DataFrame {
  requireReadOptions(options);
  const bytes = readBytes("readCSV", path);
  let columns: Map<string, Value[]>;
  try {
    columns = columnsOf(decode(bytes), options);
  } catch (error) {
    const Kind = (error as Error).constructor as ErrorConstructor;
    throw new Kind(`readCSV: ${path}: ${(error as Error).message}`, { cause: error });
  }
  const { index } = options;
  const labels = index === undefined ? undefined : columns.get(index);
  if (index !== undefined) columns.delete(index);
  const values = [...columns.values()];
  const { DataFrame: Frame } = danfo();
  return new Frame(
    values[0].map((_, i) => values.map((column) => column[i])),
    {
      columns: [...columns.keys()],
      dtypes: values.map(dtypeOf),
      ...(labels ? { index: labels as (string | number)[] } : {}),
    },
  );
}
