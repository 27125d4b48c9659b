/** `input("…")`: asks the reader under the cell and waits for the answer. */
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { Control, type FromSession, type SessionStart, type Typed } from "../../messages";
import type { Interrupts } from "../run/interrupts";
import { currentRun } from "../run/run";

export interface InputOptions {
  /** What is typed is not shown. */
  password?: boolean;
}
export type Input = (prompt?: string, options?: InputOptions) => string;

/** The next answer, if there is one. */
const take = (port: MessagePort): Typed | undefined => receiveMessageOnPort(port)?.message;

export function createInput(
  { wire, typed, control }: Pick<SessionStart, "wire" | "typed" | "control">,
  interrupts: Interrupts,
): Input {
  return (prompt = "", { password = false } = {}) => {
    interrupts.check();
    const run = currentRun();
    if (!run?.mayAsk) throw new Error("input: this front end does not answer questions");
    while (take(typed)) {
      // an answer to a question that was broken off
    }
    const ask = { kind: "ask", parent: run.parent, prompt: String(prompt), password } as const;
    let answers = Atomics.load(control, Control.answers);
    wire.postMessage(ask satisfies FromSession);
    for (;;) {
      Atomics.wait(control, Control.answers, answers);
      interrupts.check();
      const answer = take(typed);
      if (answer) return answer.value;
      answers = Atomics.load(control, Control.answers);
    }
  };
}
