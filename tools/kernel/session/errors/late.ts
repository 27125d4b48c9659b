/** Errors in timers and promises that nobody waits for: shown in their cell, and the kernel lives on. */
import type { Output } from "../output/output";
import { Interrupted } from "../run/interrupts";
import { currentRun, type Run } from "../run/run";
import type { Stacks } from "./stacks";
import { errorContent } from "./traceback";

/** Milliseconds in which a promise that was rejected may still find someone who handles it. */
const PATIENCE = 1000;

export interface LateErrors {
  /** A cell has ended: whatever has been rejected by now is shown. */
  flush(): void;
}

export function watchLateErrors(output: Output, stacks: Stacks): LateErrors {
  const rejected = new Map<Promise<unknown>, { reason: unknown; run: Run | undefined }>();
  // the learner's timers are watched, and might be replaced: these are the kernel's own
  const { setTimeout } = globalThis;

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

  process.on("uncaughtException", (thrown) => show(thrown, currentRun()));
  process.on("unhandledRejection", (reason, promise) => {
    rejected.set(promise, { reason, run: currentRun() });
    setTimeout(flush, PATIENCE).unref();
  });
  process.on("rejectionHandled", (promise) => rejected.delete(promise));
  return { flush };
}
