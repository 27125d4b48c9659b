/** The share of what is known of the rate that a new look replaces. */
const NEW = 0.3;

/** How fast a count rises, the recent past before the rest. */
export class Pace {
  private count = 0;
  private perSecond = Number.NaN;

  /** @param at - The time of the start, in milliseconds. */
  constructor(private at: number) {}

  /** The rate a second at the time `now`; NaN while nothing is known. */
  look(count: number, now: number): number {
    const seconds = (now - this.at) / 1000;
    if (seconds > 0 && count > this.count) {
      const latest = (count - this.count) / seconds;
      const before = this.perSecond;
      this.perSecond = Number.isNaN(before) ? latest : NEW * latest + (1 - NEW) * before;
      [this.count, this.at] = [count, now];
    }
    return this.perSecond;
  }
}

/** "12.3/s", or "2.1 s each" where one takes longer than a second. */
export function rateText(perSecond: number): string {
  if (perSecond >= 1000) return `${Math.round(perSecond)}/s`;
  if (perSecond >= 1) return `${Number(perSecond.toPrecision(3))}/s`;
  return `${Number((1 / perSecond).toPrecision(2))} s each`;
}

/** "8 s", "3 min 20 s", "2 h 05 min". */
export function durationText(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${String(s % 60).padStart(2, "0")} s`;
  return `${Math.floor(s / 3600)} h ${String(Math.floor((s % 3600) / 60)).padStart(2, "0")} min`;
}
