/** The wire thread: the sockets, and who answers what comes in on them. */
import { workerData } from "node:worker_threads";
import type { WireStart } from "../messages";
import { log } from "./log";
import { openWire } from "./wire";

// Without this thread nobody can reach the process any more, so it does not outlive it.
process.on("uncaughtException", (error) => {
  log(`the wire thread failed: ${error?.stack ?? error}`);
  process.kill(process.pid, "SIGKILL");
});

void openWire(workerData as WireStart);
