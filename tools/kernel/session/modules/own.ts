/** The learner's own `.ts` files, which Node loads in the form in which the language thread hands them over. */
import type { Module } from "node:module";
import type { Compiled } from "../../messages";
import { loader } from "./hooks";

export interface OwnModules {
  /** Whether this is the path of one. */
  has(path: string): boolean;
  /** Takes files that are new or have changed; what imports them is loaded anew as well. */
  take(modules: Compiled["modules"]): void;
}

/** The loaded modules of ours that a module reaches, itself among them. */
function reaches(from: Module, ids: ReadonlySet<string>, seen = new Set<Module>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return ids.has(from.id) || from.children.some((child) => reaches(child, ids, seen));
}

export function createOwnModules(): OwnModules {
  const code = new Map<string, string>();
  const resolve = loader._resolveFilename;
  loader._resolveFilename = (request, ...rest) =>
    code.has(request) ? request : resolve.call(loader, request, ...rest);
  const load = loader._extensions[".js"];
  loader._extensions[".js"] = (module, path) => {
    const own = code.get(path);
    if (own === undefined) load(module, path);
    else module._compile(own, path);
  };

  return {
    has: (path) => code.has(path),
    take(modules) {
      for (const { path, data } of modules) code.set(path, data);
      const changed = new Set(modules.map(({ path }) => path));
      for (const path of code.keys()) {
        const loaded = require.cache[path];
        if (loaded && reaches(loaded, changed)) delete require.cache[path];
      }
    },
  };
}
