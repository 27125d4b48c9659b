import { EpsilonTable, type Limit } from "./epsilon";

/** A total has not moved if it has by less than this part of its error. */
const STILL = 1e-3;

/** Intervals with at least this part of the error are where the singularity is. */
const NOTABLE = 0.01;

/** So often extrapolation may fail to get better before it is left. */
const IDLE = 5;

/** After this many totals that go on growing no more are awaited. */
const HOPELESS = 20;

/** What of an interval says whether there is something to extrapolate. */
interface Site {
  lo: number;
  hi: number;
  level: number;
  error: number;
}

/**
 * The totals of an adaptive integration, each with singularities in intervals half as large as for the
 * one before, and the limit they point to.
 *
 * There is one only if the smallest intervals go on ending at the same points: of a jump between their
 * ends nothing is known but that it is there. And a total that stays while its error is large tells of
 * something that no point has met. Either way the sequence begins anew.
 */
export class Extrapolation {
  /** The best limit so far; its error includes that of the larger intervals. */
  limit: Limit | undefined;
  /** Halvings of the intervals at a singularity. */
  level = 1;
  private table = new EpsilonTable();
  private ends = new Set<number>();
  private idle = 0;
  private readonly totals: number[] = [];

  /** Takes in the total area of all intervals; `rest` is the error of those that are not the smallest. */
  add(intervals: readonly Site[], area: number, error: number, rest: number): void {
    const bad = intervals.filter((x) => x.level >= this.level && x.error > NOTABLE * error);
    const shared = bad.map(({ lo, hi }) => [lo, hi].filter((end) => this.ends.has(end)));
    const settled = shared.every((ends) => ends.length > 0);
    this.ends = new Set(settled ? shared.flat() : bad.flatMap(({ lo, hi }) => [lo, hi]));
    const rise = Math.abs(area - (this.totals[this.totals.length - 1] ?? Infinity));
    if (!settled || rise < STILL * error) {
      this.table = new EpsilonTable();
      this.limit = undefined;
    }
    const seen = this.table.add(area);
    this.totals.push(area);
    this.level++;
    if (seen === undefined || (this.limit && seen.error + rest >= this.limit.error)) this.idle++;
    else {
      this.limit = { value: seen.value, error: seen.error + rest };
      this.idle = 0;
    }
  }

  /** Whether the totals go on growing by as much, as they do at 1/x, where a limit makes no sense. */
  get diverges(): boolean {
    const { totals } = this;
    if (totals.length < 5) return false;
    const rises = totals.slice(1).map((total, k) => Math.abs(total - totals[k]));
    return rises.slice(-3).every((rise, k) => rise > (1 - 1e-6) * rises[rises.length - 4 + k]);
  }

  /** Whether to go on has no prospect: nothing converges, or the limit does not get better. */
  isIdle(error: number): boolean {
    const spent = this.idle > IDLE && this.limit !== undefined && this.limit.error < 1e-3 * error;
    return spent || (this.totals.length > HOPELESS && this.diverges);
  }
}
