import type { CsvRow } from "./csv";

/** What a column may hold. */
export type ColumnType = "number" | "string" | "boolean";

/** One value of a column; a missing one is NaN, whatever the type, as danfo has it. */
export type Value = number | string | boolean;

const PATTERN: Record<ColumnType, RegExp> = {
  number: /^[+-]?((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|Infinity)$/,
  boolean: /^(true|false)$/i,
  string: /^/,
};

/** Numbers if all that is there are numbers, likewise booleans, otherwise strings. */
function guess(fields: readonly string[]): ColumnType {
  const fits = (type: ColumnType) => fields.every((field) => PATTERN[type].test(field));
  return fits("number") ? "number" : fits("boolean") ? "boolean" : "string";
}

/**
 * The values of column j.
 *
 * @param wanted - Its type, or undefined to have it guessed.
 * @throws TypeError that names the line, for a field that is not of the type asked for.
 */
export function columnValues(
  rows: readonly CsvRow[],
  j: number,
  name: string,
  missing: ReadonlySet<string>,
  wanted: ColumnType | undefined,
): Value[] {
  const fields = rows.map((row) => row.fields[j].trim());
  const type = wanted ?? guess(fields.filter((field) => !missing.has(field)));
  return fields.map((field, i) => {
    if (missing.has(field)) return Number.NaN;
    if (!PATTERN[type].test(field)) {
      throw new TypeError(
        `line ${rows[i].line}: column ${JSON.stringify(name)} must hold ${type}s, got ${JSON.stringify(field)}`,
      );
    }
    if (type === "number") return Number(field);
    return type === "boolean" ? field.toLowerCase() === "true" : field;
  });
}

/** danfo's name for the type of a column. A column with nothing known counts as numeric. */
export function dtypeOf(values: readonly Value[]): string {
  const known = values.filter((v) => !Number.isNaN(v));
  if (known.some((v) => typeof v === "string")) return "string";
  if (known.some((v) => typeof v === "boolean")) return "boolean";
  return known.length === values.length && known.every(Number.isInteger) ? "int32" : "float32";
}

/**
 * The names of the columns, which are the fields of the first row.
 *
 * @throws RangeError if there is none, one is empty or comes twice, or a row has more or fewer
 * fields, with the number of its line.
 */
export function columnNames(rows: readonly CsvRow[]): string[] {
  if (rows.length === 0) throw new RangeError("the file is empty");
  const names = rows[0].fields.map((name) => name.trim());
  names.forEach((name, j) => {
    if (name === "") throw new RangeError(`column ${j + 1} has no name`);
    const first = names.indexOf(name);
    if (first < j) {
      throw new RangeError(
        `columns ${first + 1} and ${j + 1} are both called ${JSON.stringify(name)}`,
      );
    }
  });
  for (const { fields, line } of rows) {
    if (fields.length !== names.length) {
      throw new RangeError(
        `line ${line}: must have ${names.length} fields (columns of the first line), got ${fields.length}`,
      );
    }
  }
  if (rows.length === 1) throw new RangeError("there are no rows below the names of the columns");
  return names;
}
