import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROOT = join(__dirname, "..", "..");

/** Runs a command of the course as its npm script does after set-up. */
async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const words = ["--import", "tsx", "tools/cli.ts", ...args];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd: ROOT });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

test.each([
  ["setup", "npm run setup"],
  ["lab", "npm start [-- PATH]"],
  ["test", "npm test [-- STAGE…]"],
  ["reproduce", "npm run reproduce [-- NOTEBOOK…]"],
  ["export", "npm run export [-- NOTEBOOK… --standalone"],
  ["bench", "npm run bench [-- BENCHMARK"],
  ["coverage", "npm run coverage"],
])("%s --help tells how it is called and does nothing else", async (command, call) => {
  const { code, out, err } = await cli(command, "--help");
  expect(code, err).toBe(0);
  expect(out.startsWith(call), out).toBe(true);
});

test("what the user can mend is said without a stack", async () => {
  const option = await cli("reproduce", "--updat");
  expect(option.code).toBe(1);
  expect(option.err).toMatch(/reproduce: Unknown option '--updat'/);
  expect(option.err).toContain("npm run reproduce [-- NOTEBOOK…]");
  expect(option.err).not.toContain("    at ");
  const stage = await cli("test", "units");
  expect(stage.err).toContain('There is no stage "units"; known: lint, types, unit');
  const command = await cli("tset");
  expect(command.code).toBe(2);
  expect(command.err).toContain('Unknown command "tset"; known: setup, lab, test');
});
