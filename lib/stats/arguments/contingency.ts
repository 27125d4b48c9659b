import {
  describeValue,
  type Matrix,
  type ReadonlyVector,
  requireMatrix,
  requireNumber,
  type Vector,
} from "../../core";

/** Asserts that the entries are counts, or at least not negative. */
export function requireCounts(
  caller: string,
  name: string,
  counts: ReadonlyVector,
  integer = false,
): void {
  counts.forEach((v, i) => {
    requireNumber(caller, `${name}[${i}]`, v, { min: 0, integer });
  });
}

/** The sum of counts, which may not overflow. */
export function totalOf(caller: string, counts: ReadonlyVector, name: string): number {
  return requireNumber(
    caller,
    `the total of ${name}`,
    counts.reduce((a, b) => a + b, 0),
  );
}

/** A checked table of counts and its sums. */
export interface Contingency {
  table: Matrix;
  rows: Vector;
  cols: Vector;
  total: number;
}

/** The margins of a table of counts of at least 2×2, in which no row and no column is empty. */
export function contingency(caller: string, name: string, given: unknown): Contingency {
  const table = requireMatrix(caller, name, given);
  const [r, c] = [table.length, table.length > 0 ? table[0].length : 0];
  if (r < 2 || c < 2) {
    throw new RangeError(
      `${caller}: ${name} must have at least 2 rows and 2 columns, got ${r}×${c}`,
    );
  }
  table.forEach((row, i) => {
    requireCounts(caller, `${name}[${i}]`, row);
  });
  const total = totalOf(caller, table.flat(), name);
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
  const cols = table[0].map((_, j) => table.reduce((sum, row) => sum + row[j], 0));
  for (const [what, sums] of [["row", rows] as const, ["column", cols] as const]) {
    const empty = sums.indexOf(0);
    if (empty >= 0) throw new RangeError(`${caller}: ${what} ${empty} of ${name} is all zeros`);
  }
  return { table, rows, cols, total };
}

/** A 2×2 table of whole counts as [a, b, c, d], row by row. Rows and columns may be empty. */
export function requireFourfold(caller: string, given: unknown): [number, number, number, number] {
  const table = requireMatrix(caller, "table", given);
  if (table.length !== 2 || table[0].length !== 2) {
    const came = `${table.length}×${table.length > 0 ? table[0].length : 0}`;
    throw new RangeError(`${caller}: table must be 2×2, got ${came}`);
  }
  table.forEach((row, i) => {
    requireCounts(caller, `table[${i}]`, row, true);
  });
  const [[a, b], [c, d]] = table;
  if (!Number.isSafeInteger(a + b + c + d)) {
    throw new RangeError(
      `${caller}: the total of table must be at most 2⁵³ − 1, got ${describeValue(a + b + c + d)}`,
    );
  }
  return [a, b, c, d];
}
