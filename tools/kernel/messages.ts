/**
 * What the kernel's three threads tell each other. The wire thread owns the sockets, the language
 * thread the compiler, the session (the main thread) the learner's code: so the kernel answers,
 * completes and can be stopped while a cell computes.
 */

import type { MessagePort } from "node:worker_threads";

/** A header of Jupyter's messaging protocol. */
export interface Header {
  msg_id: string;
  session: string;
  username: string;
  date: string;
  msg_type: string;
  version: string;
}

/** A request from a client, without its routing and its signature, which the wire keeps. */
export interface Request {
  header: Header;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
  buffers: Uint8Array[];
}

/** From the wire to the session. */
export type ToSession =
  /** The next request of the shell channel; executions come one at a time. */
  | { kind: "request"; request: Request }
  /** A client wants what runs to stop; the session answers `interrupted` when its thread is free. */
  | { kind: "interrupt" }
  /** What ran held the thread and has been ended by force: its frames are gone, its promise stays pending. */
  | { kind: "terminated" }
  | { kind: "shutdown"; restart: boolean };

/** The answer to a question, on a port of its own: the session waits for it inside the learner's call. */
export interface Typed {
  value: string;
}

/** From the session to the wire, in order. */
export type FromSession =
  | { kind: "ready" }
  /**
   * A message on iopub; `parent` is the header of the request that caused it. It is sent by
   * `common/outlet`, which counts its weight in `Control.unsent` and waits while too much is there.
   */
  | {
      kind: "publish";
      type: string;
      parent: Header | null;
      content: Record<string, unknown>;
      metadata?: Record<string, unknown>;
      buffers?: Uint8Array[];
      weight: number;
    }
  /**
   * The answer to the request with this id, whose work is then finished. A comm message has no
   * answer for the client, but is finished by one too.
   */
  | {
      kind: "reply";
      to: string;
      content: Record<string, unknown>;
      metadata?: Record<string, unknown>;
    }
  /** A question to the user; the session waits until `Control.answers` rises, and reads its `typed` port. */
  | { kind: "ask"; parent: Header; prompt: string; password: boolean }
  | { kind: "interrupted" };

/** Places in the shared `Int32Array` through which the wire reaches a session that is busy or waits. */
export const Control = {
  /** Rises with each interrupt; a session that waits for input or for the wire is woken by it. */
  interrupts: 0,
  /** Bytes published and not yet sent: above a bound the session waits, so that no loop floods the client. */
  unsent: 1,
  /** Rises with each answer to a question, and with each interrupt, so that one wait serves both. */
  answers: 2,
  length: 4,
} as const;

/** A stretch of a cell's source; lines and characters count from 0, in UTF-16 units. */
export interface Span {
  line: number;
  character: number;
  endLine: number;
  endCharacter: number;
}

export interface Diagnostic extends Span {
  message: string;
  /** TypeScript's number of the error. */
  code: number;
  /** "syntax" when the cell could not be read, "type" when it does not fit together. */
  category: "syntax" | "type";
  /** The file, relative to the notebook's folder, if it is not the cell. */
  file?: string;
}

/** A cell that may run. */
export interface Compiled {
  kind: "code";
  /** The body of a function of `exports` and `require`. */
  output: string;
  /** Source map (version 3) from `output` to the cell. */
  map: string;
  /** Whether the body holds an `await` of its own and runs as an async function. */
  hasAwait: boolean;
  /** The names it declares at its top level. */
  names: string[];
  /** What it imports. */
  imports: string[];
  /** The property of `exports` that holds the value of the last expression, if that is to be shown. */
  lastExpression?: string;
  /** Modules compiled along with it (`.ts` files beside the notebook), by path. */
  modules: { path: string; data: string }[];
}

/** A cell that must not run. */
export interface Refused {
  kind: "refused";
  diagnostics: Diagnostic[];
}

/** A cell that asks for documentation: `name?`. */
export interface Help {
  kind: "help";
  data: Record<string, string>;
}

/** Questions to the language thread, from either of the others; contents are the protocol's. */
export interface Questions {
  compile: [{ code: string; count: number }, Compiled | Refused | Help];
  complete: [{ code: string; cursor_pos: number }, Record<string, unknown>];
  inspect: [{ code: string; cursor_pos: number; detail_level: number }, Record<string, unknown>];
  isComplete: [{ code: string }, Record<string, unknown>];
}

export interface Question<K extends keyof Questions = keyof Questions> {
  id: number;
  ask: K;
  of: Questions[K][0];
}

export type Answer = { id: number; result: unknown } | { id: number; error: string };

/** What the session is started with: `session/main` exports `start(session: SessionStart): void`. */
export interface SessionStart {
  wire: MessagePort;
  language: MessagePort;
  /** Brings a `Typed` for each question. */
  typed: MessagePort;
  control: Int32Array;
}

/** What the language thread, `language/main`, is started with, as its `workerData`. */
export interface LanguageStart {
  /** Questions come on both ports, and answers go back on the same. */
  wire: MessagePort;
  session: MessagePort;
}

/** What the wire thread, `wire/main`, is started with, as its `workerData`. */
export interface WireStart {
  session: MessagePort;
  language: MessagePort;
  typed: MessagePort;
  control: Int32Array;
  /** The file in which the client says where to listen, and the key. */
  connectionFile: string;
}
