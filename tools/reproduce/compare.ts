/**
 * Compares what a notebook gives now with what it has stored: text and JSON exactly, except that
 * numbers, wherever they stand, agree to a relative tolerance.
 */

import { type Cell, type Output, textOf } from "../common/notebook";
import { Problem } from "../common/problem";

export interface Tolerance {
  rtol: number;
  atol: number;
}

/** Numbers differ in their last digits between processors; nothing else may. */
export const DEFAULT_TOLERANCE: Tolerance = { rtol: 1e-6, atol: 0 };

/** Where two outputs first differ. */
export interface Difference {
  where: string;
  expected: string;
  got: string;
}

const FIGURE = "application/vnd.plotly.v1+json";
/** Made from the figure by `--update`, so that they agree when the figure does. */
const DERIVED = ["image/png", "image/svg+xml"];

const NUMBER = /(?<![\w.])[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w])/g;

export function numbersAgree(a: number, b: number, { rtol, atol }: Tolerance): boolean {
  return a === b || Math.abs(a - b) <= atol + rtol * Math.max(Math.abs(a), Math.abs(b));
}

/** Splits a text into the numbers in it and what stands between them. */
function split(text: string): { numbers: number[]; between: string[] } {
  const found = text.match(NUMBER) ?? [];
  const numbers = found.map((n) => Number(n.replace("−", "-")));
  return { numbers, between: text.split(NUMBER) };
}

export function textsAgree(expected: string, got: string, tolerance: Tolerance): boolean {
  if (expected === got) return true;
  const a = split(expected);
  const b = split(got);
  return (
    a.numbers.length === b.numbers.length &&
    a.between.every((part, i) => part === b.between[i]) &&
    a.numbers.every((n, i) => numbersAgree(n, b.numbers[i]!, tolerance))
  );
}

/** The path of the first place where two JSON values differ, or undefined when they agree. */
export function jsonDifference(
  expected: unknown,
  got: unknown,
  tolerance: Tolerance,
  where = "",
): Difference | undefined {
  const differ = { where, expected: JSON.stringify(expected), got: JSON.stringify(got) };
  if (typeof expected === "number" && typeof got === "number") {
    return numbersAgree(expected, got, tolerance) ? undefined : differ;
  }
  if (typeof expected === "string" && typeof got === "string") {
    return textsAgree(expected, got, tolerance) ? undefined : differ;
  }
  const composite = (v: unknown): v is object => typeof v === "object" && v !== null;
  if (!composite(expected) || !composite(got)) return expected === got ? undefined : differ;
  if (Array.isArray(expected) !== Array.isArray(got)) return differ;
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  for (const key of keys) {
    if (!(key in expected) || !(key in got)) {
      const side = (v: object) => (key in v ? JSON.stringify(v[key as never]) : "nothing");
      return { where: `${where}.${key}`, expected: side(expected), got: side(got) };
    }
    const path = Array.isArray(expected) ? `${where}[${key}]` : `${where}.${key}`;
    const inside = jsonDifference(expected[key as never], got[key as never], tolerance, path);
    if (inside) return inside;
  }
  return undefined;
}

function comparable(output: Output): Record<string, unknown> {
  const { output_type, name, data, metadata } = output;
  if (output_type === "stream") return { [String(name)]: textOf(output.text) };
  if (output_type === "error") return { error: `${output.ename}: ${output.evalue}` };
  const bundle = Object.entries(data ?? {})
    .filter(([type]) => !(FIGURE in (data ?? {}) && DERIVED.includes(type)))
    .map(([type, value]) => {
      const isText =
        typeof value === "string" || (Array.isArray(value) && typeof value[0] === "string");
      return [type, isText ? textOf(value as string | string[]) : value];
    });
  return { ...Object.fromEntries(bundle), metadata: metadata ?? {} };
}

/** Where one stored output and a new one first differ, or undefined. */
export function outputDifference(
  expected: Output | undefined,
  got: Output | undefined,
  tolerance: Tolerance,
): Difference | undefined {
  const show = (output: Output | undefined) =>
    output ? JSON.stringify(comparable(output)) : "no such output";
  if (!expected || !got) return { where: "", expected: show(expected), got: show(got) };
  if (expected.output_type === "stream" && got.output_type === "stream") {
    const [a, b] = [textOf(expected.text), textOf(got.text)];
    const same = expected.name === got.name && textsAgree(a, b, tolerance);
    return same ? undefined : { where: String(expected.name), expected: a, got: b };
  }
  if (expected.output_type !== got.output_type) {
    return { where: "output_type", expected: expected.output_type, got: got.output_type };
  }
  return jsonDifference(comparable(expected), comparable(got), tolerance);
}

/** A cell's tolerance: metadata `{"reproduce": {"rtol": 1e-3, "reason": "…"}}` may widen the default. */
export function toleranceOf(cell: Cell): Tolerance {
  const wider = cell.metadata.reproduce as (Partial<Tolerance> & { reason?: string }) | undefined;
  if (wider === undefined) return DEFAULT_TOLERANCE;
  if (!wider.reason) {
    throw new Problem(
      'A cell\'s metadata "reproduce" must say why it widens the tolerance: {"rtol": 1e-3, "reason": "…"}',
    );
  }
  if (wider.rtol !== undefined && !(wider.rtol < 1)) {
    throw new Problem(
      `A cell's metadata "reproduce" has rtol ${wider.rtol}: from 1 on nothing is compared. ` +
        "0.9 lets a number be ten times another; atol is for what is near zero.",
    );
  }
  return {
    ...DEFAULT_TOLERANCE,
    ...(wider.rtol && { rtol: wider.rtol }),
    ...(wider.atol && { atol: wider.atol }),
  };
}

/** Where the outputs of a cell first differ, or undefined when all agree. */
export function cellDifference(expected: Cell, got: Cell): Difference | undefined {
  const tolerance = toleranceOf(expected);
  const [a, b] = [expected.outputs ?? [], got.outputs ?? []];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = outputDifference(a[i], b[i], tolerance);
    if (difference) return { ...difference, where: `output ${i + 1} ${difference.where}`.trim() };
  }
  return undefined;
}
