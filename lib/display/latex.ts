import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
} from "../core";
import { writeMath } from "./format/math";
import { texText } from "./format/name";
import type { Bundle } from "./render/bridge";
import { mathBundle } from "./render/bundle";
import { isPlainObject } from "./render/kinds";
import { DISPLAY } from "./render/ownDisplay";

/** Options of `latex`. */
export interface LatexOptions {
  /** Significant digits of the largest entry of a column. Default 4. */
  digits?: number;
  /** Write 0.5 as ½: entries that are fractions with denominators up to 1000. Default false. */
  fractions?: boolean;
  /** Rows printed at most; longer matrices are cut with ⋮. Default: 10, and then 6 of them. */
  maxRows?: number;
  /** Columns printed at most. Default: as for rows. */
  maxCols?: number;
}

/** A formula that `show` draws. Make one with the tag: latex`A = ${A}`. */
export class Latex {
  constructor(
    /** The LaTeX source, without dollar signs. */
    readonly tex: string,
  ) {}

  toString(): string {
    return this.tex;
  }

  [DISPLAY](): Bundle {
    return mathBundle({ tex: this.tex, text: this.tex, note: null }, {});
  }
}

/** Anything that a formula may hold. */
export type LatexValue =
  | number
  | string
  | Latex
  | { re: number; im: number }
  | ReadonlyVector
  | ReadonlyMatrix
  | readonly { re: number; im: number }[]
  | readonly (readonly { re: number; im: number }[])[];

function texOf(value: unknown, options: LatexOptions): string {
  if (value instanceof Latex) return value.tex;
  if (typeof value === "string") return value;
  const { digits = 4, fractions = false, ...rest } = options;
  const written = writeMath(value, { digits, fractions, ...rest });
  if (!written) {
    throw new TypeError(
      `latex: value must be a number, vector or matrix (real or complex), got ${describeValue(value)}`,
    );
  }
  return written.note
    ? `${written.tex}\\;{\\scriptstyle\\text{(${texText(written.note)})}}`
    : written.tex;
}

/**
 * LaTeX of numbers, vectors (columns) and matrices.
 *
 * Called as a function it returns a string, to be put into a longer one. As a tag of a template it
 * makes a formula that `show` draws, in which `${A}` is the LaTeX of A, `${"x"}` is taken as it is,
 * and backslashes need no doubling: show(latex`\det ${A} = ${linalg.det(A)}`).
 *
 * @param value - Number, complex number {re, im}, vector or matrix.
 * @throws TypeError for a value that is none of these; RangeError for an unknown option.
 * @example
 * latex([[1, 2], [3, 4]]) // => "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}"
 * latex(0.75, { fractions: true }) // => "\\tfrac{3}{4}"
 * latex`x = ${[1, 2]}`.tex // => "x = \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}"
 */
export function latex(value: LatexValue, options?: LatexOptions): string;
export function latex(template: TemplateStringsArray, ...values: LatexValue[]): Latex;
export function latex(first: unknown, ...rest: unknown[]): string | Latex {
  if (Array.isArray(first) && "raw" in first) {
    const { raw } = first as unknown as TemplateStringsArray;
    return new Latex(
      raw.map((text, k) => (k === 0 ? text : texOf(rest[k - 1], {}) + text)).join(""),
    );
  }
  const options = (rest[0] ?? {}) as LatexOptions;
  if (rest.length > 1 || !isPlainObject(options)) {
    throw new TypeError(
      `latex: options must be an object, got ${describeValue(rest[rest.length - 1])}`,
    );
  }
  requireOptions("latex", options, ["digits", "fractions", "maxRows", "maxCols"]);
  if (options.digits !== undefined) {
    requireNumber("latex", "digits", options.digits, { min: 1, max: 17, integer: true });
  }
  return texOf(first, options);
}
