/** Starts the threads beside the session's and lays the lines between them. */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, type ResourceLimits, Worker } from "node:worker_threads";
import { Control, type LanguageStart, type SessionStart, type WireStart } from "./messages";

/**
 * What a thread may use beside the old objects of its heap. The language thread's are read once and
 * stay: its young ones need no more room, which would be some 15 MB of every kernel.
 */
const LIMITS: Record<string, ResourceLimits> = { language: { maxYoungGenerationSizeMb: 24 } };

/** A thread of the kernel; without any of them there is no kernel, so one that fails ends all. */
function startThread(name: string, data: WireStart | LanguageStart): Worker {
  const ports = Object.values(data).filter((value) => value?.constructor?.name === "MessagePort");
  const thread = new Worker(join(__dirname, name, "main.js"), {
    name,
    workerData: data,
    transferList: ports,
    resourceLimits: LIMITS[name],
  });
  thread.on("error", (error) => {
    writeSync(2, `the kernel's ${name} thread failed: ${error?.stack ?? error}\n`);
    process.exit(1);
  });
  return thread;
}

/** Starts wire and language; what the session, on the thread that calls, is to be started with. */
export function startThreads(connectionFile: string): SessionStart {
  const control = new Int32Array(new SharedArrayBuffer(4 * Control.length));
  const [wireSession, wireLanguage, sessionLanguage, typed] = [
    new MessageChannel(),
    new MessageChannel(),
    new MessageChannel(),
    new MessageChannel(),
  ];
  const wire = startThread("wire", {
    session: wireSession.port1,
    language: wireLanguage.port1,
    typed: typed.port1,
    control,
    connectionFile,
  });
  startThread("language", { wire: wireLanguage.port2, session: sessionLanguage.port2 });
  // Ctrl-C in a terminal, where it arrives, is an interrupt like any other.
  process.on("SIGINT", () => wire.postMessage("interrupt"));
  return {
    wire: wireSession.port2,
    language: sessionLanguage.port1,
    typed: typed.port2,
    control,
  };
}
