/** Runs a program to its end and keeps what it printed, for messages. */
import { spawn } from "node:child_process";
import { ROOT } from "../common/project";

export interface Ran {
  code: number;
  /** Standard output and error, as they came. */
  output: string;
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  /** Called with each piece of output as it comes. */
  onOutput?: (text: string) => void;
}

export function runCommand(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk: Buffer) => {
      const text = chunk.toString();
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error: NodeJS.ErrnoException) =>
      resolve({ code: 127, output: `${program}: ${error.message}` }),
    );
    child.on("close", (code) => resolve({ code: code ?? 130, output }));
  });
}
