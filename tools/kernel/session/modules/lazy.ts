/**
 * Packages that danfo requires when it is loaded and needs in a few of its verbs only: each is loaded
 * when something of it is first asked for. They are three quarters of the time that danfo takes to load.
 */
import { createRequire, Module } from "node:module";
import { loader } from "./hooks";

const HEAVY = new Map([
  // the same in one file in place of a thousand, which take ten times as long to find and read
  ["mathjs", "mathjs/lib/browser/math.js"],
  ["request", "request"],
  ["xlsx", "xlsx"],
]);
const DANFO = /[\\/]node_modules[\\/]danfojs-node[\\/]dist[\\/]/;

/**
 * What stands in for a module until then. danfo reads members of it, or calls it; before that, compiled
 * code asks whether it was an ECMAScript module, so as to find its default, and those here were not.
 */
function standIn(load: () => object): object {
  return new Proxy(() => {}, {
    get: (_, name) => (name === "__esModule" ? undefined : Reflect.get(load(), name)),
    apply: (_, self, args) => Reflect.apply(load() as () => unknown, self, args),
  });
}

export function loadLate(): void {
  const original = loader._resolveFilename;
  loader._resolveFilename = (request, parent, ...rest) => {
    const from = parent?.filename ?? "";
    const file = HEAVY.get(request);
    if (!file || !DANFO.test(from)) return original.call(loader, request, parent, ...rest);
    const path = `${request} of danfo`;
    if (!require.cache[path]) {
      const module = new Module(path);
      module.loaded = true;
      module.exports = standIn(() => createRequire(from)(original.call(loader, file, parent)));
      require.cache[path] = module;
    }
    return path;
  };
}
