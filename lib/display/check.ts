import { allClose, describeValue, requireNumber, requireOptions } from "../core";
import { escapeHtml } from "./html";
import { send } from "./kernel";
import { formatNumber } from "./number";

/** Tolerances of `check`. */
export interface CheckOptions {
  /** Relative to the magnitude of each expected entry. Default 1e-6. */
  rtol?: number;
  /**
   * Absolute. Default 1e-9 times the largest magnitude expected (1e-9 when zero is expected), so that
   * the zeros of an expected matrix need not be met to the last bit.
   */
  atol?: number;
  /** What helps whoever fails an exercise's check: stands at the end of the error's message. */
  hint?: string;
}

/** What `check` compares. */
export type CheckValue =
  | number
  | boolean
  | string
  | readonly CheckValue[]
  | Float32Array
  | Float64Array
  | Int32Array;

type Numbers = number | Numbers[];

/** Typed arrays as plain ones, to any depth. */
function plain(x: unknown): unknown {
  if (ArrayBuffer.isView(x) && "length" in x) return Array.from(x as never);
  return Array.isArray(x) ? x.map(plain) : x;
}

const isNumbers = (x: unknown): x is Numbers =>
  typeof x === "number" || (Array.isArray(x) && x.every(isNumbers));

function largest(x: Numbers): number {
  if (typeof x !== "number") return x.reduce<number>((m, v) => Math.max(m, largest(v)), 0);
  return Number.isFinite(x) ? Math.abs(x) : 0;
}

/** Where two values first part: the path of indices, or null when they agree. */
function firstDifference(
  got: unknown,
  want: unknown,
  agree: (a: unknown, b: unknown) => boolean,
): { path: string; got: unknown; want: unknown } | null {
  if (Array.isArray(got) && Array.isArray(want)) {
    if (got.length !== want.length) {
      return { path: "", got: describeValue(got), want: describeValue(want) };
    }
    for (let i = 0; i < want.length; i++) {
      const inner = firstDifference(got[i], want[i], agree);
      if (inner) return { ...inner, path: `[${i}]${inner.path}` };
    }
    return null;
  }
  return agree(got, want) ? null : { path: "", got, want };
}

const shapeOf = (x: unknown): string => {
  const shape: number[] = [];
  for (let v = x; Array.isArray(v); v = v[0]) shape.push(v.length);
  return shape.join("×");
};

const sayTolerance = (rtol: number) =>
  rtol >= 1e-5 ? `± ${formatNumber(rtol * 100)} %` : `± ${formatNumber(rtol)} relative`;

/** The value as the line prints it: to no more digits than were checked. */
function sayGot(got: unknown, rtol: number, atol: number): string {
  if (typeof got !== "number")
    return Array.isArray(got) ? `${shapeOf(got)} entries agree` : String(got);
  const digits = Math.min(15, Math.max(3, Math.ceil(-Math.log10(rtol || 1e-15))));
  return Math.abs(got) <= atol ? "0" : formatNumber(got, digits);
}

const sayExact = (x: unknown) =>
  typeof x === "number" ? String(x) : (JSON.stringify(x) ?? String(x));

function report(line: string): void {
  send({
    "text/plain": `✓ ${line}`,
    "text/html": `<div class="mml-check">✓ ${escapeHtml(line)}</div>`,
  });
}

/**
 * Binds a number in the prose to the computation: prints one ✓ line when `got` agrees with
 * `expected`, |gotᵢ − expectedᵢ| ≤ atol + rtol·|expectedᵢ|, and throws with both values when not.
 *
 * Numbers, vectors and matrices are compared with tolerance, words and booleans exactly. With two
 * arguments the second is a condition that has to hold.
 *
 * @param what - What is checked, in words.
 * @param got - The value computed, or a condition.
 * @param expected - The value that the prose claims.
 * @throws Error that holds both values and the first entry that differs.
 * @example
 * check("1 + 1", 1 + 1, 3) // throws check: 1 + 1: expected 3 ± 1e-6 relative, got 2
 * check("sorted", false) // throws check: sorted: the condition does not hold
 * check("answer", 1, 2, { hint: "count again" }) // throws got 1. Hint: count again
 */
export function check(what: string, condition: boolean): void;
export function check(
  what: string,
  got: CheckValue,
  expected: CheckValue,
  options?: CheckOptions,
): void;
export function check(what: string, ...rest: unknown[]): void {
  if (typeof what !== "string") {
    throw new TypeError(
      `check: what must be a string that says what is checked, got ${describeValue(what)}`,
    );
  }
  if (rest.length < 2) {
    if (typeof rest[0] !== "boolean") {
      throw new TypeError(
        `check: ${what}: a value needs an expected one beside it, or must be a boolean, got ${describeValue(rest[0])}`,
      );
    }
    if (!rest[0]) throw new Error(`check: ${what}: the condition does not hold`);
    report(what);
    return;
  }
  const options = (rest[2] ?? {}) as CheckOptions;
  requireOptions("check", options, ["rtol", "atol", "hint"]);
  const rtol = requireNumber("check", "rtol", options.rtol ?? 1e-6, { min: 0, below: 1 });
  compare(what, plain(rest[0]), plain(rest[1]), rtol, options);
}

function compare(
  what: string,
  got: unknown,
  expected: unknown,
  rtol: number,
  options: CheckOptions,
): void {
  const numeric = isNumbers(expected);
  if (expected === undefined || expected === null) {
    throw new TypeError(`check: ${what}: expected must be a value, got ${describeValue(expected)}`);
  }
  const atol = requireNumber(
    "check",
    "atol",
    options.atol ?? (numeric ? 1e-9 * (largest(expected) || 1) : 0),
    {
      min: 0,
    },
  );
  const agree = (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number"
      ? allClose(a, b, { rtol, atol, equalNaN: true })
      : a === b;
  const parted = firstDifference(got, expected, agree);
  const tolerance = numeric
    ? expected === 0
      ? `± ${formatNumber(atol)}`
      : sayTolerance(rtol)
    : "";
  if (parted) {
    const where = parted.path ? `entry ${parted.path}: ` : "";
    throw new Error(
      `check: ${what}: ${where}expected ${sayExact(parted.want)} ${tolerance}`.trimEnd() +
        `, got ${sayExact(parted.got)}` +
        (options.hint ? `. Hint: ${options.hint}` : ""),
    );
  }
  const list = Array.isArray(expected);
  const said = list ? tolerance : `expected ${String(expected)} ${tolerance}`.trimEnd();
  report(`${what}: ${sayGot(got, rtol, atol)}${said ? ` (${said})` : ""}`);
}
