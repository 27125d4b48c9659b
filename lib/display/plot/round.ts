import { steady } from "../format/number";

/**
 * Numbers of a figure are stored to seven significant digits, so that notebooks stay small, and what
 * is rounding noise beside the rest of its list (1e-12 of the largest, or of the axis where that is
 * given and shorter) is stored as 0, so that they are the same on every machine. NaN and infinities
 * become null, which Plotly leaves out.
 */

const NOISE = 1e-12;

/** The largest magnitude in a nested list. */
function largest(list: readonly unknown[]): number {
  let max = 0;
  for (const v of list) {
    const size = Array.isArray(v) ? largest(v) : typeof v === "number" ? Math.abs(v) : 0;
    if (size > max && Number.isFinite(size)) max = size;
  }
  return max;
}

/** A number to `digits` significant digits; null if it is not finite. */
export function roundNumber(x: number, digits = 7): number | null {
  if (!Number.isFinite(x)) return null;
  return x === 0 ? 0 : Number(steady(x, digits).toPrecision(digits));
}

/**
 * Everything in a trace or layout rounded, undefined entries left out, nothing shared with the
 * original.
 *
 * @param value - Any part of a figure.
 * @param scales - For lists named here ("x", "y") the magnitude that counts as their largest at most:
 * that of the axis on which they are seen, 0 where it is logarithmic and nothing is noise.
 * @param floor - Magnitude up to which a number is noise; by default 1e-12 of the largest in its list.
 */
export function compact(
  value: unknown,
  scales: Readonly<Record<string, number>>,
  floor?: number,
): unknown {
  if (typeof value === "number") return Math.abs(value) <= (floor ?? 0) ? 0 : roundNumber(value);
  if (ArrayBuffer.isView(value)) return compact(Array.from(value as Float64Array), scales, floor);
  if (Array.isArray(value)) {
    const noise = floor ?? NOISE * largest(value);
    return value.map((v) => compact(v, scales, noise));
  }
  if (typeof value !== "object" || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, v] of Object.entries(value)) {
    if (v === undefined) continue;
    const isSeen = key in scales && Array.isArray(v);
    const noise = isSeen ? NOISE * Math.min(scales[key], largest(v)) : undefined;
    out[key] = compact(v, scales, noise);
  }
  return out;
}
