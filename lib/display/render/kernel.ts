import { createRequire } from "node:module";
import { join } from "node:path";
import { type Bundle, type DisplayOptions, kernelBridge } from "./bridge";
import { currentSink, type Sink } from "./sink";

/**
 * The way from this library to the page: the course's kernel by its bridge, a stock tslab by the function
 * beneath its public `display` (which sends one MIME type a call, not a whole bundle), standard output
 * in a script. This file alone knows them.
 */

type Send = (
  message: { data: Bundle; metadata: object; transient: object },
  update: boolean,
) => void;

/** The file of tslab that holds the sender; loaded in every process that is a tslab kernel. */
const KERNEL_FILE = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/;

/** tslab's sender as it stands now (it changes with every cell), or null outside a kernel. */
function tslabSender(): Send | null {
  const { cache } = createRequire(join(process.cwd(), "any.js"));
  const id = Object.keys(cache).find((file) => KERNEL_FILE.test(file)) ?? "";
  const kernel = cache[id]?.exports as { lastWriteDisplayData: Send | null } | undefined;
  return kernel?.lastWriteDisplayData ?? null;
}

/** Whether there is a page to draw on. */
export function hasPage(): boolean {
  return currentSink() !== undefined || kernelBridge() !== undefined || tslabSender() !== null;
}

let displays = 0;

/** A name for a display that is to be replaced; no other display of this process has it. */
export function newDisplayId(): string {
  displays++;
  return `mml-${process.pid}-${displays}`;
}

/**
 * Sends a bundle to the notebook's cell that is running; outside a kernel, prints its plain text to
 * stdout.
 *
 * @param bundle - What to display; `text/plain` is always there.
 */
export function send(bundle: Bundle, options: DisplayOptions = {}): void {
  wayOut()(bundle, options);
}

/** Lets the kernel replace a display when the cell is stopped, and shows nothing more itself. */
export function whenStopped(displayId: string, last: (() => Bundle) | undefined): void {
  if (!currentSink()) kernelBridge()?.whenStopped(displayId, last);
}

function wayOut(): Sink {
  const sink = currentSink();
  if (sink) return sink;
  const bridge = kernelBridge();
  if (bridge) return (bundle, options) => bridge.display(bundle, options);
  const sender = tslabSender();
  if (!sender) return (bundle) => process.stdout.write(`${bundle["text/plain"]}\n`);
  return (data, { displayId, update = false }) => {
    const transient = displayId === undefined ? {} : { display_id: displayId };
    sender({ data, metadata: {}, transient }, update);
  };
}
