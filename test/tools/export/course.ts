/** Exports of the fixture course and of the real one, for tests, in folders that are removed after. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CACHE, VENV } from "../../../tools/common/project";
import { type ExportOptions, type ExportResult, exportSite } from "../../../tools/export/site";

export const FIXTURE = join(__dirname, "fixtures", "course");

/** A folder of its own, and a way to be rid of it. */
export function scratch(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "mml-export-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of the fixture course that a test may change. */
export function copyCourse(folder: string): string {
  const root = join(folder, "course");
  cpSync(FIXTURE, root, { recursive: true });
  return root;
}

/** Exports a course to `folder`/site, by default the fixture; what is unchanged comes from the cache. */
export async function exportTo(
  folder: string,
  options: Partial<ExportOptions> = {},
): Promise<ExportResult & { out: string }> {
  const out = join(folder, "site");
  const cache = join(CACHE, "export");
  const result = await exportSite({ root: FIXTURE, out, cache, venv: VENV, ...options });
  return { ...result, out };
}
