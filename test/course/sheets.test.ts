/** The sheets of formulas as a whole: what the reference says of their number, and what they are printed on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findNotebooks } from "../../tools/common/find";
import { readNotebook } from "../../tools/common/notebook";
import { ROOT } from "../../tools/common/project";
import { allFormulas } from "./rules/sheets";

const sheets = findNotebooks(["Resources/cheat-sheets"], ROOT);
const count = sheets.flatMap((path) => allFormulas(readNotebook(path))).length;

test("the reference tells how many formulas there are, and all are held", () => {
  const said = readFileSync(join(ROOT, "Resources", "README.md"), "utf8");
  expect(said).toContain(`Each of their ${count} formulas`);
});

test("every sheet is listed", () => {
  const said = readFileSync(join(ROOT, "Resources", "README.md"), "utf8");
  const listed = [...said.matchAll(/\]\((cheat-sheets\/[\w-]+\.ipynb)\)/g)].map(([, path]) =>
    join(ROOT, "Resources", path as string),
  );
  expect(listed.sort()).toEqual([...sheets].sort());
});
