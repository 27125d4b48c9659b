/**
 * The session's way out to the iopub channel, with back-pressure: a loop that prints faster than
 * the client can take is held here, in its own call, and not in an ever longer queue.
 */
import type { MessagePort } from "node:worker_threads";
import { Control, type FromSession } from "../messages";

type Publish = Extract<FromSession, { kind: "publish" }>;

/** Bytes on their way above which the session waits. */
export const BOUND = 256 * 1024;
/** What a message weighs beside its content: header, parent, signature; */
const ENVELOPE = 600;
/** and a piece of a stream, of which many share an envelope. */
const PIECE = 16;

/** About the size of a value as JSON, without making it. */
function weigh(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value === null || typeof value !== "object") return 8;
  let weight = 2;
  for (const key in value) weight += key.length + weigh((value as Record<string, unknown>)[key]);
  return weight;
}

function weightOf({ type, content, buffers = [] }: Omit<Publish, "kind" | "weight">): number {
  if (type === "stream") return PIECE + String(content.text).length;
  return buffers.reduce((sum, { byteLength }) => sum + byteLength, ENVELOPE + weigh(content));
}

export interface Outlet {
  /** Hands a message to the wire; waits while too much is unsent, or until an interrupt comes. */
  publish(message: Omit<Publish, "kind" | "weight">): void;
}

export function createOutlet(port: MessagePort, control: Int32Array): Outlet {
  /** Waits until the wire has caught up; an interrupt lets the caller go on to where it is stopped. */
  function wait(): void {
    const interrupts = Atomics.load(control, Control.interrupts);
    for (;;) {
      const unsent = Atomics.load(control, Control.unsent);
      if (unsent <= BOUND || Atomics.load(control, Control.interrupts) !== interrupts) return;
      Atomics.wait(control, Control.unsent, unsent, 100);
    }
  }

  return {
    publish(message) {
      const weight = weightOf(message);
      Atomics.add(control, Control.unsent, weight);
      port.postMessage({ kind: "publish", ...message, weight } satisfies Publish);
      wait();
    },
  };
}
