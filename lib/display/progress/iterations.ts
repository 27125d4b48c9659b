import type { Iteration } from "../../core";
import { formatNumber } from "../format/number";
import { durationText, Pace, rateText } from "./pace";
import type { Moving, Work } from "./state";

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;

/** The iterations of a method, of which nobody says when it has come to its end. */
export class Iterations implements Work {
  private last: Iteration | undefined;
  private count = 0;
  private runs = 0;
  private readonly pace: Pace;

  constructor(
    readonly label: string,
    now: number,
  ) {
    this.pace = new Pace(now);
  }

  /** @returns Whether that was the last iteration there can be in this run. */
  next(iteration: Iteration): boolean {
    if (this.last === undefined || iteration.iteration <= this.last.iteration) this.runs++;
    this.count++;
    this.last = iteration;
    return iteration.iteration >= iteration.of;
  }

  moving(now: number): Moving {
    const rate = this.pace.look(this.count, now);
    if (this.last === undefined) return { share: undefined, text: "" };
    const { iteration, of, value } = this.last;
    const known = Number.isFinite(of) && of > 0;
    const parts = [
      `${this.runs > 1 ? `run ${this.runs}, ` : ""}iteration ${iteration}${known ? ` of at most ${of}` : ""}`,
      `value ${formatNumber(value)}`,
    ];
    if (rate > 0) parts.push(rateText(rate));
    if (rate > 0 && known) parts.push(`at most ${durationText((of - iteration) / rate)} left`);
    return { share: known ? Math.min(iteration / of, 1) : undefined, text: parts.join(" · ") };
  }

  settled(): string {
    const runs = this.runs > 1 ? ` in ${this.runs} runs` : "";
    const value = this.last === undefined ? "" : `, value ${formatNumber(this.last.value)}`;
    return `${plural(this.count, "iteration")}${runs}${value}`;
  }
}
