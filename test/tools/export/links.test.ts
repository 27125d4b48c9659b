import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findSources } from "../../../tools/export/course";
import { type Places, relativeUrl, resolveLink } from "../../../tools/export/links";
import { FIXTURE, scratch } from "./course";

const sources = new Map(findSources(FIXTURE).map((source) => [source.path, source]));
const anchors = new Map([...sources.keys()].map((path) => [path, new Set<string>()]));
anchors.set("Notes/04-eigenvalues.ipynb", new Set(["definition", "where-the-unit-circle-goes"]));
anchors.set("Resources/notation.md", new Set(["über-alles", "caf-é-1"]));
const places: Places = { root: FIXTURE, sources, anchors };
const from = "Assignments/13-pca/pca.ipynb";
const to = (href: string) => resolveLink(href, from, places);

describe("resolveLink", () => {
  test("leads a link to a notebook or a text to its page", () => {
    const page = "Notes/04-eigenvalues.html";
    expect(to("../../Notes/04-eigenvalues.ipynb")).toEqual({ kind: "page", page, anchor: "" });
    expect(to("/Notes/04-eigenvalues.ipynb")).toEqual({ kind: "page", page, anchor: "" });
    expect(to("data/README.md")).toMatchObject({ page: "Assignments/13-pca/data/README.html" });
    expect(to("pca.ipynb")).toEqual({ kind: "page", page: "", anchor: "" });
  });

  test.each([
    "#where-the-unit-circle-goes",
    "#Where-the-unit-circle-goes",
    "#Where the unit circle goes",
    "#Where%20the%20unit%20circle%20goes",
  ])("finds a heading by GitHub's anchor or JupyterLab's: %s", (fragment) => {
    expect(to(`../../Notes/04-eigenvalues.ipynb${fragment}`)).toMatchObject({
      anchor: "where-the-unit-circle-goes",
    });
  });

  test("keeps letters that are not Latin", () => {
    expect(to("../../Resources/notation.md#%C3%9Cber-alles")).toMatchObject({
      anchor: "über-alles",
    });
  });

  test("names an anchor that is missing, here or there", () => {
    expect(to("#nowhere")).toEqual({
      kind: "broken",
      why: "this page has no anchor #nowhere; mend it or name a heading so",
    });
    expect(to("../../Notes/04-eigenvalues.ipynb#nowhere")).toEqual({
      kind: "broken",
      why: "Notes/04-eigenvalues.ipynb has no anchor #nowhere; mend it or name a heading so",
    });
  });

  test("copies files, and code as text", () => {
    expect(to("data/wine.csv")).toMatchObject({
      kind: "file",
      copy: "Assignments/13-pca/data/wine.csv",
    });
    const root = `${FIXTURE}/..`;
    const target = resolveLink("../make.ts", "course/README.md", { ...places, root });
    expect(target).toMatchObject({ kind: "file", copy: "make.ts.txt" });
  });

  test("takes a folder for its notebook, and else for a place outside of the site", () => {
    expect(to("../../Projects/houses/")).toMatchObject({ page: "Projects/houses/houses.html" });
    expect(to("../../Projects")).toEqual({ kind: "elsewhere", path: "Projects" });
  });

  test("knows pages of the course that are not in this site", () => {
    const fewer = { ...places, anchors: new Map([[from, new Set<string>()]]) };
    expect(resolveLink("../../Notes/05-gallery.ipynb", from, fewer)).toEqual({
      kind: "elsewhere",
      path: "Notes/05-gallery.ipynb",
    });
  });

  test("lets links to the web be, and no others", () => {
    expect(to("https://mml-book.com")).toEqual({ kind: "outside", href: "https://mml-book.com" });
    expect(to("mailto:a@b.c").kind).toBe("outside");
    expect(to("javascript:alert(1)").kind).toBe("broken");
    expect(to("//example.org/x").kind).toBe("broken");
  });

  test("reads names as they are written and decoded, and per cent signs that begin no code", () => {
    const { folder, remove } = scratch();
    const names = ["50%.png", "a b.md", "a%20c.md", "é.csv"];
    for (const name of names) writeFileSync(join(folder, name), "x");
    const here = { ...places, root: folder, sources: new Map() };
    const kinds = [
      "50%.png",
      "50%25.png",
      "a%20b.md",
      "a%20c.md",
      "a%2520c.md",
      "%C3%A9.csv",
      "é.csv?raw=true",
    ];
    for (const name of kinds)
      expect(resolveLink(name, "x.ipynb", here), name).toMatchObject({ kind: "file" });
    expect(resolveLink("60%.png", "x.ipynb", here)).toEqual({
      kind: "broken",
      why: "there is no 60%.png; mend the address",
    });
    expect(resolveLink("%E0%A4.png", "x.ipynb", here).kind).toBe("broken");
    remove();
  });

  test("says what is missing", () => {
    expect(to("../12-x/x.ipynb")).toEqual({
      kind: "broken",
      why: "there is no Assignments/12-x/x.ipynb; mend the address",
    });
    expect(to("../../../../etc/passwd")).toEqual({
      kind: "broken",
      why: "it leaves the course; lead to a file in it",
    });
  });
});

test("relativeUrl leads from page to page, odd names encoded", () => {
  expect(relativeUrl("a/b/c.html", "a/d e.html")).toBe("../d%20e.html");
  expect(relativeUrl("index.html", "a/b.html")).toBe("a/b.html");
});
