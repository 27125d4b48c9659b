/**
 * Reads files before the program asks for them, one at each step: what a package's declarations need,
 * and TypeScript's own. A program made afterwards finds them parsed and its modules resolved.
 */
import { dirname, join } from "node:path";
import { slashed } from "../place";
import { type TS, ts } from "../typescript";
import type { Resolve } from "./resolve";
import { specifiers } from "./specifiers";

export interface Reader {
  options: TS.CompilerOptions;
  host: TS.ModuleResolutionHost;
  resolve: Resolve;
  /** Parses and binds a file, unless that is done. */
  read(path: string): TS.SourceFile | undefined;
}

/** The files that a file needs. */
function* needs(file: TS.SourceFile, { options, host, resolve }: Reader): Generator<string> {
  const folder = dirname(file.fileName);
  const libraries = dirname(ts.getDefaultLibFilePath(options));
  for (const { fileName } of file.libReferenceDirectives)
    yield join(libraries, `lib.${fileName}.d.ts`);
  for (const { fileName } of file.referencedFiles) yield join(folder, fileName);
  for (const { fileName } of file.typeReferenceDirectives) {
    const found = ts.resolveTypeReferenceDirective(fileName, file.fileName, options, host);
    if (found.resolvedTypeReferenceDirective) {
      yield found.resolvedTypeReferenceDirective.resolvedFileName!;
    }
  }
  for (const { text } of specifiers(file)) {
    const path = resolve(text, file.fileName).resolvedModule?.resolvedFileName;
    if (path !== undefined && /\.d\.[cm]?ts$/.test(path)) yield path;
  }
}

/** The libraries and types that every program has. */
export function basics({ options, host }: Reader): string[] {
  const libraries = dirname(ts.getDefaultLibFilePath(options));
  const types = ts.getAutomaticTypeDirectiveNames(
    options,
    host as TS.ModuleResolutionHost & { getDirectories(path: string): string[] },
  );
  const found = types.map((name) =>
    ts.resolveTypeReferenceDirective(name, undefined, options, host),
  );
  return [
    ...(options.lib ?? []).map((name) => join(libraries, name)),
    ...found.map((one) => one.resolvedTypeReferenceDirective?.resolvedFileName),
  ].filter((path) => path !== undefined);
}

/**
 * @param from - Where to start.
 * @param seen - What need not be read.
 * @returns the files that have been read.
 */
export function* readAhead(
  from: string[],
  reader: Reader,
  seen: Iterable<string> = [],
): Generator<void, TS.SourceFile[]> {
  const files: TS.SourceFile[] = [];
  const queue = new Set(from.map(slashed));
  const done = new Set(seen);
  for (const path of queue) {
    const file = done.has(path) ? undefined : reader.read(path);
    if (!file) continue;
    files.push(file);
    for (const next of needs(file, reader)) queue.add(slashed(next));
    yield;
  }
  return files;
}
