/** What to do when a module is not found. */
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type Place, slashed } from "../place";
import { COURSE, partOfLibrary } from "../program/library";

/** `@scope/name/file` is of the package `@scope/name`. */
function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

function forLibrary({ root }: Place, part: string, name: string): string {
  if (!existsSync(join(root, "lib", "dist", "index.js"))) {
    return `The course's library is not compiled: run \`npm run setup\` in ${root}, then run the cell again.`;
  }
  return `The course's library has no part "${part}": import { … } from "${COURSE}" instead of "${name}".`;
}

function forPath({ cwd, root }: Place, name: string): string {
  const from = `Paths are taken from the notebook's folder, ${cwd}.`;
  if (!/(^|\/)lib(\/|$)/.test(name)) return from;
  const path = slashed(relative(cwd, join(root, "lib")));
  const right = path.startsWith(".") ? path : `./${path}`;
  return `${from} The course's library is "${right}" there; "${COURSE}" reaches it from any folder.`;
}

function forPackage({ root }: Place, name: string): string {
  if (name.startsWith("node:")) return "Node has no module of that name.";
  const wanted = packageOf(name);
  if (existsSync(join(root, "node_modules", wanted))) {
    return `The package ${wanted} is installed, but has nothing under "${name}".`;
  }
  return `The package ${wanted} is not installed: run \`npm install ${wanted}\` in ${root}, then run the cell again.`;
}

export function moduleHint(place: Place, name: string): string {
  const part = partOfLibrary(place, name, place.cwd);
  if (part !== undefined) return forLibrary(place, part, name);
  return /^[./]/.test(name) ? forPath(place, name) : forPackage(place, name);
}
