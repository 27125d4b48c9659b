/** How cells get at modules: `require` of CommonJS, and ECMAScript modules loaded beforehand. */
import { Module } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { textOf } from "../errors/describe";
import { libraryPath } from "./library";
import { createOwnModules, type OwnModules } from "./own";

/** With these Node says that `require` cannot load a module and `import` may. */
const REFUSALS = ["ERR_REQUIRE_ESM", "ERR_REQUIRE_ASYNC_MODULE", "ERR_PACKAGE_PATH_NOT_EXPORTED"];

export interface Modules {
  /** Takes the learner's own files that a cell imports. */
  take: OwnModules["take"];
  /** Loads those of a cell's imports that its `require` will refuse. */
  prepare(imports: readonly string[]): Promise<void>;
  /** Loads what a cell will import, while the compiler reads it; an error is left to the import. */
  preload(imports: readonly string[]): void;
  /** `import(request)` of a cell. */
  load(request: unknown): Promise<unknown>;
}

/** An ECMAScript module as compiled code takes it: with `default` told apart from the whole. */
function asCommonJS(namespace: object): object {
  const exports = Object.create(null, { __esModule: { value: true } });
  for (const name of Object.keys(namespace)) {
    const get = () => Reflect.get(namespace, name);
    Object.defineProperty(exports, name, { enumerable: true, get });
  }
  return exports;
}

/** The name of the file that imports for the cells; it exists in no folder. */
export const REFERRER = "the cells of the notebook.cjs";

/** `import()` as a file in the folder would do it. */
function importFrom(folder: string): (request: string) => Promise<object> {
  const path = join(folder, REFERRER);
  const referrer = new Module(path) as Module & { _compile(code: string, path: string): void };
  referrer.filename = path;
  referrer._compile("exports.load = (request) => import(request)", path);
  return (referrer.exports as { load(request: string): Promise<object> }).load;
}

const isBare = (request: string): boolean => !/^[./\\]|^[A-Za-z]:/.test(request);

/** @param folder - The notebook's. */
export function createModules(folder: string, root: string): Modules {
  const own = createOwnModules();
  const fromTslab = globalThis.__tslab__.require;
  const fromFolder = importFrom(folder);
  const loaded = new Map<string, object>();
  globalThis.__tslab__.require = (request) => loaded.get(request) ?? fromTslab(request);

  return {
    take: own.take,
    async prepare(imports) {
      for (const request of imports) {
        if (loaded.has(request) || !(isBare(request) || request.endsWith(".mjs"))) continue;
        try {
          fromTslab(request);
        } catch (error) {
          if (!REFUSALS.includes(textOf(error as object, "code") ?? "")) continue;
          loaded.set(request, asCommonJS(await fromFolder(request)));
        }
      }
    },
    preload(imports) {
      for (const request of imports) {
        if (!isBare(request) && libraryPath(request, folder, root) === undefined) continue;
        try {
          fromTslab(request);
        } catch {
          // the cell's own import says it, at its line
        }
      }
    },
    async load(request) {
      const name = String(request);
      const library = libraryPath(name, folder, root);
      if (library !== undefined) return fromFolder(pathToFileURL(library).href);
      if (own.has(name)) return fromTslab(name);
      return fromFolder(name);
    },
  };
}
