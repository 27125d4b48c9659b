import { describeValue } from "./describe";
import type { Matrix, Vector } from "./types";

/**
 * Guards at the door of every public function. Each names the caller, the argument, what was
 * expected and what came: `solve: b must have length 3 (rows of A), got 2`.
 * TypeError for the wrong kind of thing, RangeError for a wrong shape or a value out of its domain.
 */

/** What `requireNumber` asks of a number beyond being one. Bounds are inclusive unless said otherwise. */
export interface NumberRule {
  min?: number;
  max?: number;
  /** The value must be greater than this. */
  above?: number;
  /** The value must be less than this. */
  below?: number;
  integer?: boolean;
  /** Let ±Infinity through. NaN never passes. Default false. */
  allowInfinite?: boolean;
}

/** What `requireVector` asks of a vector beyond being an array of numbers. */
export interface VectorRule {
  length?: number;
  /** What the length has to match, for the message: `"rows of A"`. */
  lengthOf?: string;
  /** Default 0. */
  minLength?: number;
  /** Let NaN and ±Infinity through. Default false. */
  allowNonFinite?: boolean;
}

/** What `requireMatrix` asks of a matrix beyond being rows of equal length. */
export interface MatrixRule {
  rows?: number;
  cols?: number;
  rowsOf?: string;
  colsOf?: string;
  square?: boolean;
  /** Default 0. */
  minRows?: number;
  /** Let NaN and ±Infinity through. Default false. */
  allowNonFinite?: boolean;
}

const FINITE: NumberRule = {};

function domainOf(rule: NumberRule): string {
  const kind = rule.integer ? "an integer" : "a number";
  const { min, max, above, below } = rule;
  if (min !== undefined && max !== undefined) return `${kind} in [${min}, ${max}]`;
  if (above !== undefined && below !== undefined) return `${kind} in (${above}, ${below})`;
  if (above !== undefined && max !== undefined) return `${kind} in (${above}, ${max}]`;
  if (min !== undefined && below !== undefined) return `${kind} in [${min}, ${below})`;
  if (min !== undefined) return `${kind} ≥ ${min}`;
  if (max !== undefined) return `${kind} ≤ ${max}`;
  if (above !== undefined) return `${kind} > ${above}`;
  if (below !== undefined) return `${kind} < ${below}`;
  return rule.allowInfinite ? kind : rule.integer ? kind : "a finite number";
}

/**
 * Asserts that `x` is a number in the given domain and returns it.
 *
 * @throws TypeError if `x` is not a number; RangeError if it is NaN or outside the domain.
 * @example
 * core.requireNumber("ridge", "alpha", 0.5, { min: 0 }) // => 0.5
 */
export function requireNumber(
  caller: string,
  name: string,
  x: unknown,
  rule: NumberRule = FINITE,
): number {
  if (
    typeof x === "number" &&
    !Number.isNaN(x) &&
    (rule.allowInfinite || Number.isFinite(x)) &&
    (!rule.integer || !Number.isFinite(x) || Number.isInteger(x)) &&
    (rule.min === undefined || x >= rule.min) &&
    (rule.max === undefined || x <= rule.max) &&
    (rule.above === undefined || x > rule.above) &&
    (rule.below === undefined || x < rule.below)
  ) {
    return x;
  }
  const message = `${caller}: ${name} must be ${domainOf(rule)}, got ${describeValue(x)}`;
  throw typeof x === "number" ? new RangeError(message) : new TypeError(message);
}

/**
 * Asserts that `x` is a vector, an array of numbers, and returns it.
 *
 * @throws TypeError if it is not an array of numbers; RangeError for a wrong length or an entry
 * that is NaN or infinite.
 * @example
 * core.requireVector("norm", "x", [3, 4]) // => [3, 4]
 */
export function requireVector(
  caller: string,
  name: string,
  x: unknown,
  rule: VectorRule = {},
): Vector {
  if (!Array.isArray(x)) {
    throw new TypeError(`${caller}: ${name} must be a vector (number[]), got ${describeValue(x)}`);
  }
  const { length, lengthOf, minLength = 0, allowNonFinite = false } = rule;
  if (length !== undefined && x.length !== length) {
    const why = lengthOf ? ` (${lengthOf})` : "";
    throw new RangeError(`${caller}: ${name} must have length ${length}${why}, got ${x.length}`);
  }
  if (x.length < minLength) {
    throw new RangeError(
      `${caller}: ${name} must have at least ${minLength} ${minLength === 1 ? "entry" : "entries"}, got ${x.length}`,
    );
  }
  for (let i = 0; i < x.length; i++) {
    const v: unknown = x[i];
    if (typeof v !== "number") {
      throw new TypeError(
        `${caller}: ${name} must hold numbers, ${name}[${i}] is ${describeValue(v)}`,
      );
    }
    if (!allowNonFinite && !Number.isFinite(v)) {
      throw new RangeError(`${caller}: ${name} must be finite, ${name}[${i}] is ${v}`);
    }
  }
  return x;
}

