/**
 * V8's compiled form of TypeScript's eight megabytes, kept on the disk: loading it takes half as long.
 * V8 itself refuses a form that another version of it has made.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import vm from "node:vm";

/** The compiled form, if there is one and the text has not changed since. */
function keptFor(file: string, target: string): Buffer | undefined {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return made > statSync(file).mtimeMs ? readFileSync(target) : undefined;
}

export interface Loaded {
  exports: unknown;
  /** Keeps the compiled form for the next time, unless it has been there. */
  keep(): void;
}

/** Loads a CommonJS module as `require` does, which finds it loaded from then on. */
export function loadCompiled(file: string, folder: string): Loaded {
  const target = join(folder, `${process.version}-${process.arch}.bin`);
  const cachedData = keptFor(file, target);
  const source = readFileSync(file, "utf8");
  const script = new vm.Script(Module.wrap(source), {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const require = createRequire(file);
  const module = new Module(file);
  module.filename = file;
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  module.loaded = true;
  require.cache[file] = module;
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;

  return {
    exports: module.exports,
    keep() {
      if (isKept) return;
      const partial = `${target}.${process.pid}`;
      mkdirSync(folder, { recursive: true });
      writeFileSync(partial, script.createCachedData());
      renameSync(partial, target);
    },
  };
}
