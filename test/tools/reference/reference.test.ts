/** The reference of the library as it is: nothing is missing, nothing is lost on the way. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as lib from "../../../lib/index";
import { ROOT } from "../../../tools/common/project";
import { ownersOf } from "../../../tools/reference/belongs";
import { textOf } from "../../../tools/reference/code";
import { exampleOf, firstSentence } from "../../../tools/reference/docstring";
import { writeReference } from "../../../tools/reference/pages";
import { readLibrary } from "../../../tools/reference/read";

const modules = readLibrary(ROOT);
const entries = modules.flatMap((module) => module.entries);
const byKey = new Map(entries.map((entry) => [entry.key, entry]));
const reference = writeReference(modules);
const pageOf = (module: string) =>
  reference.pages.find(({ path }) => path.endsWith(`/${module}.md`))?.text ?? "";

describe("every public function", () => {
  const runtime = Object.entries({ ...lib, plot: lib.plot })
    .filter(([, value]) => value !== null && typeof value === "object")
    .flatMap(([module, all]) =>
      Object.entries(all as object)
        .filter(([, value]) => typeof value === "function")
        .map(([name]) => `${module}.${name}`),
    );

  test("has an entry, whatever module it is reached by", () => {
    expect(runtime.length).toBeGreaterThan(350);
    expect(runtime.filter((key) => !reference.names[key])).toEqual([]);
    for (const name of Object.keys(lib)) expect(reference.names[name], name).toBeDefined();
  });

  test("has signature, first sentence, example and the line of its source", () => {
    const lacking = entries.flatMap(({ key, kind, name, signatures, doc, file, line }) => {
      const lines = existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), "utf8") : "";
      const declared = new RegExp(`\\b(?:function\\*?|const|class|interface|type|let) ${name}\\b`);
      return [
        ...(signatures.length > 0 && signatures.every((code) => textOf(code)) ? [] : ["signature"]),
        ...(kind === "type" || firstSentence(doc.text).length > 10 ? [] : ["first sentence"]),
        ...(kind !== "function" || exampleOf(doc).length > 0 ? [] : ["example"]),
        ...(declared.test(lines.split("\n")[line - 1] ?? "") ? [] : [`line ${line} of ${file}`]),
      ].map((what) => `${key}: ${what}`);
    });
    expect(lacking).toEqual([]);
  });

  test("stands on its module's page once, under a heading that the index gives it", () => {
    for (const module of modules) {
      const page = pageOf(module.name);
      expect(page, module.name).not.toContain('id="group-others"');
      expect(page, module.name).not.toContain('id="group-functions"');
      expect(module.doc.text, module.name).not.toBe("");
      for (const { key, name } of module.entries) {
        const anchors = page.split(`id="${name}"`).length - 1;
        expect(anchors, key).toBe(1);
      }
    }
  });

  test("is in the alphabetical index, and so is every type", () => {
    const index = pageOf("README");
    for (const { module, name } of entries) expect(index).toContain(`href="${module}.md#${name}"`);
  });
});

describe("an entry", () => {
  test("has its options with types, defaults and meanings, and what comes back", () => {
    const page = pageOf("stats");
    const [entry = ""] = page.slice(page.indexOf('<h3 id="tTest"') + 1).split("<h3");
    for (const part of ["stats.tTest", "equalVar", "0.95", "standardError", "Degrees of freedom"]) {
      expect(entry).toContain(part);
    }
    expect(entry).toContain('href="../../lib/stats/tTest.ts"');
    expect(entry).toContain('<a class="name" href="stats.md#Alternative">Alternative</a>');
    expect(entry).toContain('data-name="stats.tTest"');
  });

  test("links a type by what it is, not by how it is spelt", () => {
    const code = byKey.get("optimize.minimize")?.optionTypes;
    expect(code).toContain("optimize.MinimizeOptions");
    expect(byKey.get("calculus.eigh")?.resultTypes).toEqual(["calculus.EigH"]);
    expect(byKey.get("linalg.eigh")?.resultTypes).toEqual(["linalg.EigH"]);
  });

  test("holds the types that nothing else uses", () => {
    const owners = ownersOf(entries);
    expect(owners.get("linalg.SVD")).toBe("linalg.svd");
    expect(owners.get("learn.GmmStep")).toBe("learn.gmm");
    expect(owners.has("core.Rng")).toBe(false);
    expect(owners.has("stats.Alternative")).toBe(false);
  });

  test("tells of functions that hang on it", () => {
    expect(byKey.get("display.check")?.attached.map(({ call }) => call)).toEqual(["check.fails"]);
    expect(pageOf("display")).toContain('id="check.fails"');
  });
});
