import { spawnSync } from "node:child_process";
import { expect } from "vitest";
import { jupyterEnv } from "../../tools/common/jupyter";
import { venvProgram } from "../../tools/common/project";

/** Runs nbconvert as a reader would type it; the pages come into `folder`. */
export function nbconvert(folder: string, ...args: string[]): void {
  const all = ["-m", "nbconvert", "--to", "html", "--output-dir", folder, ...args];
  const { status, stderr } = spawnSync(venvProgram("python"), all, { env: jupyterEnv });
  expect(status, String(stderr)).toBe(0);
}
