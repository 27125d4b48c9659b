/** The language thread: answers questions of both other threads, one at a time, in the order they come. */
import { type MessagePort, workerData } from "node:worker_threads";
import type { Answer, LanguageStart, Question } from "../messages";
import { createLanguage, type Language } from "./language";
import { projectRoot } from "./place";

function answer(language: Language, { id, ask, of }: Question): Answer {
  try {
    return { id, result: language[ask](of as never) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function serve(port: MessagePort, language: Language): void {
  port.on("message", (question: Question) => port.postMessage(answer(language, question)));
}

/** How long a request may have to wait for what is done ahead. */
const SLICE = 10;

function inBackground(work: Generator<void>): void {
  const go = (): void => {
    const until = performance.now() + SLICE;
    try {
      while (performance.now() < until) if (work.next().done) return;
    } catch {
      return; // what could not be done ahead will be done, or refused, when it is asked for
    }
    setImmediate(go);
  };
  setImmediate(go);
}

const { wire, session } = workerData as LanguageStart;
const language = createLanguage({ cwd: process.cwd(), root: projectRoot() });
serve(wire, language);
serve(session, language);
inBackground(language.warmUp());
