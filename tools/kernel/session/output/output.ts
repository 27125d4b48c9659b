/** What a cell shows: streams, displays, results and errors, each sent to the cell it belongs to. */
import type { Outlet } from "../../common/outlet";
import { currentRun, type Run } from "../run/run";
import { toBundle, toObject } from "./json";

export interface DisplayOptions {
  /** Under this name it can be replaced later. */
  displayId?: string | undefined;
  /** Replaces what is displayed under that name. */
  update?: boolean | undefined;
  metadata?: object | undefined;
}

/** An error as the client takes it. */
export interface ErrorContent {
  ename: string;
  evalue: string;
  traceback: string[];
}

export interface Output {
  stream(name: "stdout" | "stderr", text: string): void;
  display(data: Readonly<Record<string, unknown>>, options?: DisplayOptions): void;
  /** Replaces a display of a run that has been stopped and can show nothing itself. */
  replace(run: Run, displayId: string, data: Readonly<Record<string, unknown>>): void;
  clear(wait: boolean): void;
  /** The value of a cell. */
  result(data: Readonly<Record<string, unknown>>, count: number): void;
  /** What runs now. */
  input(code: string, count: number): void;
  error(run: Run | undefined, content: ErrorContent): void;
  /** A message of a widget. */
  comm(type: string, content: object, metadata?: object, buffers?: Uint8Array[]): void;
}

/** @param check - Called before anything is shown; throws in a run that has been stopped. */
export function createOutput(outlet: Outlet, check: () => void): Output {
  function send(
    type: string,
    content: Record<string, unknown>,
    run = currentRun(),
    more: { metadata?: Record<string, unknown>; buffers?: Uint8Array[] } = {},
  ): void {
    outlet.publish({ type, parent: run?.parent ?? null, content, ...more });
  }

  return {
    // (Node's console swallows what is thrown here, so a stopped loop that prints is ended by force)
    stream(name, text) {
      if (text !== "") send("stream", { name, text });
    },
    display(data, { displayId, update = false, metadata } = {}) {
      check();
      send(update ? "update_display_data" : "display_data", {
        data: toBundle(data),
        metadata: toObject(metadata),
        transient: displayId === undefined ? {} : { display_id: displayId },
      });
    },
    replace(run, displayId, data) {
      const transient = { display_id: displayId };
      send("update_display_data", { data: toBundle(data), metadata: {}, transient }, run);
    },
    clear(wait) {
      check();
      send("clear_output", { wait });
    },
    result: (data, execution_count) =>
      send("execute_result", { execution_count, data: toBundle(data), metadata: {} }),
    input: (code, execution_count) => send("execute_input", { code, execution_count }),
    error: (run, content) => send("error", { ...content }, run),
    comm(type, content, metadata, buffers = []) {
      send(type, toObject(content), currentRun(), { metadata: toObject(metadata), buffers });
    },
  };
}
