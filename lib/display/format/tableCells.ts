import { dateText, describeValue } from "../../core";
import { isScalar, isVector } from "../render/kinds";
import { type Cut, cut, cutNote, cutText, withGap } from "./cut";
import type { TextTable } from "./html";
import { formatColumn, formatNumber } from "./number";

/** What a table holds. */
export interface TableParts {
  readonly columns: readonly string[];
  /** One list of values for each column. */
  readonly values: readonly (readonly unknown[])[];
  readonly index?: readonly (string | number)[] | undefined;
  readonly caption?: string | undefined;
  readonly digits: number | Readonly<Record<string, number>>;
}

/** How much of a table is printed, and to how many digits, whatever the table itself says. */
export interface TableLimits {
  maxRows?: number;
  maxCols?: number;
  digits?: number;
}

const DASH = "–";

/** Characters that a cell may hold. */
const CELL = 500;

/** Entries of a vector in a cell. */
const ENTRIES = 50;

const isMissing = (v: unknown): boolean =>
  v === null || v === undefined || (typeof v === "number" && Number.isNaN(v));

/** A cell of a column that does not hold numbers only. */
function cellText(v: unknown, digits: number): string {
  if (isMissing(v)) return DASH;
  if (typeof v === "number") return formatNumber(v, digits);
  if (isVector(v) && v.length <= ENTRIES) {
    return `(${v.map((x) => formatNumber(x, digits)).join(", ")})`;
  }
  if (v instanceof Date) return dateText(v);
  return isScalar(v) ? cutText(String(v), CELL) : describeValue(v);
}

/** The printed cells of one column, and whether they are numbers. */
function columnTexts(values: readonly unknown[], digits: number): [string[], boolean] {
  const numeric = values.every((v) => isMissing(v) || typeof v === "number");
  if (!numeric) return [values.map((v) => cellText(v, digits)), false];
  const numbers = values.map((v) => (isMissing(v) ? Number.NaN : (v as number)));
  return [formatColumn(numbers, { digits, missing: DASH }), true];
}

/** The digits given for a column, not what every object has of that name. */
const ownDigits = (digits: Readonly<Record<string, number>>, name: string) =>
  Object.hasOwn(digits, name) ? digits[name] : undefined;

/** Whole up to `limit`, otherwise `show` of them; what the caller asks for comes first. */
const limited = (n: number, asked: number | undefined, limit: number, show: number): Cut =>
  asked === undefined ? cut(n, limit, show) : cut(n, asked, asked);

/** The cells of a table as texts: at most 20 rows whole, otherwise 10, and 16 columns, otherwise 12. */
export function tableCells(table: TableParts, limits: TableLimits): TextTable {
  const { columns, values, index, caption, digits } = table;
  const m = values[0]?.length ?? 0;
  const n = columns.length;
  const rows = limited(m, limits.maxRows, 20, 10);
  const cols = limited(n, limits.maxCols, 16, 12);
  const drawn = cols.kept.map((j) => {
    const own = typeof digits !== "object" ? digits : ownDigits(digits, columns[j]);
    return columnTexts(
      rows.kept.map((i) => values[j][i]),
      limits.digits ?? own ?? 4,
    );
  });
  const across = (cells: string[], filler: string) => withGap(cells, cols, filler);
  const lines = rows.kept.map((_, i) =>
    across(
      drawn.map(([texts]) => texts[i]),
      "⋯",
    ),
  );
  const body = withGap(
    lines,
    rows,
    across(
      drawn.map(() => "⋮"),
      "⋱",
    ),
  );
  const head = across(
    cols.kept.map((j) => columns[j]),
    "⋯",
  );
  const numeric = withGap(
    drawn.map(([, isNumeric]) => isNumeric),
    cols,
    true,
  );
  const note = cutNote(m, n, rows, cols);
  if (!index) return { head, rows: body, numeric, labelled: false, caption, note };
  const labels = withGap(
    rows.kept.map((i) => String(index[i])),
    rows,
    "⋮",
  );
  return {
    head: ["", ...head],
    rows: body.map((row, i) => [labels[i], ...row]),
    numeric: [labels.every((label) => /^(-?\d+|⋮)$/.test(label)), ...numeric],
    labelled: true,
    caption,
    note,
  };
}
