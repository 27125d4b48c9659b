import { describeValue, requireNumber, requireOptions } from "../core";
import { type Bundle, send } from "./kernel";
import { isComplex, isFigure, isFrame, isPlainObject, isTensor } from "./kinds";
import { render } from "./render";

/** Options of `show`. */
export interface ShowOptions {
  /** Significant digits of the largest entry of a column. Default 4. */
  digits?: number;
  /** Rows printed at most. Default: a matrix of more than 10 shows 6, a table of more than 20 shows 10. */
  maxRows?: number;
  /** Columns printed at most. Default: a matrix of more than 10 shows 6, a table of more than 16 shows 12. */
  maxCols?: number;
  /** A line that says what is seen. */
  caption?: string;
  /** What stands before the equals sign: `A` gives A = …. */
  name?: string;
  /** Write entries as fractions (denominators up to 1000). Default false. */
  fractions?: boolean;
}

const KNOWN = ["digits", "maxRows", "maxCols", "caption", "name", "fractions"] as const;

/** Whether the last of several arguments is the options: a plain object that is no thing by itself. */
function isOptions(x: unknown): x is ShowOptions {
  return isPlainObject(x) && !isFigure(x) && !isComplex(x) && !isTensor(x) && !isFrame(x);
}

function requireShowOptions(options: ShowOptions): ShowOptions {
  const unknown = Object.keys(options).filter((key) => !(KNOWN as readonly string[]).includes(key));
  if (unknown.length > 0) {
    throw new RangeError(
      `show: options has no ${JSON.stringify(unknown[0])}; known: ${KNOWN.join(", ")}. ` +
        "(An object at the end is taken as options: things with names go first, show({ A, b }).)",
    );
  }
  requireOptions("show", options, KNOWN);
  const { digits, maxRows, maxCols } = options;
  if (digits !== undefined)
    requireNumber("show", "digits", digits, { min: 1, max: 17, integer: true });
  if (maxRows !== undefined) requireNumber("show", "maxRows", maxRows, { min: 1, integer: true });
  if (maxCols !== undefined) requireNumber("show", "maxCols", maxCols, { min: 1, integer: true });
  for (const key of ["caption", "name"] as const) {
    if (options[key] !== undefined && typeof options[key] !== "string") {
      throw new TypeError(`show: ${key} must be a string, got ${describeValue(options[key])}`);
    }
  }
  return options;
}

/**
 * The MIME bundles that `show` would send for these arguments, without sending them.
 *
 * @throws TypeError for something that cannot be drawn; RangeError for an unknown option.
 * @example
 * display.bundles([3, 4])[0]["text/plain"] // => "[ 3 ]\n[ 4 ]"
 */
export function bundles(...things: unknown[]): Bundle[] {
  const last = things[things.length - 1];
  const withOptions = things.length > 1 && isOptions(last);
  const options = withOptions ? requireShowOptions(last) : {};
  if (things.length === 0) throw new TypeError("show: nothing to show");
  return (withOptions ? things.slice(0, -1) : things).flatMap((thing) => render(thing, options));
}

/**
 * Draws things in the notebook's cell: numbers, vectors and matrices (as LaTeX), complex ones too,
 * data frames and tables (as HTML), tensors, figures, formulas, text. In a script it prints plain
 * text.
 *
 * An object gives its things names: show({ A, b }) draws A = …, b = …. When it holds but numbers and
 * words it is drawn as a table. The last argument, when there are others before it and it is a plain
 * object, is the options. (A stock tslab kernel loses the short form
 * { A } for variables of earlier cells; there one writes { A: A }.)
 *
 * @param things - What to draw, one below the other, and the options.
 * @throws TypeError for something that cannot be drawn; RangeError for an unknown option.
 * @example
 * show() // throws show: nothing to show
 * show([1, 2], { digit: 3 }) // throws show: options has no "digit"
 */
export function show(...things: unknown[]): void {
  for (const bundle of bundles(...things)) send(bundle);
}
