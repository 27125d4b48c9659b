import { describeValue, type ReadonlyMatrix } from "../../core";
import { writeMath } from "../format/math";
import { LIMIT, type MatrixFormat } from "../format/matrix";
import { SINGLE_NOISE } from "../format/noise";
import { tensorView } from "../format/tensor";
import { Latex } from "../latex";
import { Table } from "../table";
import type { Bundle } from "./bridge";
import { mathBundle, pairsBundle, tableBundle } from "./bundle";
import { type Draw, renderList, renderMap, renderNamed } from "./collections";
import { renderFigure } from "./figure";
import * as kinds from "./kinds";
import { itemsOf, objectText, unreadable } from "./objects";
import type { ShowOptions } from "./options";
import { ownBundle } from "./ownDisplay";
import { summaryBundle } from "./summary";
import { textBundle, wordOf } from "./words";

/** A matrix of more columns or entries than this is set as a table, not as LaTeX. */
const LATEX_COLUMNS = 14;
const LATEX_ENTRIES = 240;

/** How deep things within things are drawn; what lies deeper is described. */
const DEPTH = 6;

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

function renderTensor(tensor: kinds.TensorLike, options: ShowOptions): Bundle {
  const single = tensor.dtype === "float32" ? { noise: SINGLE_NOISE } : {};
  const view = tensorView(tensor, { ...matrixFormat(options), ...single });
  if ("written" in view) return mathBundle(view.written, options, view.caption);
  return pairsBundle(view.summary, options.caption ?? view.caption);
}

/** A number, vector or matrix, or an object that is drawn in its own way; undefined for the others. */
function renderWhole(value: unknown, options: ShowOptions): Bundle | undefined {
  if (value instanceof Latex) {
    return mathBundle({ tex: value.tex, text: value.tex, note: null }, options);
  }
  if (value instanceof Table) return tableBundle(value, options);
  if (typeof value === "object" && value !== null) {
    const said = ownBundle(value) ?? summaryBundle(value, options);
    if (said) return said;
  }
  if (kinds.isFrame(value)) {
    const { names, columns, index } = kinds.frameParts(value);
    return tableBundle(new Table(names, columns, index), options);
  }
  if (kinds.isTensor(value)) return renderTensor(value, options);
  if (kinds.isMatrix(value) && tooLarge(value, options)) {
    return tableBundle(matrixTable(value), options);
  }
  const written = writeMath(value, matrixFormat(options));
  if (written) return mathBundle(written, options);
  if (["string", "boolean", "bigint"].includes(typeof value)) {
    return textBundle(options.name, wordOf(value));
  }
  return undefined;
}

/** Draws what holds other things, each by `draw`; an object that is none is described. */
function renderParts(value: object, options: ShowOptions, draw: Draw): Bundle[] {
  if (Array.isArray(value)) return renderList(value, options, draw);
  const text = objectText(value, options.digits);
  if (text !== undefined) return [textBundle(options.name, text)];
  if (value instanceof Map) return renderMap(value, options, draw);
  return renderNamed(value, options, draw);
}

function renderWithin(thing: unknown, options: ShowOptions, around: readonly object[]): Bundle[] {
  const isObject = typeof thing === "object" && thing !== null;
  if (isObject) {
    const why = unreadable(thing);
    if (why !== undefined) return [textBundle(options.name, `(unreadable: ${why})`)];
    if (around.includes(thing)) return [textBundle(options.name, "(itself again)")];
  }
  const isList = Array.isArray(thing) || (ArrayBuffer.isView(thing) && "length" in thing);
  const value = isList ? itemsOf(thing as ArrayLike<unknown>) : thing;
  if (around.length >= DEPTH && isObject && !kinds.isVector(value)) {
    return [textBundle(options.name, describeValue(thing))];
  }
  const whole = renderWhole(value, options);
  if (whole) return [whole];
  if (kinds.isFigure(value)) return renderFigure(value);
  if (!isObject) throw new TypeError(`show: cannot draw ${describeValue(thing)}`);
  if (around.length === 0 && kinds.isPlainObject(value) && Object.keys(value).length === 0) {
    throw new TypeError("show: cannot draw an object without entries");
  }
  const inside = [...around, thing];
  return renderParts(value as object, options, (part, own) =>
    part === undefined || part === null || typeof part === "function" || typeof part === "symbol"
      ? [textBundle(own.name, wordOf(typeof part === "function" ? describeValue(part) : part))]
      : renderWithin(part, own, inside),
  );
}

/**
 * Bundles for a thing: mostly one, but an object that holds a figure and a matrix needs two.
 *
 * @throws TypeError if it cannot be drawn.
 */
export function render(thing: unknown, options: ShowOptions): Bundle[] {
  return renderWithin(thing, options, []);
}
