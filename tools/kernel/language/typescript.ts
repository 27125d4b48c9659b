/** The TypeScript that tslab brings, and what of its insides the language thread stands on. */
import { createRequire } from "node:module";
import { join } from "node:path";
import type TS from "@tslab/typescript-for-tslab";
import { loadCompiled } from "./codeCache";
import { projectRoot } from "./place";

export type { default as TS } from "@tslab/typescript-for-tslab";

/** Modules resolved for a file, by what stands in the import. */
export interface Resolutions {
  get(name: string, mode: undefined): TS.ResolvedModuleWithFailedLookupLocations | undefined;
  set(name: string, mode: undefined, found: TS.ResolvedModuleWithFailedLookupLocations): void;
}

/** A source file with the fields that binder and checker read. */
export interface File extends Omit<TS.SourceFile, "parent" | "locals"> {
  /** Names are looked up here when the file itself does not have them. */
  parent: File | undefined;
  path: string;
  resolvedPath: string;
  originalFileName: string;
  version: string;
  externalModuleIndicator: unknown;
  locals?: Map<string, TS.Symbol>;
  symbol?: TS.Symbol & { globalExports?: unknown };
  resolvedModules: Resolutions;
  imports: TS.StringLiteralLike[];
  moduleAugmentations: unknown[];
  ambientModuleNames: string[];
  parseDiagnostics: TS.DiagnosticWithLocation[];
}

interface Internals {
  bindSourceFile(file: File, options: TS.CompilerOptions): void;
  createModeAwareCache(): Resolutions;
}

const file = createRequire(require.resolve("tslab/package.json")).resolve(
  "@tslab/typescript-for-tslab",
);
const loaded = loadCompiled(file, join(projectRoot(), ".cache", "kernel"));

export const ts = loaded.exports as typeof TS & Internals;

/** Lets the next kernel load TypeScript faster. */
export const keepCompiled = loaded.keep;

/** The same file, as TypeScript's public types have it. */
export const plain = (file: File): TS.SourceFile => file as unknown as TS.SourceFile;
