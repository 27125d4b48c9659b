/** Modules in messages by the names that a reader knows, instead of by where they lie on the disk. */
import { join } from "node:path";
import { type Place, slashed } from "../place";

export function shortenPaths(message: string, { cwd, root }: Place): string {
  return message
    .replaceAll(`import("${slashed(join(root, "lib", "dist"))}/`, 'import("lib/')
    .replace(/import\("[^"]*\/node_modules\//g, 'import("')
    .replaceAll(`import("${slashed(cwd)}/`, 'import("')
    .replace(/import\("([^"]+)\/index"\)/g, 'import("$1")');
}
