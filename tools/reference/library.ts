/** The library's compiled declarations as a program, of which nothing but our own files is read. */
import { dirname, join } from "node:path";
import { type TS, ts } from "./typescript";

export interface Library {
  root: string;
  checker: TS.TypeChecker;
  /** Names of a module, `display.plot` as `plot`; the index itself is "". */
  modules: Map<string, TS.Symbol[]>;
  /** Source of a file of declarations, from the root of the course. */
  sourceOf(declarations: string): string;
}

const OPTIONS: TS.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  skipLibCheck: true,
  preserveSymlinks: true,
  lib: ["lib.es5.d.ts"],
  target: ts.ScriptTarget.ES2020,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.NodeJs,
};

/** Where a course has its library's declarations. */
export const declarationsOf = (root: string): string => join(root, "lib", "dist", "index.d.ts");

export const resolved = (symbol: TS.Symbol, checker: TS.TypeChecker): TS.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** Whether a name stands for a folder's index, as `linalg` does. */
export const isModule = (symbol: TS.Symbol): boolean =>
  (symbol.flags & ts.SymbolFlags.ValueModule) !== 0 &&
  symbol.declarations?.some(ts.isSourceFile) === true;

export function openLibrary(root: string): Library {
  const index = declarationsOf(root);
  const host = ts.createCompilerHost(OPTIONS, true);
  host.resolveModuleNames = (names, from) =>
    names.map((name) =>
      name.startsWith(".")
        ? ts.resolveModuleName(name, from, OPTIONS, host).resolvedModule
        : undefined,
    );
  const program = ts.createProgram([index], OPTIONS, host);
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(index);
  const top = file && checker.getSymbolAtLocation(file);
  if (!top) throw new Error(`reference: ${index} exports nothing`);
  const modules: Library["modules"] = new Map();
  const visit = (name: string, module: TS.Symbol): void => {
    if (modules.has(name)) return;
    const all = checker.getExportsOfModule(module);
    modules.set(name, all);
    for (const one of all) {
      const target = resolved(one, checker);
      if (isModule(target)) visit(one.name, target);
    }
  };
  visit("", top);
  const dist = dirname(index);
  const sourceOf = (path: string) =>
    `lib${path
      .slice(dist.length)
      .replaceAll("\\", "/")
      .replace(/\.d\.ts$/, ".ts")}`;
  return { root, checker, modules, sourceOf };
}
