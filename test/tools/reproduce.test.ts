/** Runs small notebooks in real kernels: what goes wrong is told, what is stored is reproduced. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { formatNotebook, readNotebook } from "../../tools/common/notebook";
import { executeNotebook } from "../../tools/reproduce/execute";
import { judgeRun } from "../../tools/reproduce/judge";
import { main } from "../../tools/reproduce/main";

let folder: string;
const printed: string[] = [];

function write(name: string, sources: string[]): string {
  const path = join(folder, name);
  const cells = sources.map((source, i) => ({
    cell_type: "code" as const,
    id: `cell-${i}`,
    source,
    metadata: {},
    execution_count: null,
    outputs: [],
  }));
  writeFileSync(path, formatNotebook({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "reproduce é "));
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const stderrSources = ["const a = 1;", 'throw new Error("boom");', "a"];

test("failing, hanging and dying cells are told apart, each with its cell", async () => {
  const run = async (name: string, sources: string[]) => {
    const result = await executeNotebook(write(name, sources), { timeout: 8 });
    return { kind: result.failure?.kind, findings: judgeRun(result) };
  };
  const failing = await run("fail.ipynb", stderrSources);
  expect(failing.kind).toBe("error");
  expect(failing.findings[0]).toMatchObject({ cell: 2, source: stderrSources[1] });
  expect(failing.findings[0]!.got).toContain("boom");

  const mistyped = await run("type.ipynb", ['const n: number = "x";']);
  expect(mistyped.kind).toBe("error");
  expect(mistyped.findings[0]!.got).toContain("not assignable");

  const hanging = await run("hang.ipynb", ["const a = 1;", "for (;;) {}"]);
  expect(hanging).toMatchObject({ kind: "timeout", findings: [{ cell: 2 }] });

  const dying = await run("dead.ipynb", ['process.kill(process.pid, "SIGKILL")']);
  expect(dying).toMatchObject({ kind: "dead", findings: [{ cell: 1 }] });
}, 120_000);

test("--update stores outputs, again changes no byte, and a changed number fails by name", async () => {
  const short = "const { y } = { y: 2 * x }; console.log({ x, y });"; // what a stock tslab fails at
  const path = write("good.ipynb", ["const x = 1 / 3;", "console.log(x);", short]);
  expect(await main([path, "--update"])).toBe(0);
  const stored = readFileSync(path, "utf8");
  expect(readNotebook(path).cells.map((cell) => cell.execution_count)).toEqual([1, 2, 3]);
  expect(stored).toContain("0.3333333333333333");

  expect(await main([path, "--update"])).toBe(0);
  expect(readFileSync(path, "utf8")).toBe(stored);
  expect(await main([path])).toBe(0);

  writeFileSync(path, stored.replace("0.3333333333333333", "0.3333433333333333"));
  printed.length = 0;
  expect(await main([path])).toBe(1);
  const report = printed.join("\n");
  for (const part of ["cell 2", "console.log(x);", "0.3333433333333333", "0.3333333333333333"]) {
    expect(report).toContain(part);
  }
}, 120_000);

test("options are checked by name", async () => {
  await expect(main(["--timeout", "soon"])).rejects.toThrow(
    "--timeout must be a number > 0, got soon",
  );
  await expect(main(["--nonsense"])).rejects.toThrow("nonsense");
});
