/** Compiles lib/ to lib/dist: tslab does not take `.ts` files from outside a notebook's folder. */
import { renameSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { filesBelow, hashFiles } from "../common/files";
import { Problem } from "../common/problem";
import { CACHE, ROOT, TSC } from "../common/project";
import { runCommand } from "./command";
import type { Step } from "./step";

const LIB = join(ROOT, "lib");
const DIST = join(LIB, "dist");
const PARTIAL = join(CACHE, "dist.partial");

function sources(): string[] {
  const files = filesBelow(LIB).filter(
    (file) => /\.(ts|json)$/.test(file) && !file.startsWith(DIST + sep),
  );
  return [...files, join(ROOT, "tsconfig.base.json")];
}

export const library: Step = {
  name: "library",
  title: "math library: compile lib/",
  key: () => hashFiles(sources()),
  outputs: [join(DIST, "index.js"), join(DIST, "index.d.ts")],
  work: async () => {
    rmSync(PARTIAL, { recursive: true, force: true });
    const args = [TSC, "-p", LIB, "--outDir", PARTIAL, "--noEmitOnError"];
    const ran = await runCommand(process.execPath, args);
    if (ran.code !== 0) throw new Problem(`lib/ does not compile:\n${ran.output.trim()}`);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(PARTIAL, DIST);
  },
};
