/** The course's library, by whatever path a notebook reaches it: `"course"` or a relative one. */
import { isAbsolute, join, resolve } from "node:path";
import { below, type Place } from "../place";

/** The name that reaches the library from any folder. */
export const COURSE = "course";

/** The path inside the library that an import means (`""` for all of it), or undefined. */
export function partOfLibrary(place: Place, name: string, folder: string): string | undefined {
  if (name === COURSE) return "";
  if (name.startsWith(`${COURSE}/`)) return name.slice(COURSE.length + 1);
  if (!/^\.\.?(\/|$)/.test(name) && !isAbsolute(name)) return undefined;
  return below(join(place.root, "lib"), resolve(folder, name));
}

/** Where the compiled library has that part, without a file's ending. */
export function compiledPart(place: Place, part: string): string {
  const inside = part.replace(/^dist(\/|$)/, "").replace(/\.[cm]?[jt]s$/, "");
  return join(place.root, "lib", "dist", inside || "index");
}
