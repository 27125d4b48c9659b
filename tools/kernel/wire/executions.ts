/**
 * What the session does, in the order it was asked for, one request at a time. When a cell fails,
 * those that were sent before its client could know are aborted, and none that came after.
 */
import { setImmediate } from "node:timers/promises";
import type { Incoming } from "./frames";

type Content = Record<string, unknown>;

/** How a request is begun and ended. */
export interface Work {
  /** Says that the request is at work, and hands it to the session. */
  begin(request: Incoming): void;
  /** Answers the request. */
  end(request: Incoming, content: Content, metadata: Content): void;
  /** Answers an execution that has not begun, and shall not. */
  abort(request: Incoming): void;
  /** Resolves when all output is sent and the session may be given the next request. */
  settled(): Promise<void>;
}

export interface Executions {
  add(request: Incoming): void;
  /** The session has finished the request with this id. */
  finish(id: string, content: Content, metadata: Content): Promise<void>;
  /** What the session is at, if anything. */
  running(): Incoming | null;
}

/** Whether this outcome means that the cells which wait are not to be run. */
const stops = ({ header, content }: Incoming, { status }: Content) =>
  header.msg_type === "execute_request" && status === "error" && content.stop_on_error !== false;

export function createExecutions(work: Work): Executions {
  let pending: Incoming[] = [];
  let running: Incoming | null = null;
  let received = 0;

  function next(): void {
    running = pending.shift() ?? null;
    if (running) work.begin(running);
  }

  /** Waits until what lies in the socket has been received: two turns of the event loop bring nothing. */
  async function drain(): Promise<void> {
    for (let quiet = 0, before = received; quiet < 2; quiet++) {
      await setImmediate();
      if (received !== before) [before, quiet] = [received, -1];
    }
  }

  /** Takes the executions that wait out of the queue. */
  function takeExecutions(): Incoming[] {
    const taken = pending.filter(({ header }) => header.msg_type === "execute_request");
    pending = pending.filter((request) => !taken.includes(request));
    return taken;
  }

  return {
    add(request) {
      received++;
      pending.push(request);
      if (!running) next();
    },
    async finish(id, content, metadata) {
      const request = running;
      if (request?.header.msg_id !== id) return;
      await work.settled();
      const stopped = stops(request, content);
      if (stopped) await drain();
      const aborted = stopped ? takeExecutions() : [];
      work.end(request, content, metadata);
      for (const waiting of aborted) work.abort(waiting);
      next();
    },
    running: () => running,
  };
}
