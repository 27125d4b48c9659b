import { existsSync } from "node:fs";
import { join } from "node:path";

const DIST = join(__dirname, "..", "lib", "dist");

/**
 * A module of the library as notebooks run it, compiled by set-up: the loader that runs these benchmarks
 * from their sources turns every import into a getter, which costs up to as much as a density does.
 */
export function compiled<Module>(name: string): Module {
  const path = join(DIST, name, "index.js");
  if (!existsSync(path)) throw new Error(`bench: ${path} is missing; npm run setup compiles it`);
  return require(path) as Module;
}
