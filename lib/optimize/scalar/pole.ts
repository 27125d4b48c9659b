import { golden } from "./golden";
import { resolution, type ScalarHistoryEntry, type Value } from "./types";

/** A rise over the last interval by no more than this share of all that f fell is that of a smooth minimum. */
const SMOOTH = 1e-9;

/** A change by this share of f, or less, may be rounding. */
const NOISE = 1e3 * Number.EPSILON;

/** How much shorter the interval becomes in each of the two stages that are compared. */
const STAGE = 1e4;

/** To a pole f falls in the second stage at least by this share of what it did in the first. */
const PACE = 0.6;

/** So many of the finest intervals are beset by rounding. */
const ROUNDED = 8;

/**
 * Whether f falls to its lowest point as to a pole. The search is done again there until doubles end, by the
 * golden section: over the last intervals, each 10⁴ times shorter, a function with a minimum falls less and less,
 * |x|^p by 10^(−4p) of what it did before, but a logarithm by as much again and a pole by more. Where f has a
 * smooth minimum nothing is evaluated for it.
 *
 * @param history - The path of the search, which has converged.
 * @param known - All values so far.
 */
export function isPole(
  f: Value,
  history: readonly ScalarHistoryEntry[],
  known: ReadonlyMap<number, number>,
): boolean {
  const { x, fun, bracket } = history[history.length - 1];
  if (fun === -Infinity) return true;
  const values = [...known.values()].filter(Number.isFinite).sort((a, b) => a - b);
  // across a pole of odd order values are huge, but not half of them
  const fell = values[values.length >> 1] - fun;
  const rise = Math.max(...bracket.map((end) => (known.get(end) ?? fun) - fun));
  if (!(rise > Math.max(NOISE * Math.abs(fun), SMOOTH * fell))) return false;

  const finest = ROUNDED * resolution(0, x, widthOf(history[0]));
  const wide = history.filter((entry) => widthOf(entry) >= 10 * STAGE * STAGE * finest);
  return fallsOn(f, wide.length > 0 ? wide[wide.length - 1] : history[0], known, SMOOTH * fell);
}

/** The same for a lowest point between two others, however it was found. */
export function isPoleBetween(f: Value, x: number, fun: number, ends: [number, number]): boolean {
  const known = new Map<number, number>();
  const value = (t: number) => {
    const y = f(t);
    known.set(t, Number.isNaN(y) ? Infinity : y);
    return known.get(t)!;
  };
  const fell = Math.max(...ends.map(value).filter(Number.isFinite)) - fun;
  return fallsOn(value, { x, fun, bracket: ends }, known, SMOOTH * fell);
}

/** Whether f goes on falling from an entry of a search on, by more than `least`, until doubles end. */
function fallsOn(
  f: Value,
  from: ScalarHistoryEntry,
  known: ReadonlyMap<number, number>,
  least: number,
): boolean {
  const path = deepen(f, from);
  const last = path[path.length - 1];
  if (last.fun === -Infinity) return true;
  // the lower end of an interval depends less than its best point on how near that happens to lie
  const [before, between, after] = [STAGE * STAGE, STAGE, 1].map((share) => {
    const entry = path.find((one) => widthOf(one) <= ROUNDED * share * widthOf(last)) ?? last;
    return Math.min(...entry.bracket.map((end) => known.get(end) ?? Infinity));
  });
  const second = between - after;
  return second > Math.max(PACE * (before - between), NOISE * Math.abs(after), least);
}

const widthOf = ({ bracket: [low, high] }: ScalarHistoryEntry): number => high - low;

/** The path of the golden section from one entry on, as far as doubles tell points apart. */
function deepen(f: Value, { x, fun, bracket: [a, c] }: ScalarHistoryEntry): ScalarHistoryEntry[] {
  const path: ScalarHistoryEntry[] = [];
  golden(
    { f, tol: 0, maxIter: 1000, record: (entry) => path.push(entry) },
    { a, b: x, c, fb: fun },
  );
  return path;
}
