/** What every notebook of the course holds itself to (CONTRIBUTING.md). */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findNotebooks, nameOf } from "../../tools/common/find";
import { readNotebook, textOf } from "../../tools/common/notebook";
import { ROOT } from "../../tools/common/project";
import { FIGURE } from "./rules/cells";

const notebooks = findNotebooks([]).map((path) => ({ path, name: nameOf(path) }));

describe.each(notebooks)("$name", ({ path, name }) => {
  const { cells } = readNotebook(path);
  const code = cells.filter((cell) => cell.cell_type === "code");
  const outputs = code.flatMap((cell) => cell.outputs ?? []);
  const figures = outputs.filter((output) => output.data && FIGURE in output.data);

  test("has run: counts 1, 2, …, no error, nothing on standard error", () => {
    expect(code.map((cell) => cell.execution_count)).toEqual(code.map((_, i) => i + 1));
    expect(outputs.filter((o) => o.output_type === "error" || o.name === "stderr")).toEqual([]);
  });

  test("is under 1 MB", () => {
    expect(statSync(path).size).toBeLessThan(1e6);
  });

  test("opens with a title and one import cell", () => {
    expect(textOf(cells[0]!.source)).toMatch(/^# \S/);
    const importing = code.filter((cell) => /^import /m.test(textOf(cell.source)));
    expect(importing).toEqual([code[0]]);
  });

  test("uses neither clock, nor Math.random, nor the network", () => {
    const source = code.map((cell) => textOf(cell.source)).join("\n");
    expect(source).not.toMatch(/Math\.random|Date\.now|new Date|performance\.now|fetch\(|https?:/);
  });

  if (name.startsWith("Assignments")) {
    test("has five figures or more, and checks", () => {
      expect(figures.length).toBeGreaterThanOrEqual(5);
      expect(
        code.filter((cell) => /^\s*check\(/m.test(textOf(cell.source))).length,
      ).toBeGreaterThan(5);
    });
  }

  if (name.startsWith("Projects")) {
    test("has a README that leads to it", () => {
      const page = readFileSync(join(dirname(path), "README.md"), "utf8");
      expect(page).toContain(`(${basename(path)})`);
      expect(page).toMatch(/licence/i);
    });
  }
});

const dataFiles = ["Assignments", "Projects"]
  .filter((folder) => existsSync(join(ROOT, folder)))
  .flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
      .map((file) => join(folder, file))
      .filter((file) => basename(dirname(file)) === "data" && basename(file) !== "README.md"),
  );

describe.each(dataFiles)("data file %s", (file) => {
  const sha256 = createHash("sha256")
    .update(readFileSync(join(ROOT, file)))
    .digest("hex");

  test.each([join(dirname(file), "README.md"), "Resources/datasets.md"])(
    "stands in %s with its checksum",
    (page) => {
      const text = readFileSync(join(ROOT, page), "utf8");
      expect(text).toContain(basename(file));
      expect(text).toContain(sha256);
    },
  );

  test("has a licence", () => {
    expect(readFileSync(join(ROOT, dirname(file), "README.md"), "utf8")).toMatch(
      /\*\*Licence:\*\* \S/,
    );
  });
});
