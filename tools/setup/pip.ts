/** pip, with its progress shown and its failures explained. */

import { Problem } from "../common/problem";
import { venvProgram } from "../common/project";
import { runCommand } from "./command";
import { fullDisk } from "./remedies";

const MB = 1024 * 1024;

/** Shows pip's raw progress ("Progress 1024 of 4096") as one line that is rewritten in place. */
function progressLine(): { take(text: string): void; end(): void } {
  let shown = false;
  let last = 0;
  return {
    take(text) {
      if (!process.stdout.isTTY) return;
      const name = text.match(/Downloading (\S+)/)?.[1];
      const at = [...text.matchAll(/Progress (\d+) of (\d+)/g)].at(-1);
      if (name && !at) last = 0;
      if (!at || Date.now() - last < 200) return;
      last = Date.now();
      shown = true;
      const [done, all] = [Number(at[1]) / MB, Number(at[2]) / MB];
      process.stdout.write(`\r  ${done.toFixed(0)} of ${all.toFixed(0)} MB   `);
    },
    end() {
      if (shown) process.stdout.write("\r                          \r");
    },
  };
}

function diagnose(what: string, output: string): Problem {
  const tail = output.trim().split("\n").slice(-6).join("\n");
  if (/No space left on device|Errno 28/.test(output)) return fullDisk();
  if (/DO NOT MATCH THE HASHES|Expected sha256/.test(output)) {
    return new Problem(
      `Could not ${what}: a downloaded file has a wrong checksum, so it was thrown away. ` +
        `Run the command again; if it happens again, your package index serves another file than PyPI.\n${tail}`,
    );
  }
  if (/No matching distribution found/.test(output)) {
    return new Problem(
      `Could not ${what}: the package index has no build for this machine, or cannot be reached. ` +
        `Check the network and pip's settings (pip config list), then run the command again.\n${tail}`,
    );
  }
  return new Problem(
    `Could not ${what}. Check the network (or pip's proxy and index settings: pip config list), then run the command again; what is done already is kept.\n${tail}`,
  );
}

/** Runs pip of the project's environment; throws a Problem that says what could not be done. */
export async function pip(args: readonly string[], what: string): Promise<void> {
  const progress = progressLine();
  const flags = ["--disable-pip-version-check", "--no-input", "--retries", "2"];
  const ran = await runCommand(venvProgram("python"), ["-m", "pip", ...flags, ...args], {
    onOutput: progress.take,
  });
  progress.end();
  if (ran.code !== 0) throw diagnose(what, ran.output);
}
