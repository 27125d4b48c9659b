import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DataFrame } from "danfojs-node";
import { dateText, describeValue, requireBoolean, requireOneOf, requireOptions } from "../core";
import { SOFT_MISSING } from "./csv/evidence";
import { MISSING } from "./csv/options";
import { isMissing, partsOf } from "./frames/frame";

/** Options of `writeCSV`. */
export interface WriteCSVOptions {
  /** One character between fields: "," or ";" or "\t" or "|". Default ",". */
  separator?: string;
  /** Whether the labels of the rows are written. Default: unless they are 0, 1, 2, …. */
  index?: boolean;
}

/** Words that `readCSV` would take for something else if they stood bare. */
const SPECIAL = new Set([...MISSING, ...SOFT_MISSING, "true", "false"]);

/** Begins as a number, an infinity or a remark does, or with a blank, or ends with one. */
const SUSPECT = /^[+-]?[\d.#]|^[+-]?inf|^\s|\s$/i;

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function wordText(text: string, separator: string): string {
  const needed = /["\r\n]/.test(text) || text.includes(separator);
  const special = SPECIAL.has(text.toLowerCase()) || SPECIAL.has(text) || SUSPECT.test(text);
  return needed || special ? quote(text) : text;
}

/** Whole numbers beyond 2⁵³ with an exponent: as digits alone they would be an id, and a string. */
function numberText(x: number): string {
  if (Object.is(x, -0)) return "-0";
  return Number.isInteger(x) && !Number.isSafeInteger(x) ? x.toExponential() : String(x);
}

function fieldText(v: unknown, separator: string, none: string): string | undefined {
  if (isMissing(v)) return none;
  if (typeof v === "number") return numberText(v);
  if (typeof v === "string") return wordText(v, separator);
  if (typeof v === "boolean") return String(v);
  return v instanceof Date ? dateText(v) : undefined;
}

/**
 * A data frame as text of comma-separated values (RFC 4180, lines ending in LF), from which `readCSV`
 * makes the same frame again: numbers in the digits that tell them apart, words in quotes where they
 * would be taken for numbers, truths or missing values. Missing values are empty, dates ISO 8601 (to be
 * read with `types`). What is missing is read as NaN, whatever it was.
 *
 * A name that is empty can only be read back as that of the labels, and words that all hold commas
 * between digits ("1,234") only with `types`.
 *
 * @param df - DataFrame with m rows.
 * @returns Text, a line a row below that of the names.
 * @throws TypeError, naming column and row, for an entry that is neither number, word, truth nor date;
 * RangeError for a frame without columns. O(cells).
 * @example
 * data.formatCSV(data.toDataFrame([[1, 0.5]], { columns: ["n", "x, y"] })) // => "n,\"x, y\"\n1,0.5\n"
 */
export function formatCSV(df: DataFrame, options: WriteCSVOptions = {}): string {
  return csvText("formatCSV", df, options);
}

function csvText(caller: string, df: DataFrame, options: WriteCSVOptions): string {
  const { names, columns, index, rows } = partsOf(caller, df);
  requireOptions(caller, options, ["separator", "index"]);
  const { separator = ",", index: asked } = options;
  requireOneOf(caller, "separator", separator, [",", ";", "\t", "|"]);
  if (asked !== undefined) requireBoolean(caller, "index", asked);
  if (names.length === 0) throw new RangeError(`${caller}: df must have a column, got none`);
  const isLabelled = asked ?? index.some((label, i) => label !== i);
  // an empty line is no row to most readers
  const none = names.length === 1 && !isLabelled ? "NA" : "";
  const written = columns.map((column, j) =>
    Array.from(column, (v, i) => {
      const text = fieldText(v, separator, none);
      if (text !== undefined) return text;
      throw new TypeError(
        `${caller}: column ${JSON.stringify(names[j])} must hold numbers, words, truths or dates, ` +
          `row ${index[i]} is ${describeValue(v)}`,
      );
    }),
  );
  const all = isLabelled ? [index.map((l) => fieldText(l, separator, "")), ...written] : written;
  const heads = [...(isLabelled ? [""] : []), ...names.map((name) => wordText(name, separator))];
  const lines = Array.from({ length: rows }, (_, i) => all.map((c) => c[i]).join(separator));
  return `${[heads.join(separator), ...lines].join("\n")}\n`;
}

/**
 * Writes a data frame into a file, as `formatCSV` puts it; a file of that name is replaced.
 *
 * @param path - Relative to the notebook's folder.
 * @param df - The frame.
 * @returns Nothing.
 * @throws TypeError and RangeError as `formatCSV`; Error if the file cannot be written. O(cells).
 * @example
 * data.writeCSV("nowhere/x.csv", data.toDataFrame([[1]])) // throws writeCSV: cannot write "nowhere/x.csv"
 */
export function writeCSV(path: string, df: DataFrame, options: WriteCSVOptions = {}): void {
  if (typeof path !== "string" || path === "") {
    throw new TypeError(`writeCSV: path must be the name of a file, got ${describeValue(path)}`);
  }
  const text = csvText("writeCSV", df, options);
  try {
    writeFileSync(resolve(path), text);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "no such folder" : code === "EISDIR" ? "it is a folder" : code;
    throw new Error(
      `writeCSV: cannot write ${JSON.stringify(path)} in ${process.cwd()}: ${String(why)}`,
      { cause },
    );
  }
}
