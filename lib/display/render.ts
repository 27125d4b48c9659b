import { describeValue, type ReadonlyMatrix } from "../core";
import { figureBundle, joinMath, mathBundle, pairsBundle, tableBundle } from "./bundle";
import type { Bundle } from "./kernel";
import * as kinds from "./kinds";
import { Latex } from "./latex";
import { writeMath } from "./math";
import { LIMIT, type MatrixFormat } from "./matrix";
import { textWithName } from "./name";
import { formatNumber } from "./number";
import type { ShowOptions } from "./show";
import { Table, table } from "./table";
import { tensorView } from "./tensor";

/** A matrix of more columns or entries than this is set as a table, not as LaTeX. */
const LATEX_COLUMNS = 14;
const LATEX_ENTRIES = 240;

/** float32 carries seven digits, so what is smaller than this beside the largest entry is noise. */
const FLOAT32_NOISE = 1e-6;

function matrixFormat({
  digits = 4,
  fractions = false,
  maxRows,
  maxCols,
}: ShowOptions): MatrixFormat {
  return { digits, fractions, maxRows, maxCols };
}

/** Whether the matrix, cut as it will be, is still too large for LaTeX. */
function tooLarge(A: readonly (readonly unknown[])[], { maxRows, maxCols }: ShowOptions): boolean {
  const m = Math.min(A.length, maxRows ?? LIMIT);
  const n = Math.min(A[0].length, maxCols ?? LIMIT);
  return n > LATEX_COLUMNS || m * n > LATEX_ENTRIES;
}

function matrixTable(A: ReadonlyMatrix): Table {
  const columns = A[0].map((_, j) => j);
  return new Table(
    columns.map(String),
    columns.map((j) => A.map((row) => row[j])),
    A.map((_, i) => i),
  );
}

function frameTable({ $isSeries, columns, values, index }: kinds.Frame): Table {
  const names = columns.map(String);
  if ($isSeries) return new Table(names, [values], index);
  const rows = values as unknown[][];
  return new Table(
    names,
    names.map((_, j) => rows.map((row) => row[j])),
    index,
  );
}

function renderTensor(tensor: kinds.TensorLike, options: ShowOptions): Bundle {
  const view = tensorView(tensor, { ...matrixFormat(options), noise: FLOAT32_NOISE });
  if ("written" in view) return mathBundle(view.written, options, view.caption);
  return pairsBundle(view.summary, options.caption ?? view.caption);
}

/** Lists that are not mathematics: of objects or of rows, tables; of words, one line. */
function renderList(list: readonly unknown[], options: ShowOptions): Bundle[] {
  const { name, digits } = options;
  if (list.length === 0) return [{ "text/plain": textWithName(name, "[ ] (empty)") }];
  if (list.every(kinds.isScalar)) {
    const words = list.map((v) => (typeof v === "number" ? formatNumber(v, digits) : String(v)));
    return [{ "text/plain": textWithName(name, words.join(", ")) }];
  }
  const rows = kinds.isRows(list) && list.every((row) => row.every(kinds.isScalar));
  const records = list.every(kinds.isPlainObject) && !list.some(kinds.isFigure);
  if (rows || records) return [tableBundle(table(list as Record<string, unknown>[]), options)];
  return list.flatMap((thing) => render(thing, options));
}

/** Named things: one table if all are words and numbers, otherwise what is mathematics together. */
function renderNamed(things: object, options: ShowOptions): Bundle[] {
  const entries = Object.entries(things).filter(([, value]) => typeof value !== "function");
  if (entries.length === 0) throw new TypeError("show: cannot draw an object without entries");
  if (entries.length > 1 && entries.every(([, value]) => kinds.isScalar(value))) {
    const text = (value: unknown) =>
      value === null || Number.isNaN(value)
        ? "–"
        : typeof value === "number"
          ? formatNumber(value, options.digits)
          : String(value);
    return [
      pairsBundle(
        entries.map(([name, value]) => [name, text(value)]),
        options.caption ?? options.name,
      ),
    ];
  }
  const { caption, ...rest } = options;
  const out: Bundle[] = [];
  let pieces: Bundle[] = [];
  const flush = () => {
    if (pieces.length > 0) out.push(joinMath(pieces, out.length === 0 ? caption : undefined));
    else if (out.length === 0 && caption) out.push({ "text/plain": caption });
    pieces = [];
  };
  for (const [name, value] of entries) {
    const bundles = render(value, { ...rest, name });
    if (bundles.length === 1 && bundles[0]["text/latex"] !== undefined) pieces.push(bundles[0]);
    else {
      flush();
      out.push(...bundles);
    }
  }
  flush();
  return out;
}

/**
 * Bundles for a thing: mostly one, but an object that holds a figure and a matrix needs two.
 *
 * @throws TypeError if it cannot be drawn.
 */
export function render(thing: unknown, options: ShowOptions): Bundle[] {
  const value =
    ArrayBuffer.isView(thing) && "length" in thing ? Array.from(thing as Float64Array) : thing;
  if (value instanceof Latex) {
    return [mathBundle({ tex: value.tex, text: value.tex, note: null }, options)];
  }
  if (value instanceof Table) return [tableBundle(value, options)];
  if (kinds.isFigure(value)) return [figureBundle(value)];
  if (kinds.isFrame(value)) return [tableBundle(frameTable(value), options)];
  if (kinds.isTensor(value)) return [renderTensor(value, options)];
  if (kinds.isMatrix(value) && tooLarge(value, options)) {
    return [tableBundle(matrixTable(value), options)];
  }
  const written = writeMath(value, matrixFormat(options));
  if (written) return [mathBundle(written, options)];
  if (["string", "boolean", "bigint"].includes(typeof value)) {
    return [{ "text/plain": textWithName(options.name, String(value)) }];
  }
  if (Array.isArray(value)) return renderList(value, options);
  if (typeof value === "object" && value !== null) return renderNamed(value, options);
  throw new TypeError(`show: cannot draw ${describeValue(value)}`);
}
