/** The places where Node looks for modules and hands them out, so that ours are found and watched. */
import { Module } from "node:module";
import { dirname } from "node:path";
import { libraryPath } from "./library";

/** The module that asks. */
interface Parent {
  filename?: string | null;
}

/** What Node's own loader calls; it is no part of its types, and has been stable since Node 12. */
interface Loader {
  _resolveFilename(request: string, parent?: Parent, ...rest: unknown[]): string;
  _load(request: string, parent?: Parent, ...rest: unknown[]): unknown;
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

/** Calls `seen` when a module of that name has been loaded, once. */
export function whenLoaded<T>(name: string, seen: (loaded: T) => void): void {
  const original = loader._load;
  let done = false;
  loader._load = (request, ...rest) => {
    const loaded = original.call(loader, request, ...rest);
    if (!done && request === name) {
      done = true;
      seen(loaded as T);
    }
    return loaded;
  };
}

/** Forgets modules whose loading was broken off, which would be handed out unfinished. */
export function forgetUnfinished(): void {
  for (const [id, module] of Object.entries(require.cache)) {
    if (module && !module.loaded) delete require.cache[id];
  }
}
