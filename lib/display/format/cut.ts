/** Which of n rows (or columns) to print when not all fit: the first and the last of them. */
export interface Cut {
  /** Indices printed, ascending. */
  kept: number[];
  /** Position in `kept` before which the gap stands, or null if nothing is left out. */
  gap: number | null;
}

/**
 * Keeps all n when they fit in `limit`, otherwise `show` of them, the greater half from the start.
 *
 * @param n - How many there are.
 * @param limit - How many may be printed whole.
 * @param show - How many to print when there are more.
 */
export function cut(n: number, limit: number, show: number): Cut {
  if (n <= limit) return { kept: Array.from({ length: n }, (_, i) => i), gap: null };
  const head = Math.ceil(show / 2);
  const kept = Array.from({ length: show }, (_, k) => (k < head ? k : n - show + k));
  return { kept, gap: head };
}

/** The printed items with `filler` where the gap is. */
export function withGap<T>(items: readonly T[], { gap }: Cut, filler: T): T[] {
  return gap === null ? [...items] : [...items.slice(0, gap), filler, ...items.slice(gap)];
}

/** "178×13, 6 rows and 6 columns shown", or null when all is shown. */
export function cutNote(m: number, n: number, rows: Cut, cols: Cut): string | null {
  const count = (k: number, what: string) => `${k} ${what}${k === 1 ? "" : "s"}`;
  const parts = [
    ...(rows.gap === null ? [] : [count(rows.kept.length, "row")]),
    ...(cols.gap === null ? [] : [count(cols.kept.length, "column")]),
  ];
  return parts.length > 0 ? `${m}×${n}, ${parts.join(" and ")} shown` : null;
}

/** Characters of a text that are shown. */
const CHARACTERS = 10_000;

/** A long text cut, with a remark on its length. */
export function cutText(text: string, limit = CHARACTERS): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit)}… (${text.length} characters)`;
}
