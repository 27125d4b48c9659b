/** Runs compiled cells through tslab's executor, whose converter and console are ours. */
import type { Compiled } from "../../messages";
import { Interrupted } from "./interrupts";
import { currentRun, type Run } from "./run";

/** How the code of a cell ended. */
export type Outcome = { value: unknown } | { thrown: unknown };

/** As much of tslab's executor as is used here. */
interface Executor {
  execute(source: string): Promise<boolean>;
}
interface Converted {
  diagnostics: never[];
  output: string;
  hasToplevelAwait: boolean;
  lastExpressionVar: string | undefined;
  sideOutputs: { path: string; data: string }[];
}
interface TslabExecutor {
  createExecutor(
    rootDir: string,
    convs: { node: { convert(): Converted } },
    console: { log(value: unknown): void; error(thrown: unknown): void },
  ): Executor;
}

/** What tslab puts before the first line of a cell. */
export const PREFIX = {
  sync: "(function(exports, require) { ",
  async: "(async function(exports, require) { ",
};

/**
 * Loads tslab's executor alone. It asks `metadata` for the modes of a cell, which the language
 * thread has settled, and would load the whole of TypeScript for that.
 */
function loadExecutor(): TslabExecutor {
  const path = require.resolve("tslab/dist/metadata");
  if (!require.cache[path]) {
    const standIn = new (require("node:module").Module)(path);
    standIn.loaded = true;
    standIn.exports = { getCodeMetadata: () => ({}) };
    require.cache[path] = standIn;
  }
  return require("tslab/dist/executor");
}

export type Evaluate = (compiled: Compiled) => Promise<Outcome>;

/** @param folder - The notebook's, from which modules are found. */
export function createEvaluate(folder: string): Evaluate {
  const outcomes = new WeakMap<Run, Outcome>();
  const settle = (outcome: Outcome) => {
    const run = currentRun();
    if (run) outcomes.set(run, outcome);
  };
  let next: Compiled;
  const convert = (): Converted => ({
    diagnostics: [],
    output: next.output,
    hasToplevelAwait: next.hasAwait,
    lastExpressionVar: next.lastExpression,
    sideOutputs: next.modules,
  });
  const executor = loadExecutor().createExecutor(
    folder,
    { node: { convert } },
    {
      log: (value) => settle({ value }),
      error: (thrown) => settle({ thrown: isSigint(thrown) ? new Interrupted() : thrown }),
    },
  );
  return async (compiled) => {
    const run = currentRun();
    if (!run) throw new Error("evaluate: code runs in a run");
    outcomes.delete(run);
    next = compiled;
    await executor.execute("");
    return outcomes.get(run) ?? { value: undefined };
  };
}

/** Where the terminal's Ctrl-C reaches the process, Node ends the script with this error. */
const isSigint = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
