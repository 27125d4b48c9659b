import type { DataFrame } from "danfojs-node";
import { decode } from "./csv/decode";
import { type ReadCSVOptions, rulesOf } from "./csv/options";
import { type ReadTable, readTable } from "./csv/table";
import { readBytes } from "./file";
import { makeFrame } from "./frames/frame";

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
 * before the call does no harm.)
 * @throws Error if the file cannot be read; RangeError, naming the line, if it is empty or ragged, or
 * may be read in two ways; TypeError, naming line and column, for a field that is not of the type asked
 * for; SyntaxError for a quote that is not closed, or bytes that are no text. O(bytes).
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
  return makeFrame(table.names, table.values, table.labels, table.dtypes);
}
