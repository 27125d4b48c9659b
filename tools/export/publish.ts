import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** Files of a site by their path in it: their content, or the file to copy. */
export type SiteFiles = ReadonlyMap<string, string | Buffer | { copyOf: string }>;

function filesIn(folder: string, top = folder): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, top);
    return [relative(top, path).split(sep).join("/")];
  });
}

/** Whether the file holds just this; its size is looked at first. */
function holds(file: string, content: Buffer): boolean {
  if (!existsSync(file) || statSync(file).size !== content.length) return false;
  return readFileSync(file).equals(content);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Ends what an export that was killed left behind: puts the old site back if no new one is there. */
function recover(out: string): void {
  if (!existsSync(out) && existsSync(`${out}.old`)) renameSync(`${out}.old`, out);
  rmSync(`${out}.old`, { recursive: true, force: true });
  rmSync(`${out}.partial`, { recursive: true, force: true });
}

/** Keeps what is not yet in its place, or was left by a kill, out of git's sight. */
const HIDDEN = [".gitignore", "*\n"] as const;

/**
 * Puts a site in the place of the one before. It is built beside and then exchanged whole, so that
 * there is never half a site. Files whose content is as before stay the same files.
 *
 * @param out - Folder of the site.
 * @param files - All its files.
 * @param keep - Which files of the site before stay although they are not among `files`.
 * @returns How many files are new or changed.
 */
export function publish(out: string, files: SiteFiles, keep: (path: string) => boolean): number {
  recover(out);
  const partial = `${out}.partial`;
  let changed = 0;
  mkdirSync(partial, { recursive: true });
  for (const [path, given] of [HIDDEN, ...files]) {
    const to = join(partial, path);
    mkdirSync(dirname(to), { recursive: true });
    const content =
      typeof given === "string"
        ? Buffer.from(given)
        : Buffer.isBuffer(given)
          ? given
          : readFileSync(given.copyOf);
    if (holds(join(out, path), content)) linkOrCopy(join(out, path), to);
    else {
      writeFileSync(to, content);
      changed += 1;
    }
  }
  for (const path of filesIn(out)) {
    const to = join(partial, path);
    if (!keep(path) || existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    linkOrCopy(join(out, path), to);
  }
  if (existsSync(out)) renameSync(out, `${out}.old`);
  renameSync(partial, out);
  rmSync(`${out}.old`, { recursive: true, force: true });
  return changed;
}