/**
 * Asserts that `A` is a matrix, an array of rows of equal length, and returns it.
 *
 * @throws TypeError if it is not an array of arrays of numbers; RangeError if it is ragged, has the
 * wrong shape, or holds NaN or an infinity.
 * @example
 * core.requireMatrix("det", "A", [[1, 2], [3, 4]], { square: true }) // => [[1, 2], [3, 4]]
 */
export function requireMatrix(
  caller: string,
  name: string,
  A: unknown,
  rule: MatrixRule = {},
): Matrix {
  if (!Array.isArray(A)) {
    throw new TypeError(
      `${caller}: ${name} must be a matrix (number[][]), got ${describeValue(A)}`,
    );
  }
  const { rows, cols, rowsOf, colsOf, square, minRows = 0, allowNonFinite = false } = rule;
  const n: number = Array.isArray(A[0]) ? A[0].length : 0;
  for (let i = 0; i < A.length; i++) {
    const row: unknown = A[i];
    if (!Array.isArray(row)) {
      throw new TypeError(
        `${caller}: ${name} must be a matrix (number[][]), ${name}[${i}] is ${describeValue(row)}`,
      );
    }
    if (row.length !== n) {
      throw new RangeError(
        `${caller}: ${name} must have rows of equal length, row 0 has ${n} and row ${i} has ${row.length}`,
      );
    }
    for (let j = 0; j < n; j++) {
      const v: unknown = row[j];
      if (typeof v !== "number") {
        throw new TypeError(
          `${caller}: ${name} must hold numbers, ${name}[${i}][${j}] is ${describeValue(v)}`,
        );
      }
      if (!allowNonFinite && !Number.isFinite(v)) {
        throw new RangeError(`${caller}: ${name} must be finite, ${name}[${i}][${j}] is ${v}`);
      }
    }
  }
  const m = A.length;
  if (square && m !== n) {
    throw new RangeError(`${caller}: ${name} must be square, got ${m}×${n}`);
  }
  if (rows !== undefined && m !== rows) {
    const why = rowsOf ? ` (${rowsOf})` : "";
    throw new RangeError(`${caller}: ${name} must have ${rows} rows${why}, got ${m}×${n}`);
  }
  if (cols !== undefined && n !== cols && m > 0) {
    const why = colsOf ? ` (${colsOf})` : "";
    throw new RangeError(`${caller}: ${name} must have ${cols} columns${why}, got ${m}×${n}`);
  }
  if (m < minRows) {
    throw new RangeError(
      `${caller}: ${name} must have at least ${minRows} ${minRows === 1 ? "row" : "rows"}, got ${m}×${n}`,
    );
  }
  return A;
}

/**
 * Asserts that `x` is one of the listed words and returns it.
 *
 * @throws RangeError that lists the choices.
 * @example
 * core.requireOneOf("minimize", "method", "bfgs", ["bfgs", "newton"]) // => "bfgs"
 */
export function requireOneOf<T extends string>(
  caller: string,
  name: string,
  x: unknown,
  choices: readonly T[],
): T {
  if ((choices as readonly unknown[]).includes(x)) return x as T;
  const list = choices.map((c) => JSON.stringify(c)).join(", ");
  throw new RangeError(`${caller}: ${name} must be one of ${list}, got ${describeValue(x)}`);
}

/**
 * Asserts that `value` is true or false and returns it: a word such as "no" would count as true.
 *
 * @throws TypeError if it is anything else.
 * @example
 * core.requireBoolean("svd", "fullMatrices", true) // => true
 * core.requireBoolean("svd", "fullMatrices", 1) // throws svd: fullMatrices must be true or false, got 1
 */
export function requireBoolean(caller: string, name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError(`${caller}: ${name} must be true or false, got ${describeValue(value)}`);
}

/**
 * Asserts that `f` is a function and returns it.
 *
 * @throws TypeError if it is not.
 * @example
 * core.requireFunction("derivative", "f", Math.sin)(0) // => 0
 */
export function requireFunction<F extends (...args: never[]) => unknown>(
  caller: string,
  name: string,
  f: F,
): F {
  if (typeof f !== "function") {
    throw new TypeError(`${caller}: ${name} must be a function, got ${describeValue(f)}`);
  }
  return f;
}

/**
 * Asserts that an options object holds no option but the known ones, so that a misspelt option is
 * not passed over in silence (notebook cells are not checked strictly).
 *
 * @throws TypeError if `options` is not an object; RangeError that names the unknown option.
 * @example
 * core.requireOptions("minimize", { tol: 1e-8 }, ["tol", "maxIter"]) // => { tol: 1e-8 }
 */
export function requireOptions<T extends object>(
  caller: string,
  options: T,
  known: readonly (keyof T & string)[],
): T {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller}: options must be an object, got ${describeValue(options)}`);
  }
  for (const key of Object.keys(options)) {
    if (!(known as readonly string[]).includes(key)) {
      throw new RangeError(
        `${caller}: options has no ${JSON.stringify(key)}; known: ${known.join(", ")}`,
      );
    }
  }
  return options;
}
