/** Where things are. */
import { join } from "node:path";

export const ROOT = join(__dirname, "..", "..");
export const CACHE = join(ROOT, ".cache");
export const VENV = join(ROOT, ".venv");

const windows = process.platform === "win32";

/** A program of the project's own Python environment. */
export const venvProgram = (name: string): string =>
  join(VENV, windows ? "Scripts" : "bin", windows ? `${name}.exe` : name);

/** The folder the user typed the command in; relative arguments are meant from there. */
export const START_DIR = process.env.MML_START_DIR ?? process.cwd();

/** TypeScript 7's compiler; `.bin/tsc` may be that of another package's TypeScript. */
export const TSC = join(ROOT, "node_modules", "typescript", "bin", "tsc");
