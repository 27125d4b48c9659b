/**
 * What is known beforehand of the course's packages: which files their declarations are, and which of
 * these add to the types of all, as `declare global` does. It is kept on the disk when they have been
 * read whole, and holds as long as the packages are of the same versions; without it they are read
 * whole again.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Place } from "../place";
import { type File, type TS, ts } from "../typescript";
import { augmenting } from "./augmentations";
import type { Resolve } from "./resolve";

/** The files, by path, and whether one must be part of every program. */
export type Outline = ReadonlyMap<string, boolean>;

interface Kept {
  /** Versions of what was read, by the file that says it. */
  versions: [file: string, version: string][];
  files: [path: string, isForAll: boolean][];
}

const symbolOf = (file: TS.SourceFile) => (file as unknown as File).symbol;

/**
 * The outline of files that have been read and bound. A module that others add to must be in the program
 * as they are; one that hands others on, whose names would then be looked for too early, has none.
 */
export function outlineOf(files: readonly TS.SourceFile[], resolve: Resolve): Outline {
  const isForAll = (file: TS.SourceFile) =>
    !ts.isExternalModule(file) ||
    augmenting(file).length > 0 ||
    symbolOf(file)?.globalExports !== undefined;
  const augmented = new Set(
    files.flatMap((file) =>
      augmenting(file).map(
        ({ name }) => resolve(name.text, file.fileName).resolvedModule?.resolvedFileName,
      ),
    ),
  );
  const handsOn = ({ fileName }: TS.SourceFile, exports?: TS.SymbolTable) =>
    augmented.has(fileName) && exports?.has("__export" as TS.__String);
  if (files.some((file) => handsOn(file, symbolOf(file)?.exports))) return new Map();
  return new Map(
    files.map((file) => [file.fileName, isForAll(file) || augmented.has(file.fileName)]),
  );
}

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//;

const target = ({ root }: Place): string => join(root, ".cache", "kernel", "declarations.json");

/** The package that a file is of says its version; the library is new when it is compiled. */
function versionOf(file: string): string {
  if (!file.endsWith("package.json")) return String(statSync(file).mtimeMs);
  return JSON.parse(readFileSync(file, "utf8")).version;
}

const saysVersion = ({ root }: Place, path: string): string => {
  const folder = PACKAGE.exec(path)?.[0];
  return folder ? `${folder}package.json` : join(root, "lib", "dist", "index.d.ts");
};

/** What is kept, if it holds; else nothing is known. */
export function readOutline(place: Place): Outline {
  try {
    const { versions, files }: Kept = JSON.parse(readFileSync(target(place), "utf8"));
    const holds = versions.every(([file, version]) => versionOf(file) === version);
    return new Map(holds ? files : []);
  } catch {
    return new Map(); // there is none, or a package is gone
  }
}

export function keepOutline(place: Place, files: Outline): void {
  const sources = new Set([...files.keys()].map((path) => saysVersion(place, path)));
  sources.add(join(dirname(ts.getDefaultLibFilePath({})), "..", "package.json"));
  const kept: Kept = {
    versions: [...sources].map((file) => [file, versionOf(file)]),
    files: [...files],
  };
  const partial = `${target(place)}.${process.pid}`;
  mkdirSync(dirname(partial), { recursive: true });
  writeFileSync(partial, JSON.stringify(kept));
  renameSync(partial, target(place));
}
