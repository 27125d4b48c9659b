/** Imports: by the path under which the module can be loaded, and ahead of all other statements. */
import { dirname } from "node:path";
import type { Place } from "../place";
import { partOfLibrary } from "../program/library";
import { compiledPath, isSource } from "../program/modules";
import { type File, plain, type TS, ts } from "../typescript";
import type { Edits } from "./edits";

/** The path that Node can load where it could not find what the file says: the library, `.ts` files. */
function loadablePath(place: Place, file: File, name: string): string | undefined {
  const path = file.resolvedModules.get(name, undefined)?.resolvedModule?.resolvedFileName;
  if (path === undefined) return undefined;
  const isLibrary = partOfLibrary(place, name, dirname(file.path)) !== undefined;
  return isLibrary || isSource(place, path) ? compiledPath(path) : undefined;
}

/** Writes the paths that can be loaded into the text. Returns the names of what is loaded at the start. */
export function redirectImports(place: Place, file: File, edits: Edits): string[] {
  const names = new Set<string>();
  for (const literal of file.imports) {
    const path = loadablePath(place, file, literal.text);
    if (path !== undefined) {
      const at = literal.getStart(plain(file));
      edits.remove(at, literal.end);
      edits.before(at, JSON.stringify(path));
    }
    const isCall = ts.isCallExpression(literal.parent) || ts.isLiteralTypeNode(literal.parent);
    if (!isCall) names.add(path ?? literal.text);
  }
  return [...names];
}

/** The stretches of a cell in the order in which they run: imports that stand behind something first. */
export function importsFirst(file: TS.SourceFile, edits: Edits): [number, number][] {
  const first = file.statements.findIndex((one) => !ts.isImportDeclaration(one));
  const late = first < 0 ? [] : file.statements.slice(first).filter(ts.isImportDeclaration);
  const moved: [number, number][] = [];
  const rest: [number, number][] = [];
  let done = 0;
  for (const node of late) {
    const start = node.getStart(file);
    edits.after(node.end, ";");
    moved.push([start, node.end]);
    rest.push([done, start]);
    done = node.end;
  }
  return [...moved, ...rest, [done, file.text.length]];
}
