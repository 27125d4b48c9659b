import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ROOT } from "../../../tools/common/project";
import { ExportError } from "../../../tools/export/problems";
import { copyCourse, exportTo, scratch } from "./course";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let remove: () => void;
let root: string;
beforeEach(() => {
  ({ folder, remove } = scratch());
  root = copyCourse(folder);
});
afterEach(() => remove());

const site = (...parts: string[]) => join(folder, "site", ...parts);
const read = (...parts: string[]) => readFileSync(site(...parts), "utf8");
const files = () =>
  (readdirSync(site(), { recursive: true, encoding: "utf8" }) as string[])
    .filter((path) => statSync(site(path)).isFile())
    .sort();

/** Puts text in the place of other text in a file of the course. */
function edit(path: string, from: string, to: string): void {
  const file = join(root, path);
  const before = readFileSync(file, "utf8");
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
}

describe("a site", () => {
  test("holds a page for every source, what they need, and nothing from elsewhere", async () => {
    const { pages } = await exportTo(folder, { root });
    expect(pages).toHaveLength(7);
    for (const path of [
      "index.html",
      "README.html",
      "Notes/04-eigenvalues.html",
      "Assignments/13-pca/pca.html",
      "Assignments/13-pca/pca.ipynb",
      "Assignments/13-pca/projection.svg",
      "Assignments/13-pca/data/wine.csv",
      "Assignments/13-pca/pca_files/figure-1.png",
      "assets/plotly-gl3d.js",
    ]) {
      expect(existsSync(site(path)), path).toBe(true);
    }
    expect(existsSync(site("assets/plotly-strict.js"))).toBe(false);
    for (const path of files().filter((name) => name.endsWith(".html"))) {
      expect(read(path), path).not.toMatch(/(src|href)="https?:/);
      expect(read(path), path).not.toContain("mml-link:");
      expect(read(path), path).not.toContain(ROOT);
    }
    expect(read("assets/style.css")).not.toMatch(/url\((?!fonts\/|data:)/);
  });

  test("bears its address where one is given, and only there", async () => {
    await exportTo(folder, { root });
    expect(existsSync(site("sitemap.xml"))).toBe(false);
    expect(read("index.html")).not.toMatch(/canonical|og:/);
    const { pages } = await exportTo(folder, { root, base: "https://example.org/course/" });
    const places = [...read("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);
    expect(places).toEqual(["", ...pages].map((page) => `https://example.org/course/${page}`));
    const page = read("Assignments/13-pca/pca.html");
    expect(page).toContain(
      '<link rel="canonical" href="https://example.org/course/Assignments/13-pca/pca.html">',
    );
    expect(page).toMatch(/og:image" content="https:\/\/example.org\/[^"]+_files\/figure-1.png"/);
  });

  test("comes out the same twice, and the second time nothing is made or written", async () => {
    await exportTo(folder, { root });
    const before = files().map((path) => [
      path,
      statSync(site(path)).ino,
      statSync(site(path)).mtimeMs,
    ]);
    const again = await exportTo(folder, { root });
    expect(again.converted).toEqual([]);
    expect(again.written).toBe(0);
    expect(
      files().map((path) => [path, statSync(site(path)).ino, statSync(site(path)).mtimeMs]),
    ).toEqual(before);
  });

  test("makes anew what has changed, and drops what is gone", async () => {
    await exportTo(folder, { root });
    const word = basename(folder).replaceAll("-", ""); // never seen before, so never kept
    edit("Resources/notation.md", "the dot product", `the inner product ${word}`);
    const second = await exportTo(folder, { root });
    expect(second.converted).toEqual(["Resources/notation.md"]);
    expect(read("Resources/notation.html")).toContain(word);
    expect(read("assets/search-index.js")).toContain(word);
    edit(
      "Assignments/13-pca/pca.ipynb",
      "Next: [twenty figures](../../Notes/05-gallery.ipynb)",
      "Next: more",
    );
    unlinkSync(join(root, "Notes/05-gallery.ipynb"));
    await exportTo(folder, { root });
    expect(existsSync(site("Notes/05-gallery.html"))).toBe(false);
    expect(read("index.html")).not.toContain("gallery");
  });

  test("of some notebooks holds those, and links to others say where they lie", async () => {
    const cache = join(folder, "cache");
    const only = ["Assignments/13-pca/pca.ipynb"];
    const { pages } = await exportTo(folder, { root, only, cache });
    expect(pages).toEqual(["Assignments/13-pca/pca.html"]);
    expect(read("Assignments/13-pca/pca.html")).toContain(
      '<a class="elsewhere" title="In the course: Notes/04-eigenvalues.ipynb">eigenvalues</a>',
    );
    await expect(exportTo(folder, { root, only: ["Notes/none.ipynb"] })).rejects.toThrow(
      "export: Notes/none.ipynb is not a notebook or text of the course",
    );
  });

  test("keeps the pages that stand alone, which hold everything", async () => {
    const only = ["Notes/04-eigenvalues.ipynb"];
    await exportTo(folder, { root, only, standalone: true });
    const page = read("standalone", "Notes", "04-eigenvalues.html");
    expect(page).not.toMatch(/<(script|img)[^>]* src="(?!data:)/);
    expect(page).not.toMatch(/<link[^>]* href="(?!data:)/);
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text);
    const style = styles.join("\n");
    expect(style).toContain("url(data:font/woff2");
    expect(style).not.toMatch(/url\((?!data:)/);
    expect(page.length).toBeLessThan(5e6);
    await exportTo(folder, { root });
    expect(existsSync(site("standalone", "Notes", "04-eigenvalues.html"))).toBe(true);
  });
});

describe("an export that finds a problem", () => {
  const problems = async () => {
    const error = await exportTo(folder, { root }).catch((e) => e);
    expect(error).toBeInstanceOf(ExportError);
    return (error as ExportError).message.split("\n");
  };

  test("lists every problem of every page, and leaves the site as it was", async () => {
    await exportTo(folder, { root });
    const before = read("README.html");
    edit("README.md", "Notes/04-eigenvalues.ipynb", "Notes/99-none.ipynb");
    edit("README.md", "#the-eigen-route", "#no-such-route");
    edit("Resources/notation.md", "\\\\mathbb{E}".slice(1), "\\mathbb{E");
    edit("Assignments/13-pca/pca.ipynb", "projection.svg", "none.svg");
    edit(
      "Notes/04-eigenvalues.ipynb",
      "### Where the unit",
      "<a id='twice'></a><a id='twice'></a>\\n\\n### Where the unit",
    );
    const cell = /^ {2}cell \d+ “[^”]+”: /.source;
    expect(await problems()).toEqual([
      "5 problems, so nothing was exported:",
      "Notes/04-eigenvalues.ipynb",
      expect.stringMatching(
        `${cell}the anchor #twice stands twice on the page: give one another name`,
      ),
      "Resources/notation.md",
      expect.stringMatching(/^ {2}the formula \\mathbb\{E\[X\] does not typeset: .* Mend it/),
      "Assignments/13-pca/pca.ipynb",
      expect.stringMatching(
        `${cell}the image none.svg is missing: there is no Assignments/13-pca/none.svg; put it there or mend the name`,
      ),
      "README.md",
      "  the link to Notes/99-none.ipynb is broken: there is no Notes/99-none.ipynb; mend the address",
      "  the link to Assignments/13-pca/pca.ipynb#no-such-route is broken: Assignments/13-pca/pca.ipynb has no anchor #no-such-route; mend it or name a heading so",
    ]);
    expect(read("README.html")).toBe(before);
  });

  test("says of a page that it is too large", async () => {
    writeFileSync(join(root, "Resources", "long.md"), `# Long\n\n${"word ".repeat(1.1e6)}\n`);
    expect(await problems()).toEqual([
      "1 problem, so nothing was exported:",
      "Resources/long.md",
      "  the page has 5.5 MB, more than 5: part it, or show less in its outputs",
    ]);
    expect(existsSync(site())).toBe(false);
  });

  test("says of a notebook that it is none, and of images from the network", async () => {
    writeFileSync(join(root, "Notes", "06-half.ipynb"), '{"cells": [');
    writeFileSync(join(root, "Resources", "far.md"), "# Far\n\n![x](https://example.org/x.png)\n");
    expect(await problems()).toEqual([
      "2 problems, so nothing was exported:",
      "Notes/06-half.ipynb",
      expect.stringContaining("  it is no notebook, for it is not read as JSON"),
      "Resources/far.md",
      "  the image https://example.org/x.png would be fetched from the network: put a copy beside the notebook",
    ]);
  });
});

describe("an export that is killed", () => {
  /** Starts an export in a process of its own and kills it after some time. */
  async function killAfter(ms: number): Promise<void> {
    const script = `import { exportTo } from ${JSON.stringify(join(__dirname, "course"))};
      exportTo(${JSON.stringify(folder)}, { root: ${JSON.stringify(root)}, cache: ${JSON.stringify(join(folder, "cache"))} });`;
    const file = join(folder, "export.ts");
    writeFileSync(file, script);
    const child = spawn(process.execPath, ["--import", "tsx", file], {
      cwd: ROOT,
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    setTimeout(() => child.kill("SIGKILL"), ms);
    await ended;
  }

  test("leaves a whole site or none, and the next one ends well", async () => {
    edit(
      "Assignments/13-pca/pca.ipynb",
      "Next: [twenty figures](../../Notes/05-gallery.ipynb)",
      "Next: more",
    );
    unlinkSync(join(root, "Notes/05-gallery.ipynb")); // its figures would take long
    for (const ms of [1500, 4000]) {
      await killAfter(ms);
      if (existsSync(site())) {
        expect(existsSync(site("index.html"))).toBe(true);
        for (const [, href] of read("index.html").matchAll(/href="(?!data:)([^"#?]+)/g)) {
          expect(existsSync(site(href as string)), href).toBe(true);
        }
        rmSync(site(), { recursive: true });
      }
    }
    await exportTo(folder, { root, cache: join(folder, "cache") });
    expect(readdirSync(folder).filter((name) => /^site\./.test(name))).toEqual([]);
    expect(existsSync(site("index.html"))).toBe(true);
  });
});
