/** Calls on the stack, told apart by whose code they are. */
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { REFERRER } from "../modules/modules";
import type { CellSource, Place, Sources } from "./sources";

export type Frame =
  | { kind: "cell"; cell: CellSource; at: Place; name: string | undefined }
  /** The course's library, or a package: `name` is what was called, as `linalg.solve`. */
  | { kind: "library"; owner: string; name: string }
  /** A file of the learner's, beside the notebook. */
  | { kind: "file"; path: string; at: Place; name: string | undefined };

/** A call as the engine describes it. */
export interface Site {
  file: string | undefined;
  line: number | undefined;
  column: number | undefined;
  name: string | undefined;
}

export interface Folders {
  /** The project's. */
  root: string;
  /** The notebook's. */
  notebook: string;
}

/** The kernel's own folder: `tools/kernel`, or its `dist`. */
const KERNEL = dirname(dirname(__dirname));
const within = (folder: string, path: string): boolean => path.startsWith(folder + sep);
/** Packages that run cells, and are no part of what the learner wrote. */
const MACHINERY = /[\\/]node_modules[\\/](tslab|@tslab[\\/][^\\/]+|typescript)[\\/]/;
const PACKAGE = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** `linalg.solve` of lib/dist/linalg/solve.js. */
function libraryName(dist: string, path: string, name: string | undefined): string {
  const parts = relative(dist, path).replace(/\.js$/, "").split(sep);
  const own = name ?? parts.at(-1)!;
  return parts.length > 1 ? `${parts[0]}.${own}` : own;
}

/** The name of a function as the learner knows it, without what the compiler put before it. */
const plainName = (name: string | undefined): string | undefined =>
  name?.replace(/^(Object|Module|exports|Function)\./, "").replace(/ \[as [^\]]*\]$/, "") ||
  undefined;

/** The frame of a call; undefined for those of the kernel, tslab, TypeScript and Node. */
export function frameOf(site: Site, sources: Sources, folders: Folders): Frame | undefined {
  const { file, line = 1, column = 1 } = site;
  if (!file) return undefined;
  const name = plainName(site.name);
  const cell = sources.get(file);
  if (cell) {
    const at = cell.locate({ line, column });
    return at && { kind: "cell", cell, at, name };
  }
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  if (within(KERNEL, path) || MACHINERY.test(path) || path.endsWith(REFERRER)) return undefined;
  if (!path.includes(sep) || path.startsWith("node:")) return undefined;
  const dist = join(folders.root, "lib", "dist");
  if (within(dist, path)) {
    return { kind: "library", owner: "lib", name: libraryName(dist, path, name) };
  }
  const owner = PACKAGE.exec(path)?.[1];
  if (owner) return { kind: "library", owner, name: name ?? "a function" };
  return { kind: "file", path: relative(folders.notebook, path), at: { line, column }, name };
}
