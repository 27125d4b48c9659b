/** The course's library, under the name that works in every folder. */
import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

const NAME = "course";

/** The project's folder, seen from the kernel's own, compiled or not. */
export function projectFolder(from = __dirname): string {
  return existsSync(join(from, "package.json")) ? from : projectFolder(dirname(from));
}

/** The path of `path` in `folder`, undefined if it is elsewhere. */
function inside(folder: string, path: string): string | undefined {
  const rest = relative(folder, path);
  return rest === ".." || rest.startsWith(`..${sep}`) || isAbsolute(rest) ? undefined : rest;
}

/**
 * Where an import of the library leads: `course`, `course/linalg`, or a relative path that reaches
 * `lib`, whose sources are compiled to `lib/dist`. Undefined for every other import.
 *
 * @param from - The folder of the file that imports.
 */
export function libraryPath(request: string, from: string, root: string): string | undefined {
  const lib = join(root, "lib");
  const dist = join(lib, "dist");
  if (request === NAME || request.startsWith(`${NAME}/`)) {
    return join(dist, request.slice(NAME.length + 1) || "index.js");
  }
  if (!/^\.\.?([\\/]|$)/.test(request)) return undefined;
  const path = resolve(from, request);
  const rest = inside(lib, path);
  if (rest === undefined || inside(dist, path) !== undefined) return undefined;
  return join(dist, rest.replace(/\.(ts|js)$/, "") || "index.js");
}
