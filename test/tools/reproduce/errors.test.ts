/** Cells that fail because the author wants them to, and what cells write to standard error. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  type Cell,
  formatNotebook,
  type Notebook,
  readNotebook,
} from "../../../tools/common/notebook";
import { CACHE, ROOT } from "../../../tools/common/project";
import { cleanNotebook } from "../../../tools/reproduce/clean";
import { judgeOutputs, judgeRun } from "../../../tools/reproduce/judge";
import { otherKernel } from "../../../tools/reproduce/kernel";
import { main } from "../../../tools/reproduce/main";

const code = (source: string, metadata: object = {}): Cell => ({
  cell_type: "code",
  id: `c${source.length}`,
  source,
  metadata: { ...metadata },
  execution_count: null,
  outputs: [],
});
const notebook = (cells: Cell[], metadata: object = {}): Notebook => ({
  cells,
  metadata: { ...metadata },
  nbformat: 4,
  nbformat_minor: 5,
});
const failing = { tags: ["raises-exception"] };
const error = (evalue: string) => ({
  output_type: "error" as const,
  ename: "Error",
  evalue,
  traceback: [`Error: ${evalue}`, `at file://${ROOT}/lib/dist/x.js`],
});

describe("the error of a cell that may fail", () => {
  const cell = { ...code("f()", failing), outputs: [error(`no ${join(ROOT, "a", "b.csv")}`)] };

  test("is no finding, and is stored without folders of this machine", () => {
    const executed = notebook([cell]);
    expect(judgeRun({ executed, seconds: 0 })).toEqual([]);
    const [output] = cleanNotebook(executed).cells[0]!.outputs!;
    expect(output).toEqual({
      output_type: "error",
      ename: "Error",
      evalue: `no ${join("a", "b.csv")}`,
      traceback: [`Error: no ${join("a", "b.csv")}`, "at lib/dist/x.js"],
    });
    const home = { ...cell, outputs: [error(`no ${homedir()}/x`)] };
    expect(cleanNotebook(notebook([home])).cells[0]!.outputs![0]!.evalue).toBe("no ~/x");
  });

  test("is compared, and so is that there is none any more", () => {
    const stored = notebook([{ ...cell, outputs: [error("singular")] }]);
    const other = notebook([{ ...cell, outputs: [error("indefinite")] }]);
    expect(judgeOutputs(stored, stored)).toEqual([]);
    expect(judgeOutputs(stored, other)[0]).toMatchObject({ cell: 1, source: "f()" });
    expect(judgeOutputs(stored, notebook([code("f()", failing)]))).toHaveLength(1);
  });

  test("a path in what the cell prints is one all the same", () => {
    const printed = { output_type: "stream" as const, name: "stdout" as const, text: ROOT };
    const executed = notebook([{ ...cell, outputs: [printed] }]);
    expect(judgeRun({ executed, seconds: 0 })[0]?.what).toBe(
      "the output holds a path of this machine",
    );
  });
});

describe("what a cell writes to standard error", () => {
  const stderr = { output_type: "stream" as const, name: "stderr" as const, text: "\n\n" };
  test.each([
    ["await model.fit(x, y, { epochs: 2 });", "verbose: 0"],
    ["await net.fitDataset(data)", "verbose: 0"],
    ['console.warn("careful")', "console.log writes to the page"],
  ])("has a remedy: %s", (source, remedy) => {
    const executed = notebook([{ ...code(source), outputs: [stderr] }]);
    expect(judgeRun({ executed, seconds: 0 })[0]?.what).toContain(remedy);
  });
});

test("a notebook of another kernel is called by its kernel's name", () => {
  const python = { display_name: "Python 3", language: "python", name: "python3" };
  expect(otherKernel(notebook([], { kernelspec: python }))).toBe("Python 3 (python3)");
  expect(otherKernel(notebook([], { kernelspec: { name: "ir" } }))).toBe("ir");
  expect(otherKernel(notebook([], { language_info: { name: "julia" } }))).toBe("julia");
  expect(otherKernel(notebook([], { kernelspec: { name: "tslab" } }))).toBeUndefined();
  expect(otherKernel(notebook([]))).toBeUndefined();
});

describe("with a kernel", () => {
  let folder: string;
  const printed: string[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(CACHE, "reproduce-"));
    vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  });
  afterAll(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (name: string, book: Notebook) => {
    const path = join(folder, name);
    writeFileSync(path, formatNotebook(book));
    return path;
  };

  test("cells after one that fails run, its error is stored, and a changed one is found", async () => {
    const path = write(
      "fails.ipynb",
      notebook([
        code('import { linalg } from "course";'),
        code("linalg.inv([[1, 2], [2, 4]]);", failing),
        code(
          'import { readFileSync } from "node:fs"; readFileSync(process.cwd() + "/none.csv");',
          failing,
        ),
        code('console.log("goes on");'),
      ]),
    );
    expect(await main([path, "--update"]), printed.join("\n")).toBe(0);
    const [, singular, missing, last] = readNotebook(path).cells;
    expect(singular?.outputs?.[0]).toMatchObject({ output_type: "error", ename: "LinAlgError" });
    expect(missing?.outputs?.[0]?.evalue).toMatch(/no such file or directory/);
    expect(last?.outputs?.[0]).toMatchObject({ name: "stdout", text: ["goes on\n"] });
    const stored = readFileSync(path, "utf8");
    expect(stored).not.toContain(ROOT);
    expect(await main([path]), printed.join("\n")).toBe(0);
    writeFileSync(path, stored.replaceAll("singular", "regular"));
    printed.length = 0;
    expect(await main([path])).toBe(1);
    expect(printed.join("\n")).toContain("cell 2: the output differs from the stored one");
  });

  test("a notebook of Python's is refused by its kernel's name", async () => {
    const kernelspec = { display_name: "Python 3", language: "python", name: "python3" };
    printed.length = 0;
    expect(await main([write("python.ipynb", notebook([code("print(1)")], { kernelspec }))])).toBe(
      1,
    );
    expect(printed.join("\n")).toMatch(
      /python\.ipynb: its kernel is Python 3 \(python3\), and the course's notebooks run on TypeScript/,
    );
  });
});
