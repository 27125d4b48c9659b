/** Which cell a piece of the learner's code belongs to, also long after: in its timers and promises. */
import type { Header } from "../../messages";
import { frameOfThrown } from "./context";
import { createStorage, Storage } from "./storage";

/** What one request set going. */
export class Run {
  /** Its awaits throw from now on, and it starts no timers. */
  stopped = false;
  /** The intervals that still tick. */
  readonly intervals = new Set<NodeJS.Timeout>();
  /** What is sent when it is stopped, by the display that it then replaces. */
  readonly lastWords = new Map<string, () => void>();
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
    for (const say of this.lastWords.values()) say();
    this.lastWords.clear();
    this.onStop?.();
  }
}

const storage = createStorage<Run>();
let latest: Run | undefined;

/** Calls `work`, which belongs to `run` with all that it sets going. */
export function within<T>(run: Run, work: () => T): T {
  latest = run;
  return storage.run(run, work);
}

/** The run that the caller belongs to, if that is known for certain. */
export const enclosingRun = (): Run | undefined => storage.getStore();

/** The run that the caller belongs to, or the latest where that is not known. */
export const currentRun = (): Run | undefined => storage.getStore() ?? latest;

/** The run in which an error was thrown that nobody caught, if that is known for certain. */
export const runOfThrown = (thrown: unknown): Run | undefined =>
  (storage instanceof Storage ? storage.in(frameOfThrown(thrown)) : undefined) ?? enclosingRun();
