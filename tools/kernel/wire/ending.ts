/** The end of the kernel's process: asked for, or because who started it is gone. */
import { setTimeout as sleep } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import type { ToSession } from "../messages";
import type { Interrupter } from "./interrupter";
import { log } from "./log";
import type { Sockets } from "./sockets";

/** Milliseconds in which a session can be stopped, and then ends by itself. */
const PATIENCE = 1500;
/** Milliseconds between two looks at the parent. */
const LOOK = 1000;

/**
 * Closes the sockets, which ZeroMQ wants before the process ends, stops what runs, and lets the
 * session end the process; one that cannot be stopped is killed.
 */
export async function endProcess(
  sockets: Sockets,
  interrupter: Interrupter,
  session: MessagePort,
  restart: boolean,
): Promise<void> {
  process.removeAllListeners("uncaughtException");
  process.on("uncaughtException", () => {}); // what is still to be sent finds its socket closed
  for (const socket of Object.values(sockets)) socket.close();
  interrupter.interrupt();
  await Promise.race([interrupter.settled(), sleep(PATIENCE)]);
  session.postMessage({ kind: "shutdown", restart } satisfies ToSession);
  await sleep(PATIENCE);
  process.kill(process.pid, "SIGKILL");
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Watches the process that JPY_PARENT_PID names, as Jupyter's launcher sets it. */
export function watchParent(onGone: () => void): void {
  const parent = Number(process.env.JPY_PARENT_PID);
  if (!(parent > 1)) return;
  // A child knows by its own parent, which nobody else can be; others ask whether the number lives.
  const gone = process.ppid === parent ? () => process.ppid !== parent : () => !alive(parent);
  const timer = setInterval(() => {
    if (!gone()) return;
    clearInterval(timer);
    log(`the process that started this kernel (${parent}) is gone`);
    onGone();
  }, LOOK);
}
