/** Stops what runs when the user asks for it; the state of the session is kept. */
import { Control } from "../../messages";
import { currentRun } from "./run";

/** Milliseconds that what is stopped has to come to its end by itself; the wire waits longer. */
export const GRACE = 40;

/** Thrown in a run that has been stopped, wherever it next waits. */
export class Interrupted extends Error {
  override name = "Interrupted";

  constructor() {
    super("stopped by the user; names and values are kept");
  }
}

export interface Interrupts {
  /** Takes notice of an interrupt that came while the thread was busy. */
  notice(): void;
  /** Throws in a run that has been stopped. */
  check(): void;
  /** Tells the wire that what was stopped has let the thread go, once for each interrupt noticed. */
  answer(): void;
  /** What ran was ended by force: the thread is free. */
  forced(): void;
}

/**
 * @param stop - Stops what runs.
 * @param tell - Tells the wire.
 */
export function createInterrupts(
  control: Int32Array,
  stop: () => void,
  tell: () => void,
): Interrupts {
  const raised = () => Atomics.load(control, Control.interrupts);
  let noticed = raised();
  let answered = noticed;

  function notice(): void {
    const now = raised();
    if (now === noticed) return;
    noticed = now;
    stop();
  }

  return {
    notice,
    check() {
      notice();
      if (currentRun()?.stopped) throw new Interrupted();
    },
    answer() {
      if (answered === noticed) return;
      answered = noticed;
      tell();
    },
    forced() {
      noticed = answered = raised();
      tell();
    },
  };
}
