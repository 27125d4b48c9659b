/**
 * The fraction of least denominator within 1e-12 (relative to max(1, |x|)) of x, if there is one with
 * denominator up to 1000: the convergents of the continued fraction of x, in turn.
 *
 * @returns `{ p, q }` in lowest terms with q > 0, or null when x is not close to any.
 */
export function toFraction(x: number): { p: number; q: number } | null {
  if (!Number.isFinite(x)) return null;
  const tolerance = 1e-12 * Math.max(1, Math.abs(x));
  let [p0, q0, p, q] = [1, 0, Math.floor(x), 1];
  let rest = x - p;
  while (Math.abs(p / q - x) > tolerance) {
    const a = Math.floor(1 / rest);
    rest = 1 / rest - a;
    [p0, q0, p, q] = [p, q, a * p + p0, a * q + q0];
    if (!(q <= 1000)) return null;
  }
  return { p, q };
}

/** The fraction as text, "-3/4" or "2"; null when x is none. */
export function fractionText(x: number): string | null {
  const f = toFraction(x);
  if (!f) return null;
  return f.q === 1 ? String(f.p) : `${f.p}/${f.q}`;
}
