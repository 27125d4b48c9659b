import { Cells } from "./cells";
import { Column, type Reading, type Value } from "./column";
import type { Text } from "./decode";
import { dropLines, findRows, findStart, skipLines } from "./extent";
import { lineAt, splitFields } from "./fields";
import { layOut } from "./heads";
import { readPlain } from "./plain/readPlain";
import type { TableRules } from "./rules";
import { findSeparator } from "./separator";
import { mayBeGrouped } from "./spelling";
import { type ColumnValues, columnValues } from "./values";

/** Names and values of the columns, and the labels of the rows if they have any. */
export interface ReadTable {
  names: string[];
  values: Value[][];
  /** danfo's names for the types of columns, where they are known. */
  dtypes: (string | undefined)[];
  labels?: (string | number)[];
}

/** The line "sep=;" above a table tells spreadsheets its separator. */
function announced(bytes: Buffer, from: number): string | undefined {
  return bytes.toString("latin1", from, from + 6).match(/^sep=(.)[\r\n]/i)?.[1];
}

function requireColumn(names: readonly string[], name: string): number {
  const j = names.indexOf(name);
  if (j >= 0) return j;
  const shown = names.slice(0, 20).join(", ") + (names.length > 20 ? ", …" : "");
  throw new RangeError(`there is no column ${JSON.stringify(name)}; columns: ${shown}`);
}

/** Whether some fields are quoted and others, not empty, are bare. */
function hasTellingQuotes(cells: Cells): boolean {
  const { quoted, records, count } = cells.fields;
  if (quoted === 0) return false;
  for (let k = 0; k < records[count]; k++) if (cells.isBare(k) && !cells.isEmpty(k)) return true;
  return false;
}

/** The labels of the rows, when each has one and no two have the same. */
function labelsOf(values: readonly Value[]): (string | number)[] | undefined {
  const labels = values.filter(
    (v): v is string | number =>
      typeof v === "string" || (typeof v === "number" && !Number.isNaN(v)),
  );
  const own = labels.length === values.length && new Set(labels).size === labels.length;
  return own ? labels : undefined;
}

/** A remark that has as many fields as data without names may be the names. */
function requireNoHeadRemark(text: Text, remark: number, separator: string, cols: number): void {
  const { records } = splitFields(text.bytes, separator.charCodeAt(0), remark, 1);
  if (cols < 2 || records[1] !== cols) return;
  throw new RangeError(
    `line ${lineAt(text.bytes, remark)} may hold names or be a remark: say header: false if it is a remark, ` +
      'comment: "" if it holds the names',
  );
}

/**
 * Reads a text as a table. Its errors do not know the name of the file.
 *
 * @throws RangeError, TypeError, SyntaxError as `readCSV` says.
 */
export function readTable(file: Text, rules: TableRules): ReadTable {
  const start = skipLines(file.bytes, rules.skipRows);
  const end = dropLines(file.bytes, rules.skipFooter);
  const text = { ...file, bytes: file.bytes.subarray(0, Math.max(start, end)) };
  const said = announced(text.bytes, start);
  const begin = said === undefined ? start : skipLines(text.bytes, rules.skipRows + 1);
  const { from, remark } = findStart(text.bytes, begin, rules.comment, rules.header === false);
  const separator =
    rules.separator ?? said ?? findSeparator(text.bytes, from, rules.notation?.decimal);
  const unsure = remark !== undefined && rules.header === undefined;
  const plain = readPlain(text, from, separator, rules);
  if (plain && (plain.headed || !unsure)) {
    const read = (name: string) => plain.read(requireColumn(plain.names, name));
    return readColumns(plain.names, rules, (name) => ({ ...read(name), decimalComma: false }));
  }
  const cells = new Cells(text, splitFields(text.bytes, separator.charCodeAt(0), from));
  const layout = layOut(cells, findRows(cells, rules.comment), rules);
  if (unsure && !layout.headed) {
    requireNoHeadRemark(text, remark, separator, layout.names.length);
  }
  const reading: Reading = {
    cells,
    rows: layout.rows,
    gap: layout.gap,
    missing: rules.missing,
    soft: rules.soft,
    separator,
    notation: rules.notation,
    telling: hasTellingQuotes(cells),
  };
  return readColumns(layout.names, rules, (name) => {
    const column = new Column(reading, requireColumn(layout.names, name), name);
    return { column, ...columnValues(column, rules.types.get(name)) };
  });
}

/** A column that was read: its fields if they are to be looked at once more, its type if it is known. */
interface Read extends ColumnValues {
  column?: Column;
  dtype?: string;
}

function readColumns(
  names: readonly string[],
  rules: TableRules,
  read: (name: string) => Read,
): ReadTable {
  const { types, columns, index } = rules;
  for (const name of types.keys()) requireColumn(names, name);
  const labelled = index ?? (names[0] === "" && names.length > 1 ? "" : false);
  const wanted = columns ?? names.filter((name) => index === undefined || name !== labelled);
  const labelColumn = labelled === false ? undefined : read(labelled).values;
  const labels = labelColumn && labelsOf(labelColumn);
  if (index && labels === undefined) {
    throw new RangeError(
      `the index ${JSON.stringify(index)} must have a value in each row, none of them twice`,
    );
  }
  const own = labels ? wanted : (columns ?? names);
  const kept = own.filter((name) => labels === undefined || name !== labelled);
  if (kept.length === 0) {
    throw new RangeError(`there is no column beside the index ${JSON.stringify(labelled)}`);
  }
  const all = kept.map(read);
  if (all.some(({ decimalComma }) => decimalComma)) {
    const grouped = all.find(
      ({ column }) => column && !types.has(column.name) && mayBeGrouped(column),
    );
    if (grouped) {
      throw new RangeError(
        `column ${JSON.stringify(grouped.column?.name)}: the points may part thousands, as others have decimal ` +
          'commas: say decimal: "," and thousands: "."',
      );
    }
  }
  const table = {
    names: [...kept],
    values: all.map(({ values }) => values),
    dtypes: all.map(({ dtype }) => dtype),
  };
  return labels === undefined ? table : { ...table, labels };
}
