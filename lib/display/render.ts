import { describeValue } from "../core";
import { tableHtml, tableText } from "./html";
import type { Bundle } from "./kernel";
import * as kinds from "./kinds";
import { Latex } from "./latex";
import { texName, texText, textWithName, type Written, writeMath } from "./math";
import type { MatrixFormat } from "./matrix";
import { formatNumber } from "./number";
import type { ShowOptions } from "./show";
import { Table, table, tableCells } from "./table";
import { tensorView } from "./tensor";

/** LaTeX of more entries than this becomes an HTML table. */
const LATEX_ENTRIES = 240;
const LATEX_COLUMNS = 14;

function matrixFormat(options: ShowOptions, noise?: number): MatrixFormat {
  const { digits = 4, fractions = false, maxRows, maxCols } = options;
  return {
    digits,
    fractions,
    ...(maxRows === undefined ? {} : { maxRows }),
    ...(maxCols === undefined ? {} : { maxCols }),
    ...(noise === undefined ? {} : { noise }),
  };
}

/** A piece of mathematics as a line of LaTeX in text, which wraps between pieces. */
function mathLine({ tex, note }: Written, name: string | undefined, extra = ""): string {
  const notes = [extra, note].filter(Boolean).join("; ");
  const lead = name ? `${texName(name)} = ` : "";
  const tail = notes ? `\\quad{\\small\\text{(${texText(notes)})}}` : "";
  return `$\\displaystyle ${lead}${tex}${tail}$`;
}

function mathBundle(written: Written, options: ShowOptions, extra = ""): Bundle {
  const { name, caption } = options;
  const notes = [extra, written.note].filter(Boolean).join("; ");
  const text = textWithName(name, written.text) + (notes ? `\n(${notes})` : "");
  const tex = mathLine(written, name, extra);
  return {
    "text/plain": caption ? `${caption}\n${text}` : text,
    "text/latex": caption ? `${caption} ${tex}` : tex,
  };
}

function tableBundle(drawn: Table, options: ShowOptions): Bundle {
  const named = options.caption ?? drawn.caption ?? options.name;
  const titled = new Table(drawn.columns, drawn.values, drawn.index, named, drawn.digits);
  const cells = tableCells(titled, options);
  return { "text/plain": tableText(cells), "text/html": tableHtml(cells) };
}

/** Whether the matrix, cut as it will be, is still too large for LaTeX. */
function tooLarge(A: readonly (readonly unknown[])[], { maxRows, maxCols }: ShowOptions): boolean {
  const m = Math.min(A.length, maxRows ?? 10);
  const n = Math.min(A[0]?.length ?? 0, maxCols ?? 10);
  return n > LATEX_COLUMNS || m * n > LATEX_ENTRIES;
}

function frameTable(frame: kinds.Frame): Table {
  const { index } = frame;
  if (frame.$isSeries) return new Table(frame.columns.map(String), [frame.values], index);
  const rows = frame.values as unknown[][];
  return new Table(
    frame.columns.map(String),
    frame.columns.map((_, j) => rows.map((row) => row[j])),
    index,
  );
}

function figureBundle(figure: kinds.FigureLike): Bundle {
  const { data, layout, config, frames, alt } = figure;
  const described = { ...layout, ...(alt ? { meta: { alt } } : {}) };
  return {
    "text/plain": `[Figure] ${alt ?? "without a description"}`,
    "application/vnd.plotly.v1+json": {
      data,
      layout: described,
      ...(frames ? { frames } : {}),
      ...(config ? { config } : {}),
    },
  };
}

