import { durationText, Pace, rateText } from "./pace";
import type { Moving, Work } from "./state";

/** How a loop ended. */
export type Ending = "done" | "stopped" | "failed";

/** The items of a loop that are done. */
export class Count implements Work {
  done = 0;
  ending: Ending = "stopped"; // unless it is said otherwise: one that is stopped by force says nothing
  private readonly pace: Pace;

  /** @param total - How many there are, where that is known. */
  constructor(
    readonly label: string,
    private readonly total: number | undefined,
    now: number,
  ) {
    this.pace = new Pace(now);
  }

  moving(now: number): Moving {
    const { done, total } = this;
    const rate = this.pace.look(done, now);
    const known = total !== undefined && done <= total;
    const parts = [known ? `${done} of ${total}` : `${done} done`];
    if (rate > 0) parts.push(rateText(rate));
    if (rate > 0 && known) parts.push(`${durationText((total - done) / rate)} left`);
    return { share: known && total > 0 ? done / total : undefined, text: parts.join(" · ") };
  }

  settled(): string {
    const { done, total, ending } = this;
    const of = total === undefined ? "" : ` of ${total}`;
    if (ending === "done") return `${done}${of} done`;
    return `${ending} after ${done}${of}`;
  }
}
