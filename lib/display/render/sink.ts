import { AsyncLocalStorage } from "node:async_hooks";
import type { Bundle, DisplayOptions } from "./bridge";

/** Takes what would be sent to the page. */
export type Sink = (bundle: Bundle, options: DisplayOptions) => void;

const sinks = new AsyncLocalStorage<Sink | undefined>();

/** Where displays go now instead of the page. */
export const currentSink = (): Sink | undefined => sinks.getStore();

/** Runs `work`; what it displays, also later in what it awaits, goes to `sink`. */
export const displayingTo = <T>(sink: Sink, work: () => T): T => sinks.run(sink, work);
