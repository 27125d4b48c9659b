/** How cells are compiled: as tslab does, not strict, with what Node 20 has. */
import { join } from "node:path";
import { type TS, ts } from "./typescript";

/** What the emitted code depends on; types are left out of it. */
export const emitOptions: TS.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleDetection: ts.ModuleDetectionKind.Force,
  esModuleInterop: true,
  experimentalDecorators: true,
  jsx: ts.JsxEmit.React,
  newLine: ts.NewLineKind.LineFeed,
};

export const checkOptions = (root: string): TS.CompilerOptions => ({
  ...emitOptions,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts"],
  types: ["node"],
  typeRoots: [join(root, "node_modules", "@types")],
  resolveJsonModule: true,
  allowJs: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
});
