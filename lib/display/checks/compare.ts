import { allClose, describeValue } from "../../core";

/** Tolerances of a comparison. */
export interface Tolerance {
  rtol: number;
  atol: number;
}

/** Where two values first part: the path of indices ("" for the whole), and what stands there. */
export interface Difference {
  path: string;
  got: string;
  want: string;
}

type Numbers = number | Numbers[];

/** Lists within lists that are compared; what is nested deeper holds itself. */
const DEPTH = 64;

/** Typed arrays as plain ones, lists within lists too. @throws RangeError for a list that holds itself. */
export function toPlain(x: unknown, depth = 0): unknown {
  if (ArrayBuffer.isView(x) && "length" in x) return Array.from(x as Float64Array);
  if (!Array.isArray(x)) return x;
  if (depth >= DEPTH) {
    throw new RangeError(
      `check: lists must not be nested deeper than ${DEPTH}; does one hold itself?`,
    );
  }
  return x.map((v) => toPlain(v, depth + 1));
}

/** Whether a value is a number, or nested lists of numbers. */
export function isNumbers(x: unknown): x is Numbers {
  return typeof x === "number" || (Array.isArray(x) && x.every(isNumbers));
}

/** The largest finite magnitude among numbers, 0 if there is none. */
export function largest(x: Numbers): number {
  if (typeof x !== "number") return x.reduce<number>((m, v) => Math.max(m, largest(v)), 0);
  return Number.isFinite(x) ? Math.abs(x) : 0;
}

function sayExactly(x: unknown): string {
  if (typeof x === "string") return JSON.stringify(x);
  return typeof x === "number" || typeof x === "boolean" ? String(x) : describeValue(x);
}

/** Numbers agree within the tolerance (NaN with NaN), anything else exactly. */
function agree(got: unknown, want: unknown, tolerance: Tolerance): boolean {
  if (typeof got !== "number" || typeof want !== "number") return got === want;
  return allClose(got, want, { ...tolerance, equalNaN: true });
}

/** The first entry in which two nested lists differ, or null when they agree. */
export function firstDifference(
  got: unknown,
  want: unknown,
  tolerance: Tolerance,
): Difference | null {
  if (!Array.isArray(got) || !Array.isArray(want)) {
    if (agree(got, want, tolerance)) return null;
    const nested = Array.isArray(got) || Array.isArray(want);
    const say = nested ? describeValue : sayExactly;
    return { path: "", got: say(got), want: say(want) };
  }
  if (got.length !== want.length) {
    return { path: "", got: describeValue(got), want: describeValue(want) };
  }
  for (let i = 0; i < want.length; i++) {
    const inner = firstDifference(got[i], want[i], tolerance);
    if (inner) return { ...inner, path: `[${i}]${inner.path}` };
  }
  return null;
}
