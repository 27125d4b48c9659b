/** Questions of the session to the user, and their answers, on the stdin channel. */
import type { MessagePort } from "node:worker_threads";
import { Control, type FromSession, type Typed } from "../messages";
import type { Codec, Incoming } from "./frames";
import type { Line } from "./line";
import { log } from "./log";

type Question = Extract<FromSession, { kind: "ask" }>;

export interface Dialogue {
  /** Asks the client whose request is at work; only that one expects it. */
  ask(question: Question, request: Incoming | null): void;
  /** Takes an input_reply; one that nobody waits for is left out. */
  take(reply: Incoming): void;
  /** The question is no longer of interest: what asked it was stopped. */
  forget(): void;
}

export function createDialogue(
  line: Line,
  codec: Codec,
  typed: MessagePort,
  control: Int32Array,
): Dialogue {
  let asked = false;
  return {
    ask({ parent, prompt, password }, request) {
      if (!request) {
        log("a question that belongs to no request was not asked");
        return;
      }
      asked = true;
      const content = { prompt, password };
      line.send(codec.encode(request.identities, { type: "input_request", parent, content }));
    },
    take({ header, content }) {
      if (header.msg_type !== "input_reply" || !asked) {
        log(`nobody waits for the ${header.msg_type} on stdin`);
        return;
      }
      asked = false;
      typed.postMessage({ value: String(content.value ?? "") } satisfies Typed);
      Atomics.add(control, Control.answers, 1);
      Atomics.notify(control, Control.answers);
    },
    forget() {
      asked = false;
    },
  };
}
