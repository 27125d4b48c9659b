import { describeValue, requireNumber, requireOptions } from "../core";
import { firstDifference, isNumbers, largest, type Tolerance, toPlain } from "./checks/compare";
import { escapeHtml } from "./format/html";
import { formatNumber } from "./format/number";
import { send } from "./render/kernel";
import { isPlainObject } from "./render/kinds";

/** Tolerances of `check`. */
export interface CheckOptions {
  /** Relative to the magnitude of each expected entry. Default 1e-6. */
  rtol?: number;
  /**
   * Absolute. Default 1e-9, or `rtol` where that is smaller, times the largest magnitude expected (times
   * 1 when zero is expected), so that the zeros of an expected matrix need not be met to the last bit.
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

function report(mark: "✓" | "✗", line: string): void {
  const kind = mark === "✓" ? "mml-check" : "mml-check mml-fails";
  const html = `<div class="${kind}">${mark} ${escapeHtml(line)}</div>`;
  send({ "text/plain": `${mark} ${line}`, "text/html": html });
}

/** "± 0.1 %", "± 1e-6 relative", or "± 1e-9" where the relative part has nothing to hold on to. */
function sayTolerance(want: unknown, { rtol, atol }: Tolerance): string {
  if (!isNumbers(want)) return "";
  const relative = rtol * largest(want);
  if (relative === 0 && atol === 0) return "exactly";
  if (atol > relative) return `± ${formatNumber(atol)}`;
  return rtol >= 1e-5 ? `± ${formatNumber(rtol * 100)} %` : `± ${formatNumber(rtol)} relative`;
}

/** The value as the ✓ line prints it: to no more digits than were checked. */
function sayGot(got: unknown, want: unknown, { rtol, atol }: Tolerance): string {
  if (Array.isArray(got)) {
    const shape: number[] = [];
    for (let v: unknown = got; Array.isArray(v); v = v[0]) shape.push(v.length);
    return `${shape.join("×")} ${shape.length > 1 || got.length !== 1 ? "entries agree" : "entry agrees"}`;
  }
  if (typeof got !== "number" || typeof want !== "number") return String(got);
  if (Math.abs(got) <= atol) return "0";
  const relative = Math.max(rtol, atol / Math.abs(got), 1e-15);
  return formatNumber(got, Math.max(1, Math.ceil(-Math.log10(relative))));
}

/**
 * Binds a number in the prose to the computation: prints one ✓ line when `got` agrees with
 * `expected`, |gotᵢ − expectedᵢ| ≤ atol + rtol·|expectedᵢ|, and throws with both values when not.
 *
 * Numbers, vectors and matrices are compared with tolerance, words and booleans exactly. With a
 * condition alone, that has to hold.
 *
 * @param what - What is checked, in words.
 * @param got - The value computed, or a condition.
 * @param expected - The value that the prose claims.
 * @param options - Tolerances, and a hint for whoever fails.
 * @throws Error that holds both values and the first entry that differs; TypeError if there is
 * nothing to compare with.
 * @example
 * check("1 + 1", 1 + 1, 3) // throws check: 1 + 1: expected 3 ± 1e-6 relative, got 2
 * check("sorted", false) // throws check: sorted: the condition does not hold
 * check("answer", 1, 2, { hint: "count again" }) // throws got 1. Hint: count again
 */
export function check(what: string, condition: boolean, options?: { hint?: string }): void;
export function check(
  what: string,
  got: CheckValue,
  expected: CheckValue,
  options?: CheckOptions,
): void;
export function check(what: string, ...rest: unknown[]): void {
  const { holds, line, hint } = judge("check", what, rest);
  if (!holds) throw new Error(hint ? `check: ${line}. Hint: ${hint}` : `check: ${line}`);
  report("✓", line);
}

/**
 * A check that has to fail, shown without an error: prints ✗ and what `check` would object to when it
 * is given a plausible wrong value. A check that cannot fail says nothing; here it is seen failing.
 *
 * @param what - What is checked, in words.
 * @param got - The value computed, or a condition.
 * @param expected - The wrong value.
 * @param options - As those of `check`.
 * @throws Error if the check passes.
 * @example
 * check.fails("1 + 1", 1 + 1, 2) // throws check.fails: 1 + 1: 2 (expected 2 ± 1e-6 relative), but was to fail
 */
check.fails = (
  what: string,
  ...rest: [got: CheckValue, expected?: CheckValue | CheckOptions, options?: CheckOptions]
): void => {
  const { holds, line } = judge("check.fails", what, rest);
  if (holds) throw new Error(`check.fails: ${line}, but was to fail`);
  report("✗", line);
};

/** Whether a check holds, and what is to be said of it. */
interface Verdict {
  holds: boolean;
  line: string;
  hint?: string | undefined;
}

function judge(caller: string, what: string, rest: readonly unknown[]): Verdict {
  if (typeof what !== "string") {
    throw new TypeError(
      `${caller}: what must be a string that says what is checked, got ${describeValue(what)}`,
    );
  }
  const [got, expected, last] = rest;
  if (rest.length < 2 || (typeof got === "boolean" && isPlainObject(expected))) {
    return judgeCondition(caller, what, got, (expected ?? {}) as CheckOptions);
  }
  return judgeValue(caller, what, toPlain(got), toPlain(expected), (last ?? {}) as CheckOptions);
}

function judgeCondition(
  caller: string,
  what: string,
  condition: unknown,
  options: CheckOptions,
): Verdict {
  requireOptions(caller, options, ["hint"]);
  if (typeof condition !== "boolean") {
    throw new TypeError(
      `${caller}: ${what}: a value needs an expected one beside it, or must be a boolean, got ${describeValue(condition)}`,
    );
  }
  const line = condition ? what : `${what}: the condition does not hold`;
  return { holds: condition, line, hint: options.hint };
}

function judgeValue(
  caller: string,
  what: string,
  got: unknown,
  expected: unknown,
  options: CheckOptions,
): Verdict {
  requireOptions(caller, options, ["rtol", "atol", "hint"]);
  if (expected === undefined || expected === null) {
    throw new TypeError(
      `${caller}: ${what}: expected must be a value, got ${describeValue(expected)}`,
    );
  }
  const scale = isNumbers(expected) ? largest(expected) || 1 : 0;
  const { rtol = 1e-6, hint } = options;
  requireNumber(caller, "rtol", rtol, { min: 0, below: 1 });
  const { atol = Math.min(1e-9, rtol) * scale } = options;
  requireNumber(caller, "atol", atol, { min: 0 });
  const tolerance = { rtol, atol };
  const allowed = sayTolerance(expected, tolerance);
  const parted = firstDifference(got, expected, tolerance);
  if (parted) {
    const where = parted.path ? `entry ${parted.path}: ` : "";
    const wanted = `expected ${parted.want}${allowed && ` ${allowed}`}`;
    return { holds: false, line: `${what}: ${where}${wanted}, got ${parted.got}`, hint };
  }
  const claim = Array.isArray(expected) ? "" : `expected ${String(expected)}`;
  const remark = [claim, allowed].filter(Boolean).join(" ");
  const line = `${what}: ${sayGot(got, expected, tolerance)}${remark && ` (${remark})`}`;
  return { holds: true, line, hint };
}
