/** Runs compiled cells through tslab's executor, whose converter and console are ours. */
import { Module } from "node:module";
import type { Compiled } from "../../messages";
import { Interrupted } from "./interrupts";

/** How the code of a cell ended. */
export type Outcome = { value: unknown } | { thrown: unknown };

/** As much of tslab's executor as is used here. */
interface Executor {
  execute(source: string): Promise<boolean>;
}
interface Converted {
  diagnostics: never[];
  output: string;
}
interface TslabExecutor {
  createExecutor(
    rootDir: string,
    convs: { node: { convert(): Converted } },
    console: { error(thrown: unknown): void },
  ): Executor;
}

declare global {
  /** What tslab hands to each cell, and the promise of one that waits. */
  var __tslab__: {
    require: (request: string) => unknown;
    exports: Record<string, unknown>;
    promise: Promise<unknown> | undefined;
  };
}

/** What tslab puts before a cell, and what we put around one that waits: its promise is for us alone. */
const TSLAB = "(function(exports, require) { ";
const [WAITS, WAITS_END] = ["__tslab__.promise = (async () => { ", "\n})();"];

/** How far the first line of a cell is moved to the right when it runs. */
export const offsetOf = (hasAwait: boolean): number => TSLAB.length + (hasAwait ? WAITS.length : 0);

/**
 * Loads tslab's executor alone. It asks `metadata` for the modes of a cell, which the language
 * thread has settled, and would load the whole of TypeScript for that.
 */
function loadExecutor(): TslabExecutor {
  const path = require.resolve("tslab/dist/metadata");
  if (!require.cache[path]) {
    const standIn = new Module(path);
    standIn.loaded = true;
    standIn.exports = { getCodeMetadata: () => ({}) };
    require.cache[path] = standIn;
  }
  return require("tslab/dist/executor");
}

export type Evaluate = (compiled: Compiled) => Promise<Outcome>;

/** @param folder - The notebook's, from which modules are found. */
export function createEvaluate(folder: string): Evaluate {
  let next: Compiled;
  let failure: { thrown: unknown } | undefined;
  const convert = (): Converted => ({
    diagnostics: [],
    output: next.hasAwait ? WAITS + next.output + WAITS_END : next.output,
  });
  const executor = loadExecutor().createExecutor(
    folder,
    { node: { convert } },
    {
      error(thrown) {
        failure = { thrown: isSigint(thrown) ? new Interrupted() : thrown };
      },
    },
  );
  return async (compiled) => {
    next = compiled;
    failure = undefined;
    // exports of its own: a cell that was stopped may still write to those it got
    const exports: Record<string, unknown> = {};
    Object.assign(globalThis.__tslab__, { exports, promise: undefined });
    const executed = executor.execute(""); // runs the cell before it returns
    const failed = failure as { thrown: unknown } | undefined;
    const { promise } = globalThis.__tslab__;
    await executed;
    if (failed) return failed;
    try {
      await promise;
    } catch (thrown) {
      return { thrown };
    }
    const { lastExpression } = compiled;
    return { value: lastExpression === undefined ? undefined : exports[lastExpression] };
  };
}

/** Where the terminal's Ctrl-C reaches the process, Node ends the script with this error. */
const isSigint = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
