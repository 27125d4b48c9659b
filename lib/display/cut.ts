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

/** The items at the kept positions, with `filler` where the gap is. */
export function pick<T>(items: readonly T[], { kept, gap }: Cut, filler: T): T[] {
  const out = kept.map((i) => items[i] as T);
  if (gap !== null) out.splice(gap, 0, filler);
  return out;
}
