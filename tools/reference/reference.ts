/** The reference of a course's library, kept until the library or these tools change. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow, writeWhole } from "../common/files";
import type { Reference } from "./pages";

const NOTHING: Reference = { pages: [], names: {}, folders: {} };

/** Hash of whatever the reference is made from. */
function keyOf(root: string): string {
  const lib = join(root, "lib");
  const hash = createHash("sha256");
  const own = filesBelow(__dirname);
  const sources = filesBelow(lib).filter((file) => file.endsWith(".ts"));
  for (const file of [...own, ...sources]) {
    hash.update(file.startsWith(lib) ? file.slice(lib.length) : "tools").update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * The reference of the library in `root`/lib; empty where there is none.
 *
 * @param cache - Folder to keep it in.
 */
export async function readReference(root: string, cache: string): Promise<Reference> {
  if (!existsSync(join(root, "lib", "dist", "index.d.ts"))) return NOTHING;
  const file = join(cache, "reference", `${keyOf(root)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Reference;
  // the compiler takes its time to load, and is needed here alone
  const [{ readLibrary }, { writeReference }] = await Promise.all([
    import("./read.ts"),
    import("./pages.ts"),
  ]);
  const reference = writeReference(readLibrary(root));
  rmSync(dirname(file), { recursive: true, force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, JSON.stringify(reference));
  return reference;
}
