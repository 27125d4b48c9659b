/** Ends what the main thread computes, by way of V8's inspector. */
import { Session } from "node:inspector";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds between attempts. */
const PATIENCE = 100;

/** Stops the main thread where it next comes to a line of its own code, and ends it there. */
function endAtNextLine(inspector: Session): void {
  inspector.once("Debugger.paused", () => {
    inspector.post("Debugger.resume", { terminateOnResume: true });
  });
  inspector.post("Debugger.enable", {});
  inspector.post("Debugger.setBlackboxPatterns", { patterns: ["^node:", "kernel/dist/session/"] });
  inspector.post("Debugger.pause");
}

/**
 * Ends whatever JavaScript the main thread runs, uncatchably; resolves when that has happened.
 *
 * V8 forgets a demand that happens to meet it in what it calls by itself, as the hooks of promises,
 * and takes no second one meanwhile. So one that is not met is repeated by the debugger.
 */
export async function terminate(): Promise<void> {
  const demand = new Session();
  demand.connectToMainThread();
  let ended = false;
  const end = new Promise<void>((resolve) => {
    demand.post("Runtime.terminateExecution", () => {
      ended = true;
      resolve();
    });
  });
  await Promise.race([end, sleep(PATIENCE)]);
  while (!ended) {
    const debug = new Session();
    debug.connectToMainThread();
    endAtNextLine(debug);
    await Promise.race([end, sleep(PATIENCE)]);
    debug.disconnect();
  }
  demand.disconnect();
}
