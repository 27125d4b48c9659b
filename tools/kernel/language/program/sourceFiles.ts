/** Parsed files, kept by path as long as their version stays the same. */
import { type File, type TS, ts } from "../typescript";

export interface SourceFiles extends TS.DocumentRegistry {
  /** Parses and binds a file ahead of its use, unless that is done. */
  prepare(path: string, text: string, version: string): TS.SourceFile;
}

/** @param finish - Called with each file that has been parsed. */
export function createSourceFiles(
  options: TS.CompilerOptions,
  finish: (file: File, path: string) => void,
): SourceFiles {
  const kept = new Map<string, File>();
  const parseOptions: TS.CreateSourceFileOptions = { languageVersion: options.target! };

  function get(path: string, snapshot: TS.IScriptSnapshot, version: string): TS.SourceFile {
    const before = kept.get(path);
    if (before?.version === version) return before as unknown as TS.SourceFile;
    const made = ts.createLanguageServiceSourceFile(path, snapshot, parseOptions, version, false);
    finish(made as unknown as File, path);
    kept.set(path, made as unknown as File);
    return made;
  }

  const keyed = (
    path: string,
    _resolved: unknown,
    _host: unknown,
    _key: unknown,
    snapshot: TS.IScriptSnapshot,
    version: string,
  ) => get(path, snapshot, version);
  const byOptions = (
    path: string,
    _options: unknown,
    snapshot: TS.IScriptSnapshot,
    version: string,
  ) => get(path, snapshot, version);

  return {
    acquireDocument: byOptions,
    acquireDocumentWithKey: keyed,
    updateDocument: byOptions,
    updateDocumentWithKey: keyed,
    releaseDocument() {},
    releaseDocumentWithKey() {},
    getKeyForCompilationSettings: () => "" as TS.DocumentRegistryBucketKey,
    reportStats: () => "",
    prepare(path, text, version) {
      const file = get(path, ts.ScriptSnapshot.fromString(text), version);
      ts.bindSourceFile(file as unknown as File, options);
      return file;
    },
  };
}
