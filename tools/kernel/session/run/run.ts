/** Which cell a piece of the learner's code belongs to, also long after: in its timers and promises. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Header } from "../../messages";

/** What one request set going. */
export class Run {
  /** Its awaits throw from now on, and it starts no timers. */
  stopped = false;
  /** The intervals that still tick. */
  readonly intervals = new Set<NodeJS.Timeout>();
  /** Called when it is stopped, by the one who waits for it. */
  onStop: (() => void) | undefined;

  /**
   * @param parent - The header of the request, the parent of all that this run sends.
   * @param count - The number of its code: from 1 for cells, below 0 for code that is not counted;
   *   undefined for what is no code: a message of a widget.
   * @param mayAsk - Whether the client answers questions.
   */
  constructor(
    readonly parent: Header,
    readonly count?: number,
    readonly mayAsk = false,
  ) {}

  stop(): void {
    this.stopped = true;
    for (const interval of this.intervals) clearInterval(interval);
    this.intervals.clear();
    this.onStop?.();
  }
}

const storage = new AsyncLocalStorage<Run>();
let latest: Run | undefined;

/** Calls `work`, which belongs to `run` with all that it sets going. */
export function within<T>(run: Run, work: () => T): T {
  latest = run;
  return storage.run(run, work);
}

/** The run that the caller belongs to, if it is a cell's code at all. */
export const enclosingRun = (): Run | undefined => storage.getStore();

/** The run that the caller belongs to, or the latest where the engine has lost the thread. */
export const currentRun = (): Run | undefined => storage.getStore() ?? latest;
