/**
 * Stops what the session runs. It is asked first; a session that does not answer is in the middle of
 * a computation, which is then ended from outside, by way of V8's inspector, as often as it takes.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import { Control, type ToSession } from "../messages";
import { terminate } from "./terminate";

/** Milliseconds in which a session whose thread is free answers. */
const PATIENCE = 100;

export interface Interrupter {
  /** Stops what runs; one that is under way already serves all who ask. */
  interrupt(): void;
  /** The session is there, and may be ended by force from now on. */
  ready(): void;
  /** The session has answered that its thread is free. */
  answered(): void;
  /** Resolves when no interrupt is under way, so that none hits what is sent next. */
  settled(): Promise<void>;
}

export function createInterrupter(session: MessagePort, control: Int32Array): Interrupter {
  let ready = false;
  let free = false;
  let heard = () => {};
  let stopping: Promise<void> | null = null;
  const tell = (kind: "interrupt" | "terminated") =>
    session.postMessage({ kind } satisfies ToSession);

  /** Ends what runs; a thread that is free by then meets the end at its next call, and is given one. */
  async function force(): Promise<void> {
    let ended = false;
    const end = terminate().then(() => {
      ended = true;
    });
    while (!ended) {
      tell("terminated");
      await Promise.race([end, sleep(PATIENCE)]);
    }
    tell("terminated");
  }

  async function stop(): Promise<void> {
    free = false;
    const answer = new Promise<void>((resolve) => {
      heard = resolve;
    });
    for (const place of [Control.interrupts, Control.answers]) {
      Atomics.add(control, place, 1);
      Atomics.notify(control, place);
    }
    Atomics.notify(control, Control.unsent);
    tell("interrupt");
    for (;;) {
      await Promise.race([answer, sleep(PATIENCE)]);
      if (free || !ready) return;
      await force();
    }
  }

  return {
    interrupt() {
      stopping ??= stop().finally(() => {
        stopping = null;
      });
    },
    ready() {
      ready = true;
    },
    answered() {
      free = true;
      heard();
    },
    settled: () => stopping ?? Promise.resolve(),
  };
}
