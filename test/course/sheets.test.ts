/** The sheets as a whole: what the reference says of their number, and that no kind of plot is left out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plot } from "../../lib/index";
import { findNotebooks } from "../../tools/common/find";
import { readNotebook } from "../../tools/common/notebook";
import { ROOT } from "../../tools/common/project";
import { heldBy, plotsIn, rowsOf } from "./rules/rows";
import { allFormulas } from "./rules/sheets";

const sheets = findNotebooks(["Resources/cheat-sheets"], ROOT);
const count = sheets.flatMap((path) => allFormulas(readNotebook(path))).length;
const rows = sheets.flatMap((path) => rowsOf(readNotebook(path)));

test("the reference tells how many formulas there are, and all are held", () => {
  const said = readFileSync(join(ROOT, "Resources", "README.md"), "utf8");
  expect(said).toContain(`Each of their ${count} formulas`);
});

test("the reference tells how many plots are drawn, and of how many numbers", () => {
  const numbers = rows.reduce((sum, row) => sum + heldBy(row).numbers, 0);
  const said = readFileSync(join(ROOT, "Resources", "README.md"), "utf8");
  expect(said).toContain(`${rows.length} small pictures, ${numbers} numbers in them`);
});

test("every function of plot has its row", () => {
  const functions = Object.entries(plot).flatMap(([name, held]) =>
    typeof held === "function" ? [name] : [],
  );
  expect(functions.length).toBeGreaterThan(20);
  const drawn = new Set(rows.flatMap(plotsIn));
  expect(functions.filter((name) => !drawn.has(name))).toEqual([]);
});

test("every sheet is listed", () => {
  const said = readFileSync(join(ROOT, "Resources", "README.md"), "utf8");
  const listed = [...said.matchAll(/\]\((cheat-sheets\/[\w-]+\.ipynb)\)/g)].map(([, path]) =>
    join(ROOT, "Resources", path as string),
  );
  expect(listed.sort()).toEqual([...sheets].sort());
});
