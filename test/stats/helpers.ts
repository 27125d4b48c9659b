import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** A fixture of this folder, with its infinities back in place of words. */
export function fixture<T>(name: string): T {
  const text = readFileSync(join(__dirname, "fixtures", `${name}.json`), "utf8");
  return JSON.parse(text, (_, v) => (v === "Infinity" || v === "-Infinity" ? Number(v) : v)) as T;
}

type Nested = number | readonly Nested[];

/** Largest of |a − b|/max(|b|, floor) over the entries of two arrays of one shape. */
export function worstError(a: Nested, b: Nested, floor = 0): number {
  if (typeof a === "number" && typeof b === "number") {
    if (a === b) return 0;
    return Math.abs(a - b) / Math.max(Math.abs(b), floor);
  }
  if (typeof a === "number" || typeof b === "number" || a.length !== b.length) return Infinity;
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const error = worstError(a[i], b[i], floor);
    if (!(error <= worst)) worst = error; // NaN counts
  }
  return worst;
}

/** Expects every entry within `rtol` of the reference, relative to max(|reference|, floor). */
export function expectNear(a: Nested, b: Nested, rtol: number, floor = 0, label = ""): void {
  const error = worstError(a, b, floor);
  if (!(error <= rtol)) {
    expect(a, `${label} relative error ${error}, allowed ${rtol}`).toEqual(b);
    expect.fail(`${label} holds NaN`);
  }
}

/** The constructor and the message of what `f` throws. */
export function thrown(f: () => unknown): { kind: string; message: string } {
  try {
    f();
  } catch (error) {
    return { kind: (error as Error).name, message: (error as Error).message };
  }
  throw new Error("expected an error");
}
