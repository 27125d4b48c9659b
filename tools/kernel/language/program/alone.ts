/**
 * Files of packages that are read alone: the program does not follow what they import; a module is
 * found, and read, when the checker first asks for it. So importing a package costs what of it is used.
 */
import { type File, plain, ts } from "../typescript";
import { augmenting } from "./augmentations";
import type { Outline } from "./outline";
import type { Resolve } from "./resolve";

/** Modules that are looked for when they are asked for. */
function resolutions(path: string, resolve: Resolve): File["resolvedModules"] {
  const cache = ts.createModeAwareCache();
  const { get } = cache;
  cache.get = (name, mode) => {
    if (!get(name, mode)) cache.set(name, mode, resolve(name, path));
    return get(name, mode);
  };
  return cache;
}

/** Lets a module be in a program, or behind one, without what it imports. */
function setAlone(file: File, path: string, resolve: Resolve): void {
  if (!ts.isExternalModule(plain(file))) return;
  const found = resolutions(path, resolve);
  Object.assign(file, {
    path,
    resolvedPath: path,
    originalFileName: path,
    imports: [],
    moduleAugmentations: augmenting(plain(file)).map(({ name }) => name),
    ambientModuleNames: [],
  });
  // (a program that sees no imports would clear it)
  Object.defineProperty(file, "resolvedModules", { get: () => found, set() {} });
}

export interface Alone {
  /** Whether a file is read alone. */
  has(path: string): boolean;
  /** Prepares a file that has been parsed, if it is one of them. */
  prepare(file: File, path: string): void;
  /** From now on none is: what a cell adds to a module reaches those that hand it on in a whole program alone. */
  end(): void;
  /** The version of a file, which is another one when it is no longer alone. */
  version(path: string, version: string): string;
}

export function createAlone(outline: Outline, resolve: Resolve): Alone {
  let ended = false;
  const has = (path: string) => !ended && outline.has(path);
  return {
    has,
    prepare(file, path) {
      if (has(path)) setAlone(file, path, resolve);
    },
    end() {
      ended = true;
    },
    version: (path, version) => (ended && outline.has(path) ? `${version}, whole` : version),
  };
}
