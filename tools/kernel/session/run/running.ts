/** The runs that may have work going on, and how they are stopped. */
import type { Run } from "./run";

export class Running {
  /** The run of the request that has not been answered. */
  current: Run | undefined;
  private readonly background = new Set<Run>();

  /** Remembers a run that has an interval. */
  add(run: Run): void {
    for (const old of this.background) if (old.intervals.size === 0) this.background.delete(old);
    this.background.add(run);
  }

  /** Stops the current run; when there is none, what still ticks of earlier ones. */
  stop(): void {
    if (this.current) this.current.stop();
    else this.stopAll();
  }

  stopAll(): void {
    this.current?.stop();
    for (const run of this.background) run.stop();
    this.background.clear();
  }
}
