/** Questions to the language thread, each answered by a promise. */
import type { MessagePort } from "node:worker_threads";
import type { Answer, Question, Questions } from "../messages";

export type Ask = <K extends keyof Questions>(
  ask: K,
  of: Questions[K][0],
) => Promise<Questions[K][1]>;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export function asker(port: MessagePort): Ask {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  port.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.result);
  });
  return <K extends keyof Questions>(ask: K, of: Questions[K][0]) =>
    new Promise<Questions[K][1]>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      port.postMessage({ id, ask, of } satisfies Question<K>);
    });
}
