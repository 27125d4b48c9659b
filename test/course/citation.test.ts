/** CITATION.cff says of the course what README, LICENSE and package.json say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { readEdition } from "../../tools/export/edition";

const text = readFileSync(join(ROOT, "CITATION.cff"), "utf8");
const field = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(text)?.[1];

test("has what version 1.2.0 of the format asks for", () => {
  expect(field("cff-version")).toBe("1.2.0");
  for (const name of ["message", "title"]) expect(field(name), name).toBeTruthy();
  expect(field("type")).toMatch(/^(software|dataset)$/);
  expect(text).toMatch(/^authors:\n {2}- name: \S/m);
  expect(text).not.toMatch(/\t| $/m);
});

test("names title, version, licence and authors as the course does", () => {
  const edition = readEdition(ROOT);
  expect(field("title")).toBe(edition.title);
  expect(field("version")).toBe(edition.version);
  expect(field("license")).toBe(edition.licence);
  expect(/^ {2}- name: (.+)$/m.exec(text)?.[1]).toBe(edition.authors);
});
