/**
 * Cells compiled by the language side and really run, in a scope as the session's: names are read and
 * assigned through the accessors that the cell which declared them handed over.
 */
import { createRequire, SourceMap } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import { createLanguage } from "../../../../tools/kernel/language/language";
import { createProject, type Project } from "../../../../tools/kernel/language/program/project";
import type { Compiled, Diagnostic } from "../../../../tools/kernel/messages";

/** The characters (code points) before a `|` in the code, and the code without it. */
export function cursorIn(marked: string): { code: string; cursor_pos: number } {
  const before = marked.slice(0, marked.indexOf("|"));
  return { code: before + marked.slice(before.length + 1), cursor_pos: [...before].length };
}

export const ROOT = join(__dirname, "..", "..", "..", "..");

type Accessors = Record<string, [get: () => unknown, set?: (value: unknown) => void]>;

/** A frame of a stack that lies in a cell, led back to the cell's source. */
export interface Frame {
  cell: number;
  line: number;
  character: number;
}

/** One program for all notebooks of a test file, as it takes a second or two to make. */
let shared: Project | undefined;

function sharedProject(cwd: string): Project {
  shared ??= createProject({ cwd, root: ROOT });
  return shared;
}

export class RefusedCell extends Error {
  constructor(readonly diagnostics: Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
  }
}

export function createNotebook(cwd?: string) {
  const place = { cwd: cwd ?? join(ROOT, "Notes"), root: ROOT };
  const project = cwd === undefined ? sharedProject(place.cwd) : createProject(place);
  const { compile, ...rest } = createLanguage(place, project);
  const scope: Record<string, unknown> = Object.create(null);
  const exports: Record<string, unknown> = {};
  const require = createRequire(join(place.cwd, "cell.js"));
  const maps = new Map<string, SourceMap>();
  const seen = { resumed: 0, each: 0, loaded: [] as string[] };
  let count = 0;

  const cells = {
    scope,
    bind(names: Accessors) {
      for (const [name, [get, set]] of Object.entries(names)) {
        const property = { get, enumerable: true, configurable: true };
        Object.defineProperty(scope, name, set ? { ...property, set } : property);
      }
    },
    now: () => "the frame",
    resumed<T>(frame: unknown, value: T): T {
      if (frame === "the frame") seen.resumed++;
      return value;
    },
    each<T>(items: T): T {
      seen.each++;
      return items;
    },
    load(name: string) {
      seen.loaded.push(name);
      return import(name);
    },
  };

  function compiled(code: string): Compiled {
    const made = compile({ code, count: ++count });
    if (made.kind === "refused") throw new RefusedCell(made.diagnostics);
    if (made.kind === "help") throw new Error("asks for documentation");
    return made;
  }

  /** Runs a cell and returns the value of its last expression. */
  async function run(code: string): Promise<unknown> {
    const made = compiled(code);
    maps.set(`cell-${count}.ts`, new SourceMap(JSON.parse(made.map)));
    Object.assign(globalThis, { __cells__: cells });
    const kind = made.hasAwait ? "async function" : "function";
    const body = vm.runInThisContext(`(${kind}(exports, require) { ${made.output}\n})`, {
      filename: `cell-${count}.ts`,
    });
    delete exports.tsLastExpr;
    await body(exports, require);
    return made.lastExpression && exports[made.lastExpression];
  }

  /** Runs a cell that throws and returns its frames in cells, the innermost first. */
  async function frames(code: string): Promise<Frame[]> {
    try {
      await run(code);
    } catch (error) {
      if (!(error instanceof Error) || error instanceof RefusedCell) throw error;
      return [...(error.stack ?? "").matchAll(/cell-(\d+)\.ts:(\d+):(\d+)/g)].map((found) => {
        const [, cell, line, column] = found.map(Number) as [number, number, number, number];
        const entry = maps.get(`cell-${cell}.ts`)!.findEntry(line - 1, column - 1);
        if (!("originalLine" in entry)) throw new Error(`no origin of ${line}:${column}`);
        return { cell, line: entry.originalLine, character: entry.originalColumn };
      });
    }
    throw new Error("the cell did not throw");
  }

  /** The errors for which a cell is refused. */
  function refusal(code: string): Diagnostic[] {
    const made = compile({ code, count: ++count });
    return made.kind === "refused" ? made.diagnostics : [];
  }

  return { run, frames, refusal, compiled, seen, scope, ...rest };
}
