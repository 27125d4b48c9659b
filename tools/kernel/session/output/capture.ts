/** Takes what the learner's code writes to the process to the cell it belongs to. */
import { Module } from "node:module";
import { StringDecoder } from "node:string_decoder";
import { enclosingRun } from "../run/run";
import type { Output } from "./output";

type Done = (error?: Error | null) => void;

/** A `write` for a stream of the process; bytes may end in the middle of a letter. */
function writer(write: (text: string) => void): NodeJS.WriteStream["write"] {
  const decoder = new StringDecoder("utf8");
  return (chunk: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done): boolean => {
    const isPlain = typeof chunk === "string" && !(encoding === "hex" || encoding === "base64");
    write(isPlain ? chunk : decoder.write(Buffer.from(chunk as string, encoding as "hex")));
    const finished = typeof encoding === "function" ? encoding : done;
    if (finished) process.nextTick(finished);
    return true;
  };
}

/** Sends what is written to stdout and stderr to the cells. */
export function captureStreams(output: Output): void {
  process.stdout.write = writer((text) => output.stream("stdout", text));
  process.stderr.write = writer((text) => output.stream("stderr", text));
}

interface TslabDisplay {
  data: Record<string, unknown>;
  metadata: object;
  transient: { display_id?: string };
}

/**
 * Stands in for `tslab/dist/jupyter`, whose `lastWriteDisplayData` is where tslab's own
 * `display` and libraries written for tslab send what they show.
 */
export function captureTslab(output: Output): void {
  const path = require.resolve("tslab/dist/jupyter");
  const standIn = new Module(path);
  standIn.loaded = true;
  standIn.exports = {
    lastWriteDisplayData({ data, metadata, transient }: TslabDisplay, update?: boolean) {
      output.display(data, { displayId: transient.display_id, update, metadata });
    },
  };
  require.cache[path] = standIn;
}

/** A cell cannot end the kernel by accident. */
export function refuseExit(): void {
  const exit = process.exit;
  process.exit = (code): never => {
    if (enclosingRun() === undefined) return exit(code);
    throw new Error(
      "process.exit would end the kernel with all its values; to begin afresh, restart the kernel",
    );
  };
}