/** Named things: one table if all are words and numbers, otherwise what is mathematics together. */
function renderNamed(things: Record<string, unknown>, options: ShowOptions): Bundle[] {
  const entries = Object.entries(things).filter(([, v]) => typeof v !== "function");
  if (entries.length === 0) throw new TypeError("show: an object without entries cannot be drawn");
  if (entries.length > 1 && entries.every(([, v]) => kinds.isScalar(v))) {
    const { digits = 4 } = options;
    const text = (v: unknown) => (typeof v === "number" ? formatNumber(v, digits) : (v as string));
    return [
      scalarTable(
        entries.map(([k, v]) => [k, text(v)]),
        options,
      ),
    ];
  }
  const out: Bundle[] = [];
  let lines: { tex: string; text: string }[] = [];
  const flush = () => {
    if (lines.length > 0) {
      out.push({
        "text/plain": lines.map((line) => line.text).join("\n"),
        "text/latex": lines.map((line) => line.tex).join("\n$\\qquad$ "),
      });
    }
    lines = [];
  };
  for (const [name, value] of entries) {
    const bundle = renderOne(value, { ...options, name });
    const only = bundle.length === 1 ? bundle[0] : undefined;
    if (only?.["text/latex"] !== undefined) {
      lines.push({ tex: only["text/latex"], text: only["text/plain"] });
    } else {
      flush();
      out.push(...bundle);
    }
  }
  flush();
  return out;
}

/** Names and values side by side. Values of different meaning do not share their decimals. */
function scalarTable(entries: [string, unknown][], options: ShowOptions): Bundle {
  const cells = {
    head: ["", "value"],
    rows: entries.map(([name, value]) => [name, value === null ? "–" : String(value)]),
    numeric: [false, true],
    labelled: true,
    note: null,
    ...(options.caption === undefined ? {} : { caption: options.caption }),
  };
  return { "text/plain": tableText(cells), "text/html": tableHtml(cells) };
}

function renderOne(thing: unknown, options: ShowOptions): Bundle[] {
  const value = ArrayBuffer.isView(thing) && "length" in thing ? Array.from(thing as never) : thing;
  if (value instanceof Latex)
    return [mathBundle({ tex: value.tex, text: value.tex, note: null }, options)];
  if (value instanceof Table) return [tableBundle(value, options)];
  if (kinds.isFigure(value)) return [figureBundle(value)];
  if (kinds.isFrame(value)) return [tableBundle(frameTable(value), options)];
  if (kinds.isTensor(value)) {
    const view = tensorView(value, matrixFormat(options, 1e-6));
    return "written" in view
      ? [mathBundle(view.written, options, view.caption)]
      : [scalarTable(view.summary, { ...options, caption: options.caption ?? view.caption })];
  }
  if (kinds.isMatrix(value) && tooLarge(value, options)) {
    return [
      tableBundle(
        new Table(
          value[0]!.map((_, j) => String(j)),
          value[0]!.map((_, j) => value.map((row) => row[j])),
          value.map((_, i) => i),
        ),
        options,
      ),
    ];
  }
  const written = writeMath(value, matrixFormat(options));
  if (written) return [mathBundle(written, options)];
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "bigint") {
    return [{ "text/plain": textWithName(options.name, String(value)) }];
  }
  if (Array.isArray(value)) return renderList(value, options);
  if (typeof value === "object" && value !== null) {
    return renderNamed(value as Record<string, unknown>, options);
  }
  throw new TypeError(`show: cannot draw ${describeValue(value)}`);
}

/** Lists that are not mathematics: of objects or of rows, tables; of words, one line. */
function renderList(list: unknown[], options: ShowOptions): Bundle[] {
  if (list.length === 0) return [{ "text/plain": textWithName(options.name, "[ ] (empty)") }];
  if (list.every(kinds.isScalar)) {
    const words = list.map((v) => (typeof v === "number" ? formatNumber(v) : String(v)));
    return [{ "text/plain": textWithName(options.name, words.join(", ")) }];
  }
  if (list.every(kinds.isPlainObject) && !list.some(kinds.isFigure)) {
    return [tableBundle(table(list as Record<string, unknown>[]), options)];
  }
  if (kinds.isRows(list) && list.every((row) => row.every(kinds.isScalar))) {
    return [tableBundle(table(list), options)];
  }
  return list.flatMap((thing) => renderOne(thing, options));
}

/**
 * Bundles for a thing: mostly one, but an object that holds a figure and a matrix needs two.
 *
 * @throws TypeError if it cannot be drawn.
 */
export function render(thing: unknown, options: ShowOptions): Bundle[] {
  return renderOne(thing, options);
}
