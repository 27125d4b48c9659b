/** Where a kernel works. */
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

export interface Place {
  /** The notebook's folder. */
  cwd: string;
  /** The project's folder, whose packages and library every notebook may import. */
  root: string;
}

/** The project this file belongs to, compiled or not. */
export function projectRoot(from = __dirname): string {
  return existsSync(join(from, "package.json")) ? from : projectRoot(dirname(from));
}

/** The path below a folder, or undefined if it lies elsewhere; "" for the folder itself. */
export function below(folder: string, path: string): string | undefined {
  const rest = relative(folder, path);
  return rest === ".." || rest.startsWith(`..${sep}`) ? undefined : rest;
}

/** TypeScript writes paths with `/` everywhere. */
export const slashed = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));

/** Whether a file is the learner's: it may change, and what it imports is looked for each time. */
export const isOwn = (place: Place, file: string): boolean =>
  !file.includes("/node_modules/") && below(join(place.root, "lib", "dist"), file) === undefined;
