/**
 * The iopub channel: one queue, each send awaited, since ZeroMQ takes a few hundred at once and no
 * more. Text is gathered (`gather.ts`), paced (`pace.ts`) and never behind what was published after it.
 */
import { BOUND } from "../common/outlet";
import { Control, type Header } from "../messages";
import type { Allowance } from "./allowance";
import type { Codec, Outgoing } from "./frames";
import { gather, type Item, split } from "./gather";
import type { Pace } from "./pace";

/** What jupyter_server does not count when it limits the rate of messages. */
const UNCOUNTED = new Set(["status", "comm_open", "execute_input"]);

export interface Publisher {
  /** @param weight - What the session has counted for the message in `Control.unsent`. */
  publish(message: Outgoing, weight?: number): void;
  status(state: "starting" | "busy" | "idle", parent: Header | null): void;
  /** Publishes a greeting, before which `letIn` is called and nothing else sent; resolves when it has left. */
  greet(message: Outgoing, letIn: () => void): Promise<void>;
  /** Resolves when everything published so far has been sent. */
  flush(): Promise<void>;
}

export function createPublisher(
  socket: { send(frames: (Buffer | Uint8Array)[]): Promise<void> },
  codec: Codec,
  pace: Pace,
  allowance: Allowance,
  control: Int32Array,
): Publisher {
  const queue: Item[] = [];
  let running = false;
  let wake = () => {};

  /** Tells the session that so much has left. */
  function release(weight: number): void {
    if (weight === 0) return;
    Atomics.sub(control, Control.unsent, weight);
    Atomics.notify(control, Control.unsent);
  }

  /** Milliseconds for which the item still waits for more of its kind, or for the pace. */
  function delay(item: Item): number {
    if (item.type !== "stream") return pace.delay(0, true);
    const last = queue.some(({ type, closed }) => closed || type !== "stream");
    const held = last ? 0 : item.due - performance.now();
    return Math.max(held, pace.delay(item.size, last));
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function send(item: Item): Promise<void> {
    item.closed = true;
    const frames = codec.encode([item.topic ?? `kernel.${item.type}`], item);
    item.beforeSent?.();
    await socket.send(frames);
    queue.shift();
    if (item.type === "stream") pace.sent(frames.reduce((sum, frame) => sum + frame.length, 0));
    else if (!UNCOUNTED.has(item.type)) pace.sent(0);
    release(item.weight);
    for (const resolve of item.whenSent) resolve();
  }

  async function run(): Promise<void> {
    running = true;
    for (let item = queue[0]; item !== undefined; item = queue[0]) {
      // Characters are near enough to decide by; what was sent is counted in bytes.
      const wait = UNCOUNTED.has(item.type) ? 0 : delay(item);
      if (wait > 0) await pause(wait);
      else await send(item);
    }
    running = false;
  }

  const publisher: Publisher = {
    publish(message, weight = 0) {
      const parts = allowance(message).flatMap(split);
      if (parts.length === 0) release(weight);
      const pressed = Atomics.load(control, Control.unsent) > BOUND / 2;
      for (const [k, part] of parts.entries()) {
        const counted = k === parts.length - 1 ? weight : 0;
        if (gather(queue, part, counted, pressed)) wake();
      }
      if (!running) void run();
    },
    greet(message, letIn) {
      return new Promise((resolve) => {
        gather(queue, message, 0, false);
        Object.assign(queue.at(-1)!, { beforeSent: letIn, whenSent: [resolve] });
        wake();
        if (!running) void run();
      });
    },
    status(state, parent) {
      publisher.publish({ type: "status", parent, content: { execution_state: state } });
    },
    flush() {
      const last = queue.at(-1);
      if (!last) return Promise.resolve();
      last.closed = true;
      wake();
      return new Promise((resolve) => {
        last.whenSent.push(resolve);
      });
    },
  };
  return publisher;
}
