/** The learner's own `.ts` files that a cell reaches through its imports, from the innermost out. */
import { isOwn, type Place } from "../place";
import type { File, TS } from "../typescript";

/** Whether a path is TypeScript that has to be compiled before Node can load it. */
export const isSource = (place: Place, path: string): boolean =>
  isOwn(place, path) && /\.[cm]?tsx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path);

/** Where the compiled form of a file is loaded from. */
export const compiledPath = (path: string): string => path.replace(/(\.d)?\.[cm]?tsx?$/, ".js");

export function reachedSources(place: Place, program: TS.Program, from: File): File[] {
  const reached = new Set<File>();
  const visit = (file: File): void => {
    for (const { text } of file.imports) {
      const path = file.resolvedModules?.get(text, undefined)?.resolvedModule?.resolvedFileName;
      if (path === undefined || !isSource(place, path)) continue;
      const module = program.getSourceFile(path) as unknown as File | undefined;
      if (!module || reached.has(module)) continue;
      reached.add(module);
      visit(module);
    }
  };
  visit(from);
  return [...reached];
}
