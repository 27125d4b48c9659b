/**
 * Steps of set-up: each is done once for a given key and stamped when, and only when, it is finished.
 * A step killed half-way has no stamp and is done again; a stamp whose outputs are gone does not count.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { CACHE } from "../project";
import { explain } from "./problem";

export interface Step {
  /** File name of the stamp, and what to call the step in messages: `kernel`. */
  name: string;
  /** What the user reads while it works, with sizes: `JupyterLab and its packages (180 MB)`. */
  title: string;
  /** Everything the outcome depends on; the step is done again when it changes. */
  key: () => string;
  /** Files that must be there for the step to count as done. */
  outputs: string[];
  work: () => void | Promise<void>;
}

const stampOf = (step: Step) => join(CACHE, "stamps", step.name);

/** Hash of the content of files, for a step's key. */
export function hashFiles(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** All files of a folder and its folders, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

export function isDone(step: Step): boolean {
  const stamp = stampOf(step);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === step.key() &&
    step.outputs.every((path) => existsSync(path))
  );
}

/** Writes a file so that it is either there whole or not at all. */
export function writeWhole(path: string, content: string): void {
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}

/** Does what is missing, in order; says what it does, and how long it took. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  mkdirSync(join(CACHE, "stamps"), { recursive: true });
  for (const step of steps) {
    if (isDone(step)) continue;
    rmSync(stampOf(step), { force: true });
    console.log(`• ${step.title} …`);
    const started = Date.now();
    try {
      await step.work();
    } catch (error) {
      throw explain(error as NodeJS.ErrnoException);
    }
    writeWhole(stampOf(step), step.key());
    console.log(`✓ ${step.title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
}
