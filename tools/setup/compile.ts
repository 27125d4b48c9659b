/** Compiles a folder that has a tsconfig of its own to its dist/: made aside, moved into place whole. */
import { renameSync, rmSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { filesBelow, hashFiles } from "../common/files";
import { Problem } from "../common/problem";
import { CACHE, ROOT, TSC } from "../common/project";
import { runCommand } from "./command";
import type { Step } from "./step";

/** The step that compiles `folder`; `outputs` are files of its dist/ that must then be there. */
export function compiled(name: string, title: string, folder: string, outputs: string[]): Step {
  const dist = join(folder, "dist");
  const sources = () =>
    filesBelow(folder).filter((file) => /\.(ts|json)$/.test(file) && !file.startsWith(dist + sep));
  return {
    name,
    title,
    key: () => hashFiles([...sources(), join(ROOT, "tsconfig.base.json")]),
    outputs: outputs.map((file) => join(dist, file)),
    work: async () => {
      const partial = join(CACHE, `${name}.partial`);
      rmSync(partial, { recursive: true, force: true });
      const args = [TSC, "-p", folder, "--outDir", partial, "--noEmitOnError"];
      const ran = await runCommand(process.execPath, args);
      if (ran.code !== 0) {
        throw new Problem(`${basename(folder)}/ does not compile:\n${ran.output.trim()}`);
      }
      rmSync(dist, { recursive: true, force: true });
      renameSync(partial, dist);
    },
  };
}
