/**
 * Steps of set-up: each is done once for a given key and stamped when, and only when, it is finished.
 * A step killed half-way has no stamp and is done again; a stamp whose outputs are gone does not count.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../common/files";
import { CACHE } from "../common/project";
import { explain } from "./remedies";

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

export function isDone(step: Step): boolean {
  const stamp = stampOf(step);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === step.key() &&
    step.outputs.every((path) => existsSync(path))
  );
}

/** Does what is missing, in order; says what it does, and how long it took. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  mkdirSync(join(CACHE, "stamps"), { recursive: true });
  for (const step of steps) {
    if (isDone(step)) continue;
    rmSync(stampOf(step), { force: true });
    console.log(`• ${step.title} …`);
    const started = Date.now();
    // of what it is made from: a source that changes while the step works makes it stale
    const key = step.key();
    try {
      await step.work();
    } catch (error) {
      throw explain(error as NodeJS.ErrnoException);
    }
    writeWhole(stampOf(step), key);
    console.log(`✓ ${step.title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
}
