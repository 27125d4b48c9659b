import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type Cell,
  formatNotebook,
  linesOf,
  type Notebook,
  readNotebook,
  writeNotebook,
} from "../../tools/common/notebook";
import { cleanNotebook } from "../../tools/reproduce/clean";
import { judgeOutputs, judgeRun, keepAgreeing } from "../../tools/reproduce/judge";
import { aroundDifference, formatFinding } from "../../tools/reproduce/report";

const code = (source: string, text = "", name: "stdout" | "stderr" = "stdout"): Cell => ({
  cell_type: "code",
  id: source.slice(0, 8),
  source,
  metadata: {},
  execution_count: null,
  outputs: text ? [{ output_type: "stream", name, text }] : [],
});

const notebook = (...cells: Cell[]): Notebook => ({
  cells,
  metadata: { kernelspec: { name: "python3" } },
  nbformat: 4,
  nbformat_minor: 5,
});

describe("cleanNotebook", () => {
  test("leaves out views of widgets, which die with their kernel, and their states", () => {
    const cell = code("a");
    const figure = { data: [], layout: {} };
    cell.outputs = [
      {
        output_type: "display_data",
        data: {
          "application/vnd.jupyter.widget-view+json": { model_id: "1" },
          "application/vnd.plotly.v1+json": figure,
        },
        metadata: {},
      },
    ];
    const executed = notebook(cell);
    executed.metadata.widgets = { "application/vnd.jupyter.widget-state+json": { state: {} } };
    const clean = cleanNotebook(executed);
    expect(clean.cells[0]!.outputs![0]!.data).toEqual({ "application/vnd.plotly.v1+json": figure });
    expect(Object.keys(clean.metadata)).toEqual(["kernelspec"]);
  });

  test("counts code cells from 1, past the Markdown between them", () => {
    const text: Cell = { cell_type: "markdown", source: "# T", metadata: {} };
    const clean = cleanNotebook(notebook(code("a"), text, code("b")));
    expect(clean.cells.map((cell) => cell.execution_count)).toEqual([1, undefined, 2]);
  });

  test("joins pieces of a stream and drops times and transient data", () => {
    const cell = code("a");
    cell.metadata = { execution: { "iopub.execute_input": "2026-01-01" }, mml: ["4.5"] };
    cell.outputs = [
      { output_type: "stream", name: "stdout", text: "a" },
      { output_type: "stream", name: "stdout", text: "b\nc" },
      {
        output_type: "display_data",
        data: { "text/plain": "x" },
        metadata: {},
        transient: { display_id: "q" },
      },
    ];
    const [clean] = cleanNotebook(notebook(cell)).cells;
    expect(clean!.metadata).toEqual({ mml: ["4.5"] });
    expect(clean!.outputs).toEqual([
      { output_type: "stream", name: "stdout", text: ["ab\n", "c"] },
      { output_type: "display_data", data: { "text/plain": ["x"] }, metadata: {} },
    ]);
  });

  test("cleaning twice changes nothing more, and names the TypeScript kernel", () => {
    const once = cleanNotebook(notebook(code("a", "x\ny\n")));
    expect(formatNotebook(cleanNotebook(once))).toBe(formatNotebook(once));
    expect(once.metadata.kernelspec).toEqual({
      display_name: "TypeScript",
      language: "typescript",
      name: "tslab",
    });
  });
});

test("linesOf keeps every character", () => {
  for (const text of ["", "a", "a\n", "a\n\nb", "\n", "ü\r\nb\n"]) {
    expect(linesOf(text).join("")).toBe(text);
  }
});

