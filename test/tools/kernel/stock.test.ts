import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ROOT } from "../../../tools/common/project";
import { KERNEL, spec } from "../../../tools/setup/kernel";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stock-"));
  const stock = join(ROOT, "node_modules", "tslab", "bin", "tslab");
  const place = join(folder, "kernels", KERNEL);
  mkdirSync(place, { recursive: true });
  const { display_name, language, env, argv } = spec;
  const started = [process.execPath, stock, ...argv.slice(-3)];
  const json = JSON.stringify({ display_name, language, env, argv: started });
  writeFileSync(join(place, "kernel.json"), json);
  vi.stubEnv("JUPYTER_PATH", folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("a stock tslab runs the course's cells too, checks and all", async () => {
  // loaded here, where its environment is the one above
  const { executeNotebook } = await import("../../../tools/reproduce/execute.ts");
  const notebook = join(ROOT, "Assignments", "13-pca", "pca.ipynb");
  const { executed, failure } = await executeNotebook(notebook, { timeout: 60, tcp: true });
  expect(failure).toBeUndefined();
  // so it was the stock one that ran: it says this version, whatever its TypeScript
  expect(executed.metadata.language_info).toMatchObject({ version: "3.7.2" });
});
