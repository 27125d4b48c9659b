/** What JupyterLab's File → Export → HTML makes with our template: one page that needs nothing else. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VENV } from "../../tools/common/project";
import { install } from "../../tools/export/install";
import { FIXTURE, scratch } from "../tools/export/course";
import { code, display, md, notebookText } from "../tools/export/pages";
import { faultsOf, Reader, readThrough } from "../tools/export/reader";
import { executable, launch } from "./chromium";
import { nbconvert } from "./nbconvert";

const { folder, remove } = scratch();
let browser: Browser;

/** Markup that did harm, or would, and what is right beside it. */
const MIXED = notebookText([
  md(
    "# Mixed <!-- <script> title\n\n$\\newcommand{\\Half}{\\frac12}$By \\eqref{eq:a} and \\eqref{none}:",
  ),
  md('$$\\Half \\label{eq:a}$$\n\n<form action="https://x.example"><input></form>\n'),
  md("## Twice\n\n## Twice\n\n| a | b |\n|---|---|\n| 1 | $P(A|B)$ |\n"),
  code("1", [
    display({
      "text/html":
        '<meta http-equiv="refresh" content="0;url=https://x.example"><p id="kept">kept</p><div style="position:fixed;inset:0">over</div><img src="data:image/png;base64,AA" onerror="document.title=1">',
    }),
  ]),
]);

describe.skipIf(!executable)("a notebook exported by JupyterLab", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    install(VENV);
    const mixed = join(folder, "03-mixed.ipynb");
    writeFileSync(mixed, MIXED);
    nbconvert(folder, join(FIXTURE, "Assignments", "13-pca", "pca.ipynb"), mixed);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  test("is whole without a network: maths, figures, images, solutions, themes", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(join(folder, "pca.html"));
    await readThrough(page);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.locator("figure.plot.drawn").count()).toBe(6);
    expect(await page.locator(".katex").count()).toBeGreaterThan(5);
    expect(await page.locator("details.solution").count()).toBe(1);
    const width = page.evaluate("document.querySelector('article .prose img').naturalWidth");
    expect(await width).toBe(320);
    expect(await page.locator("#mml-page .headings a").count()).toBeGreaterThan(5);
    await page.getByRole("button", { name: "Dark theme" }).click();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await reader.close();
    expect(reader.complaints).toEqual([]);
  });

  test("loses what has no place on a page, says so where it stood, and stays where it is", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(join(folder, "03-mixed.html"));
    const notices = await page.locator(".mml-notice").allTextContents();
    for (const words of ["label none", "<form>", "<input>", "<meta>", "position: fixed", "onerror"])
      expect(notices.join("\n")).toContain(words);
    expect(await page.locator("article :is(form, input, meta, script:not(figure *))").count()).toBe(
      0,
    );
    expect(await page.locator("#kept").textContent()).toBe("kept");
    expect(await page.title()).toContain("Mixed");
    expect(page.url()).toContain("03-mixed.html");
    await reader.close();
    expect(reader.complaints).toEqual([]);
  });

  test("has its definitions, the numbers of its equations and what refers to them, and its tables", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(join(folder, "03-mixed.html"));
    expect(await page.locator(".katex-error").count()).toBe(0);
    expect(await page.locator("a.ref").getAttribute("href")).toBe("#eq-a");
    expect(await page.locator("a.ref").textContent()).toBe("(3.1)");
    expect(await page.locator("#eq-a .mfrac").count()).toBe(1);
    expect(await page.locator("article td").count()).toBe(2);
    expect(await page.locator("#twice, #twice-1").count()).toBe(2);
    await page.setViewportSize({ width: 390, height: 800 });
    const wide = "document.documentElement.scrollWidth";
    expect(await page.evaluate(wide)).toBe(390);
    const number = await page.locator("#eq-a > .number").boundingBox();
    expect((number?.x ?? 0) + (number?.width ?? 999)).toBeLessThanOrEqual(390);
    await reader.close();
  });

  test("another template that is asked for is obeyed", () => {
    nbconvert(folder, "--template", "basic", join(folder, "03-mixed.ipynb"), "--output", "basic");
    const page = readFileSync(join(folder, "basic.html"), "utf8");
    expect(page).not.toContain("mml-course");
    expect(page).toContain("rendered_html");
  });
});