describe("notebook files", () => {
  test("are written as Jupyter writes them: keys sorted, indented by one, UTF-8, line end", () => {
    const path = join(mkdtempSync(join(tmpdir(), "nb-")), "a b é.ipynb");
    writeNotebook(path, notebook(code("σ")));
    const text = readFileSync(path, "utf8");
    expect(text).toContain('"σ"');
    expect(
      text.startsWith('{\n "cells": [\n  {\n   "cell_type": "code",\n   "execution_count"'),
    ).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
    expect(readNotebook(path)).toEqual(notebook(code("σ")));
  });

  test("that are none are refused by name", () => {
    const path = join(mkdtempSync(join(tmpdir(), "nb-")), "bad.ipynb");
    writeFileSync(path, "{ not json");
    expect(() => readNotebook(path)).toThrow(/bad\.ipynb is not a notebook/);
    writeFileSync(path, "{}");
    expect(() => readNotebook(path)).toThrow(/no list of cells/);
  });

  test.each([
    [{ metadata: undefined }, "metadata must be an object"],
    [{ cells: [null] }, "cell 1 must be an object"],
    [{ cells: [{ cell_type: "code", source: "1" }] }, "the metadata of cell 1 must be an object"],
    [
      { cells: [{ cell_type: "raw", source: null, metadata: {} }] },
      "the source of cell 1 must be a string or a list of lines",
    ],
    [
      { cells: [{ cell_type: "foo", source: "", metadata: {} }] },
      "the cell_type of cell 1 must be code, markdown or raw, got foo",
    ],
    [
      { cells: [{ cell_type: "raw", source: "", metadata: { tags: null } }] },
      "the tags of cell 1 must be a list",
    ],
    [
      { cells: [{ cell_type: "code", source: "", metadata: {} }] },
      "the outputs of cell 1 must be a list",
    ],
  ])("that are not as their format has them are told where: %j", (more, said) => {
    const path = join(mkdtempSync(join(tmpdir(), "nb-")), "odd.ipynb");
    writeFileSync(path, JSON.stringify({ ...notebook(code("1")), ...more }));
    expect(() => readNotebook(path)).toThrow(
      `odd.ipynb is no valid notebook: ${said}; open it in JupyterLab and save it`,
    );
  });
});

describe("judging", () => {
  test("a changed number is found in its cell", () => {
    const findings = judgeOutputs(
      notebook(code("a"), code("b", "1.5")),
      notebook(code("a"), code("b", "1.6")),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ cell: 2, source: "b", expected: "1.5", got: "1.6" });
  });

  test("standard error and paths of this machine are found", () => {
    const executed = notebook(code("a", "warning", "stderr"), code("b", `see ${homedir()}/x`));
    const findings = judgeRun({ executed, seconds: 0 });
    expect(findings.map((f) => f.what)).toEqual([
      "the cell writes to standard error",
      "the output holds a path of this machine",
    ]);
  });

  test("an error that came late is found, one that the author announces is not", () => {
    const error = {
      output_type: "error",
      ename: "E",
      evalue: "late",
      traceback: ["\x1b[31mE\x1b[39m"],
    };
    const late = { ...code("a"), outputs: [error] } as Cell;
    const announced = { ...late, metadata: { tags: ["raises-exception"] } };
    expect(judgeRun({ executed: notebook(late, announced), seconds: 0 })).toEqual([
      { cell: 1, source: "a", what: "something the cell set going fails", got: "E" },
    ]);
  });

  test("a failed cell is named with what it printed", () => {
    const executed = notebook(code("a"), code("b", "Error: boom", "stderr"), code("c"));
    const failure = { kind: "error", index: 1, message: "the cell ended with an error" } as const;
    expect(judgeRun({ executed, failure, seconds: 0 })).toEqual([
      { cell: 2, what: failure.message, source: "b", got: "Error: boom" },
    ]);
  });

  test("--update keeps stored outputs that agree and takes those that do not", () => {
    const stored = notebook(code("a", "1.00000001"), code("b", "1"));
    const fresh = notebook(code("a", "1.00000002"), code("b", "2"));
    const kept = keepAgreeing(stored, fresh);
    expect(kept.cells[0]!.outputs![0]!.text).toBe("1.00000001");
    expect(kept.cells[1]!.outputs![0]!.text).toBe("2");
  });
});

describe("reports", () => {
  test("show the neighbourhood of a difference in long texts", () => {
    const [a, b] = aroundDifference(
      `${"x".repeat(5000)}1${"y".repeat(5000)}`,
      `${"x".repeat(5000)}2`,
    );
    expect(a.length).toBeLessThan(400);
    expect(a).toContain("x1y");
    expect(b).toContain("x2");
  });

  test("name notebook, cell, source, expected and got", () => {
    const text = formatFinding("A/a.ipynb", {
      cell: 3,
      what: "differs",
      source: "f()",
      expected: "1",
      got: "2",
    });
    for (const part of ["A/a.ipynb, cell 3: differs", "f()", "expected:", "got:"])
      expect(text).toContain(part);
  });
});
