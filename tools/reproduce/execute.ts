/** Runs one notebook from a fresh kernel, in a Python process of its own (nbclient). */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { jupyterEnv } from "../common/jupyter";
import { type Notebook, readNotebook } from "../common/notebook";
import { venvProgram } from "../common/project";

/** Why a run ended before the last cell. */
export interface Failure {
  kind: "error" | "timeout" | "dead" | "start";
  /** The cell that was running, from 0; −1 before the first. */
  index: number;
  message: string;
}

export interface Run {
  /** The notebook with what its cells gave, as far as it came. */
  executed: Notebook;
  failure?: Failure | undefined;
  seconds: number;
}

export interface ExecuteOptions {
  /** Seconds a cell may take. */
  timeout: number;
  /** Go on after a cell that fails. Default false. */
  allowErrors?: boolean;
  /** Speak to the kernel by ports, as one needs that is not the course's. Default false. */
  tcp?: boolean;
  onCell?: (index: number) => void;
}

const RUNNER = join(__dirname, "run_notebook.py");

export async function executeNotebook(path: string, options: ExecuteOptions): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "reproduce-"));
  const result = join(folder, "result.ipynb");
  const started = Date.now();
  try {
    const args = [RUNNER, path, result, String(options.timeout)];
    if (options.allowErrors) args.push("--allow-errors");
    if (options.tcp) args.push("--tcp");
    const child = spawn(venvProgram("python"), args, {
      env: jupyterEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = () => child.kill("SIGTERM"); // nbclient then shuts its kernel down
    process.on("exit", stop);
    let failure: Failure | undefined;
    let done = false;
    let index = -1;
    let log = "";
    child.stderr.on("data", (chunk) => {
      log += chunk;
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const { event, ...fields } = JSON.parse(line);
      if (event === "cell") {
        index = fields.index;
        options.onCell?.(index);
      } else if (event === "failed") failure = fields;
      else if (event === "done") done = true;
    });
    await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    process.off("exit", stop);
    if (!done && !failure) {
      failure = { kind: "dead", index, message: `the runner ended:\n${log.trim().slice(-1500)}` };
    }
    const executed = readNotebook(
      failure?.kind === "start" || (!done && index < 0) ? path : result,
    );
    return { executed, failure, seconds: (Date.now() - started) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
