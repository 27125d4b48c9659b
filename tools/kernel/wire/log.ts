/** The kernel's own log, on the process's standard error: where the client that started it shows it. */
import { writeSync } from "node:fs";

/** Written at once and not through the main thread, which may be busy. */
export function log(message: string): void {
  try {
    writeSync(2, `[kernel] ${message}\n`);
  } catch {
    // nobody listens any more
  }
}
