/** The kernel's wire with a stand-in behind it (standin.cjs), and cells for that. */
import { join } from "node:path";
import { ROOT } from "../../../../tools/common/project";

/** What starts it, for `Kernel.start({ argv })`. */
export const standin = [
  process.execPath,
  join(ROOT, "test", "tools", "kernel", "wire", "standin.cjs"),
];

/** A cell that does these things one after another. */
export const cell = (...actions: unknown[][]): string => JSON.stringify(actions);
