/**
 * The program that cells are checked in: TypeScript's libraries, Node's types and every module that a
 * cell has imported. It is made anew only when a cell imports something else; cells themselves are
 * checked by its checker without being part of it, so that a cell costs what its own lines cost.
 */
import { join } from "node:path";
import { globals } from "../globals";
import { checkOptions } from "../options";
import { isOwn, type Place, slashed } from "../place";
import { type File, plain, type TS, ts } from "../typescript";
import { createAlone } from "./alone";
import { augmentations, augmenting as augmentedBy } from "./augmentations";
import { restoreDocs, withoutDocs } from "./docs";
import { createFiles, type Files, resolutionHost } from "./files";
import { keepOutline, outlineOf, readOutline } from "./outline";
import { basics, readAhead } from "./readAhead";
import { createResolver } from "./resolve";
import { createSourceFiles } from "./sourceFiles";
import { specifiers } from "./specifiers";

/**
 * After so many cells and glances at cells that are being written, the checker is made anew: it
 * remembers some 30 kB of each.
 */
export const RENEWAL = 2000;

export interface Project {
  options: TS.CompilerOptions;
  files: Files;
  service: TS.LanguageService;
  program(): TS.Program;
  /** A path in the notebook's folder that no cell has had: TypeScript keeps what it finds by path. */
  newPath(name: string): string;
  /** Puts a file in memory, in place of one on the disk. */
  setFile(path: string, text: string): void;
  /** Lets the language service find a cell, in place of the last one. */
  adopt(cell: File): void;
  /** Finds what a cell imports and makes it part of the program. */
  include(cell: File): void;
  /** Makes modules part of the program before a cell imports them, one file at each step. */
  foresee(names: string[]): Generator<void>;
  /** Reads the docstrings of the files in which something is declared. */
  document(declarations: readonly TS.Declaration[] | undefined): void;
}

/** @param outline - Of the packages, whose files are then read when they are needed. */
export function createProject(place: Place, outline = readOutline(place)): Project {
  const options = checkOptions(place.root);
  const files = createFiles(place);
  const resolve = createResolver(place, options, resolutionHost(files));
  const alone = createAlone(outline, resolve);
  const imports = slashed(join(place.cwd, "__imports__.ts"));
  const declared = slashed(join(place.cwd, "__globals__.d.ts"));
  const forAll = [...outline].flatMap(([path, isForAll]) => (isForAll ? [path] : []));
  const paths = new Set<string>();
  const included = new Map<string, string>();
  const augmenting = new Set<string>();
  let version = 0;
  let current: TS.Program | undefined;
  let adopted: File | undefined;
  let adoptions = 0;
  files.set(declared, globals);
  writeImports();

  /** What is parsed; the docstrings of packages are left for later. */
  function textOf(path: string): string | undefined {
    const text = files.read(path);
    const isPackage = !files.has(path) && !isOwn(place, path);
    return isPackage && text !== undefined ? withoutDocs(text) : text;
  }

  const versionOf = (path: string) => alone.version(path, files.version(path));

  /** Whether a cell adds to a module that is read alone. */
  const addsToPackage = (cell: File) =>
    augmentedBy(plain(cell)).some(({ name }) =>
      alone.has(resolve(name.text, cell.path).resolvedModule?.resolvedFileName ?? ""),
    );

  const host: TS.LanguageServiceHost = {
    ...resolutionHost(files),
    useCaseSensitiveFileNames: () => true,
    getCompilationSettings: () => options,
    getCurrentDirectory: () => place.cwd,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    getScriptFileNames: () => [declared, imports],
    getScriptVersion: versionOf,
    getProjectVersion: () => String(version),
    getScriptSnapshot(path) {
      const text = textOf(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    resolveModuleNameLiterals: (names, file) => names.map((name) => resolve(name.text, file)),
    readDirectory: ts.sys.readDirectory,
  };
  // What learners' own files import is looked for again whenever the program is made.
  Object.assign(host, { hasInvalidatedResolutions: (path: string) => isOwn(place, path) });
  const sourceFiles = createSourceFiles(options, alone.prepare);
  const service = ts.createLanguageService(host, sourceFiles);

  function program(): TS.Program {
    const made = service.getProgram()!;
    if (made === current) return made;
    current = made;
    // Checker and language service ask the program for a file by this method.
    const inProgram = made.getSourceFile;
    made.getSourceFile = (path) => {
      if (path === adopted?.path) return plain(adopted);
      return inProgram(path) ?? (alone.has(path) ? read(path) : undefined);
    };
    return made;
  }

  /** A file of a package, parsed and bound. */
  function read(path: string): TS.SourceFile | undefined {
    const text = textOf(path);
    return text === undefined ? undefined : sourceFiles.prepare(path, text, versionOf(path));
  }

  function newPath(name: string): string {
    for (let again = 0; ; again++) {
      const path = slashed(join(place.cwd, again ? `${name} (${again}).ts` : `${name}.ts`));
      if (paths.has(path)) continue;
      paths.add(path);
      return path;
    }
  }

  function include(cell: File): void {
    cell.imports = specifiers(plain(cell));
    const additions = augmentations(plain(cell)).filter((text) => !augmenting.has(text));
    if (cell.imports.length === 0 && additions.length === 0) return;
    for (const text of additions) augmenting.add(text);
    if (addsToPackage(cell)) alone.end();
    const changed = files.refresh();
    const isMissing = ({ text }: TS.StringLiteralLike) => {
      const found = resolve(text, cell.path);
      cell.resolvedModules.set(text, undefined, found);
      const path = found.resolvedModule?.resolvedFileName;
      if (path === undefined || included.get(text) === path) return false;
      included.set(text, path);
      return !current?.getSourceFile(path);
    };
    const missing = cell.imports.filter(isMissing);
    if (missing.length > 0 || additions.length > 0) writeImports();
    else if (changed) version++;
  }

  /** Puts all that has been imported into the program, which is made anew when it is asked for. */
  function writeImports(): void {
    const references = forAll.map((path) => `/// <reference path=${JSON.stringify(path)} />\n`);
    const names = [...included.keys()].map((name) => `import ${JSON.stringify(name)};\n`);
    files.set(imports, [...references, "export {};\n", ...names, ...augmenting].join(""));
    version++;
  }

  function* foresee(names: string[]): Generator<void> {
    const found = names
      .map((name) => ({ name, path: resolve(name, imports).resolvedModule?.resolvedFileName }))
      .filter((one): one is { name: string; path: string } => one.path !== undefined);
    const reader = { options, host: resolutionHost(files), resolve, read };
    const base = yield* readAhead(basics(reader), reader);
    if (outline.size > 0) {
      for (const path of forAll) {
        read(path);
        yield;
      }
    } else {
      const entries = found.map(({ path }) => path);
      const seen = base.map(({ fileName }) => fileName);
      const packages = yield* readAhead(entries, reader, seen);
      keepOutline(place, outlineOf(packages, resolve));
    }
    for (const { name, path } of found) included.set(name, path);
    writeImports();
    program();
  }

  return {
    options,
    files,
    service,
    program,
    newPath,
    setFile(path, text) {
      files.set(path, text);
      version++;
    },
    adopt(cell) {
      adopted = cell;
      if (++adoptions % RENEWAL === 0) version++;
    },
    include,
    foresee,
    document(declarations = []) {
      for (const file of new Set(declarations.map((one) => one.getSourceFile()))) {
        restoreDocs(file, files.read(file.fileName));
      }
    },
  };
}
