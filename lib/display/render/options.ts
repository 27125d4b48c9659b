import { describeValue, requireBoolean, requireNumber, requireOptions } from "../../core";

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

/** @throws RangeError for an option that is not known; TypeError, RangeError for a bad value. */
export function requireShowOptions(options: ShowOptions): ShowOptions {
  const unknown = Object.keys(options).filter((key) => !(KNOWN as readonly string[]).includes(key));
  if (unknown.length > 0) {
    throw new RangeError(
      `show: options has no ${JSON.stringify(unknown[0])}; known: ${KNOWN.join(", ")}. ` +
        "(An object at the end is taken as options: things with names go first, show({ A, b }).)",
    );
  }
  requireOptions("show", options, KNOWN);
  const { digits, maxRows, maxCols, fractions } = options;
  if (digits !== undefined)
    requireNumber("show", "digits", digits, { min: 1, max: 17, integer: true });
  if (maxRows !== undefined) requireNumber("show", "maxRows", maxRows, { min: 1, integer: true });
  if (maxCols !== undefined) requireNumber("show", "maxCols", maxCols, { min: 1, integer: true });
  if (fractions !== undefined) requireBoolean("show", "fractions", fractions);
  for (const key of ["caption", "name"] as const) {
    if (options[key] !== undefined && typeof options[key] !== "string") {
      throw new TypeError(`show: ${key} must be a string, got ${describeValue(options[key])}`);
    }
  }
  return options;
}
