/** The places where Node looks for modules and hands them out, so that ours are found and watched. */
import { Module } from "node:module";
import { dirname } from "node:path";
import { libraryPath } from "./library";

/** The module that asks. */
interface Parent {
  filename?: string | null;
}

export type Load = (
  module: Module & { _compile(code: string, path: string): void },
  path: string,
) => void;

/**
 * What Node's own loader calls; it is no part of its types, and has been stable since Node 12. (`_load` is
 * left alone: Node, which warns of what is deprecated outside of packages, would take us for the one who
 * asks.)
 */
interface Loader {
  _resolveFilename(request: string, parent?: Parent, ...rest: unknown[]): string;
  _extensions: Record<".js", Load>;
}
export const loader = Module as unknown as Loader;

/**
 * Every `require` finds the library under its names.
 *
 * @param folder - The notebook's, from which cells import.
 */
export function findLibrary(folder: string, root: string): void {
  const original = loader._resolveFilename;
  loader._resolveFilename = (request, parent, ...rest) => {
    const from = parent?.filename ? dirname(parent.filename) : folder;
    return original.call(loader, libraryPath(request, from, root) ?? request, parent, ...rest);
  };
}

/** Calls `seen` when a module of that name has been loaded. */
export function whenLoaded<T>(name: string, seen: (loaded: T) => void): void {
  const [resolve, load] = [loader._resolveFilename, loader._extensions[".js"]];
  let path: string | undefined;
  loader._resolveFilename = (request, ...rest) => {
    const found = resolve.call(loader, request, ...rest);
    if (request === name) path = found;
    return found;
  };
  loader._extensions[".js"] = (module, file) => {
    load(module, file);
    if (file === path) seen(module.exports as T);
  };
}

/** Forgets modules whose loading was broken off, which would be handed out unfinished. */
export function forgetUnfinished(): void {
  for (const [id, module] of Object.entries(require.cache)) {
    if (module && !module.loaded) delete require.cache[id];
  }
}
