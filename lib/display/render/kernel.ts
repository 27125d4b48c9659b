import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * The way from this library to the page. This file alone knows the kernel, tslab: its public
 * `display` sends one MIME type a call, so we use the function beneath it, which takes a whole bundle.
 */

/** One display in several MIME types, of which the page draws the richest it knows. */
export interface Bundle {
  "text/plain": string;
  "text/latex"?: string;
  "text/html"?: string;
  "application/vnd.plotly.v1+json"?: object;
}

type Send = (message: { data: Bundle; metadata: object; transient: object }) => void;

/** The file of tslab that holds the sender; loaded in every process that is a tslab kernel. */
const KERNEL_FILE = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/;

/** The kernel's sender as it stands now (it changes with every cell), or null outside a kernel. */
function kernelSender(): Send | null {
  const { cache } = createRequire(join(process.cwd(), "any.js"));
  const id = Object.keys(cache).find((file) => KERNEL_FILE.test(file)) ?? "";
  const kernel = cache[id]?.exports as { lastWriteDisplayData: Send | null } | undefined;
  return kernel?.lastWriteDisplayData ?? null;
}

/**
 * Sends a bundle to the notebook's cell that is running; outside a tslab kernel, prints its plain
 * text to stdout.
 *
 * @param bundle - What to display; `text/plain` is always there.
 */
export function send(bundle: Bundle): void {
  const sender = kernelSender();
  if (sender) sender({ data: bundle, metadata: {}, transient: {} });
  else process.stdout.write(`${bundle["text/plain"]}\n`);
}
