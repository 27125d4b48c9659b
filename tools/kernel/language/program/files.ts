/** Files as the program sees them: those on disk, and those that exist in memory alone. */
import { statSync } from "node:fs";
import { isOwn, type Place } from "../place";
import { type TS, ts } from "../typescript";

export interface Files {
  /** Puts a file in memory; it wins over one on disk. */
  set(path: string, text: string): void;
  has(path: string): boolean;
  exists(path: string): boolean;
  directoryExists(path: string): boolean;
  read(path: string): string | undefined;
  /** A text that differs when the content does; what packages hold does not change. */
  version(path: string): string;
  /** Looks at the disk again. Returns whether a file that was asked for has changed. */
  refresh(): boolean;
}

export function createFiles(place: Place): Files {
  const memory = new Map<string, { text: string; version: number }>();
  const versions = new Map<string, string>();
  const existing = new Map<string, boolean>();
  const folders = new Map<string, boolean>();

  function remembered(known: Map<string, boolean>, path: string, look: (path: string) => boolean) {
    let answer = known.get(path);
    if (answer === undefined) {
      answer = look(path);
      known.set(path, answer);
    }
    return answer;
  }

  function stamp(path: string): string {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats ? `${stats.mtimeMs} ${stats.size}` : "none";
  }

  return {
    set(path, text) {
      const before = memory.get(path);
      if (before?.text === text) return;
      memory.set(path, { text, version: (before?.version ?? 0) + 1 });
    },
    has: (path) => memory.has(path),
    exists: (path) => memory.has(path) || remembered(existing, path, ts.sys.fileExists),
    directoryExists: (path) => remembered(folders, path, ts.sys.directoryExists),
    read: (path) => memory.get(path)?.text ?? ts.sys.readFile(path),
    version(path) {
      const inMemory = memory.get(path);
      if (inMemory) return `memory ${inMemory.version}`;
      if (!isOwn(place, path)) return "package";
      let version = versions.get(path);
      if (version === undefined) {
        version = stamp(path);
        versions.set(path, version);
      }
      return version;
    },
    refresh() {
      existing.clear();
      folders.clear();
      let changed = false;
      for (const [path, before] of versions) {
        const now = stamp(path);
        changed ||= now !== before;
        versions.set(path, now);
      }
      return changed;
    },
  };
}

/** What module resolution asks of the file system. */
export const resolutionHost = (files: Files): TS.ModuleResolutionHost => ({
  fileExists: files.exists,
  directoryExists: files.directoryExists,
  readFile: files.read,
  realpath: ts.sys.realpath!,
  getDirectories: ts.sys.getDirectories,
  useCaseSensitiveFileNames: true,
});
