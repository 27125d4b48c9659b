/**
 * Finds modules: the library wherever it is asked for, then what lies beside the file that asks or in
 * the packages above it, then the project's packages.
 */
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { isOwn, type Place, slashed } from "../place";
import { type TS, ts } from "../typescript";
import { compiledPart, partOfLibrary } from "./library";

export type Found = TS.ResolvedModuleWithFailedLookupLocations;

/** What an import in a file means. */
export type Resolve = (name: string, file: string) => Found;

/** Node's own modules are declared by name, which comes before any file. */
const DECLARED: Found = { resolvedModule: undefined };

export function createResolver(
  place: Place,
  options: TS.CompilerOptions,
  host: TS.ModuleResolutionHost,
): Resolve {
  const cache = ts.createModuleResolutionCache(place.cwd, (name) => name, options);

  return (name, file) => {
    if (!isOwn(place, file)) {
      if (isBuiltin(name)) return DECLARED;
      return ts.resolveModuleName(name, file, options, host, cache);
    }
    const part = partOfLibrary(place, name, dirname(file));
    const wanted = part === undefined ? name : slashed(compiledPart(place, part));
    const found = ts.resolveModuleName(wanted, file, options, host);
    if (found.resolvedModule || part !== undefined) return found;
    return ts.resolveModuleName(name, slashed(join(place.root, "cell.ts")), options, host);
  };
}
