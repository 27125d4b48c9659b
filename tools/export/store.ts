import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Source } from "./course";
import type { Fragment } from "./fragment";

/**
 * Fragments kept from earlier exports, by path and content of their source and by the tools: whatever has
 * not changed is found here and not made again. A file is there whole or not at all.
 */
export class FragmentStore {
  constructor(
    private readonly folder: string,
    private readonly tools: string,
  ) {}

  /** The name under which the fragment of a source is kept. */
  keyOf(root: string, { path, text }: Pick<Source, "path" | "text">): string {
    return createHash("sha256")
      .update(this.tools)
      .update(path)
      .update(text ?? readFileSync(join(root, path)))
      .digest("hex");
  }

  get(key: string): Fragment | null {
    const file = this.fileOf(key);
    if (!existsSync(file)) return null;
    const now = new Date();
    utimesSync(file, now, now);
    return JSON.parse(readFileSync(file, "utf8")) as Fragment;
  }

  /** Removes what nobody has asked for in the given number of days. */
  tidy(days: number): void {
    const oldest = Date.now() - days * 24 * 3600 * 1000;
    for (const name of existsSync(this.folder) ? readdirSync(this.folder) : []) {
      const file = join(this.folder, name);
      if (statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
    }
  }

  put(key: string, fragment: Fragment): void {
    writeWhole(this.fileOf(key), JSON.stringify(fragment));
  }

  private fileOf(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}

/** Writes a file so that a reader never sees a part of it. */
function writeWhole(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.half`;
  try {
    writeFileSync(half, content);
    renameSync(half, file);
  } finally {
    rmSync(half, { force: true });
  }
}
