/** Errors in timers and promises that nobody waits for: shown in their cell, and the kernel lives on. */
import type { Output } from "../output/output";
import { enter } from "../run/context";
import { Interrupted } from "../run/interrupts";
import { currentRun, type Run, runOfThrown } from "../run/run";
import { isObject } from "./describe";
import type { Stacks } from "./stacks";
import { errorContent } from "./traceback";

/** Milliseconds in which a promise that was rejected may still find someone who handles it. */
const PATIENCE = 1000;

export interface LateErrors {
  /** From now on no error ends the process. */
  watch(): void;
  /** A cell has ended: what has been rejected by now, and is handled nowhere, is shown. */
  settle(): Promise<void>;
}

export function createLateErrors(output: Output, stacks: Stacks): LateErrors {
  const rejected = new Map<Promise<unknown>, { reason: unknown; run: Run | undefined }>();
  // the learner's timers are watched, and might be replaced: these are the kernel's own
  const { setTimeout, setImmediate } = globalThis;

  /** Whose error it is: that of the cell whose call has led to it, where nothing better is known. */
  function runOf(thrown: unknown): Run | undefined {
    const known = runOfThrown(thrown);
    if (known || !isObject(thrown)) return known ?? currentRun();
    const cells = stacks.framesOf(thrown).flatMap((frame) => (frame.kind === "cell" ? frame : []));
    return cells.at(-1)?.cell.run ?? currentRun();
  }

  function show(thrown: unknown, run: Run | undefined): void {
    if (thrown instanceof Interrupted) return;
    output.error(run, errorContent(thrown, stacks));
  }

  function flush(): void {
    for (const [promise, { reason, run }] of rejected) {
      rejected.delete(promise);
      show(reason, run);
    }
  }

  return {
    async settle() {
      if (rejected.size === 0) return;
      // Node tells of what was handled meanwhile when it next comes round
      await new Promise((resolve) => setImmediate(resolve));
      flush();
    },
    watch() {
      process.on("uncaughtException", (thrown) => {
        show(thrown, runOf(thrown));
        enter(undefined);
      });
      process.on("unhandledRejection", (reason, promise) => {
        rejected.set(promise, { reason, run: runOf(reason) });
        setTimeout(flush, PATIENCE).unref();
      });
      process.on("rejectionHandled", (promise) => rejected.delete(promise));
    },
  };
}
