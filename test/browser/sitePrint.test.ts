/** The pages of the course on A4 paper, as Chromium prints them. */
import { basename, join, relative } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { exportTo, scratch } from "../tools/export/course";
import { pagesIn, Reader } from "../tools/export/reader";
import { executable, launch } from "./chromium";
import { Pdf } from "./pdf";

const { folder, remove } = scratch();
let browser: Browser;
let reader: Reader;

/** What margins leave of A4, from the top, in points; and in pixels, as a page that is printed lays out. */
const [TOP, BOTTOM] = [40, 799];
const PAPER = { width: 672, height: 1012 };
const MOST_PAGES = 28;
/** What text beside a table needs. */
const BESIDE = 120;
/** Printing takes seconds a page: notes that were the longest, and one of each other kind, stand for all. */
const PRINTED = [
  "Notes/05-probability",
  "Notes/07-continuous-optimization",
  "Notes/13-neural-networks",
  "Assignments/15-svm/svm",
  "Projects/digit-reader/digit-reader",
];

/** Where something lies on the page, in pixels. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Waits until the pictures of all figures have come, as they do while nobody scrolls. */
const print = async (page: Page) => {
  await expect
    .poll(
      () =>
        page.evaluate(
          "[...document.querySelectorAll('.still')].every((still) => still.complete && still.naturalWidth > 0)",
        ),
      { timeout: 60_000 },
    )
    .toBe(true);
  return new Pdf(await page.pdf({ preferCSSPageSize: true, format: "A4" }));
};

/** The longest part of each page but the last that is left white, as a share of its height. */
function white(pdf: Pdf): number[] {
  return pdf.pages.slice(0, -1).map((page) => {
    const inner = pdf.inkOf(page).filter(([from, to]) => to > TOP && from < BOTTOM);
    const edges = [TOP, ...inner.flat(), BOTTOM];
    const gaps = edges.flatMap((edge, i) => (i % 2 ? [edge - (edges[i - 1] as number)] : []));
    return Math.max(...gaps) / (BOTTOM - TOP);
  });
}

describe.skipIf(!executable)("on paper", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder, { root: ROOT });
    reader = await Reader.of(browser);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  test("it takes few pages, and none of them is a quarter empty", async () => {
    for (const file of PRINTED.map((name) => join(folder, "site", `${name}.html`))) {
      const page = await reader.open(file);
      const pdf = await print(page);
      const name = relative(folder, file);
      expect(pdf.pages.length, `pages of ${name}`).toBeLessThanOrEqual(MOST_PAGES);
      const empty = white(pdf).flatMap((share, i) =>
        share >= 0.25 ? [`page ${i + 1}: ${(100 * share).toFixed(0)} %`] : [],
      );
      expect(empty, `white in ${name}`).toEqual([]);
      await page.close();
    }
  });

  test("no formula runs into a figure or table beside it", async () => {
    const page = await reader.open(join(folder, "site", "Notes", "05-probability.html"));
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(PAPER);
    const boxes = (selector: string) =>
      page.$$eval(selector, (all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    const formulas: Box[] = await boxes(".math.display .katex-html");
    const beside: Box[] = await boxes("figure.plot, .scroller.table");
    expect(Math.min(formulas.length, beside.length)).toBeGreaterThan(10);
    const meets = (a: Box, b: Box) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    expect(formulas.filter((a) => beside.some((b) => meets(a, b)))).toEqual([]);
    await page.close();
  });

  test("figures and solutions are there, tables are whole, code that only draws is not", async () => {
    const file = join(folder, "site", "Assignments", "13-pca", "pca.html");
    const page = await reader.open(file);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(PAPER);
    const heights = (selector: string) =>
      page.$$eval(selector, (all) => all.map((each) => each.getBoundingClientRect().height));
    const stills = await heights("figure.plot .still");
    expect(stills.length).toBeGreaterThan(5);
    expect(Math.min(...stills)).toBeGreaterThan(100);
    expect(Math.min(...(await heights("details.solution pre")))).toBeGreaterThan(0);
    expect(Math.max(...(await heights("details.drawing")))).toBe(0);
    const tables = await page.$$eval(".scroller.table", (all) =>
      all.map(
        (each) =>
          [each.clientHeight, each.computedStyleMap().get("break-inside")?.toString()] as const,
      ),
    );
    expect(tables.length).toBeGreaterThan(5);
    for (const [height, cut] of tables) {
      expect(cut).toBe("avoid");
      expect(height).toBeLessThan(PAPER.height);
    }
    await page.close();
  });

  test.each(["Assignments/13-pca/pca", "Projects/digit-reader/digit-reader"])(
    "tables of %s lie on the paper, and leave text beside them its room",
    async (name) => {
      const page = await reader.open(join(folder, "site", `${name}.html`));
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize(PAPER);
      const tables = await page.$$eval(".scroller.table", (all) =>
        all.map(({ clientWidth, scrollWidth }) => ({ clientWidth, scrollWidth })),
      );
      expect(tables.length).toBeGreaterThan(5);
      for (const { clientWidth, scrollWidth } of tables) {
        expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
        if (clientWidth < PAPER.width) {
          expect(clientWidth).toBeLessThanOrEqual(PAPER.width - BESIDE);
        }
      }
      await page.close();
    },
  );

  test("addresses of links out of the course stand at the end, in order", async () => {
    const file = pagesIn(join(folder, "site", "Projects")).find(
      (f) => basename(f) === "el-nino.html",
    );
    const page = await reader.open(file as string);
    const links = page.locator(".links");
    expect(await links.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await links.isVisible()).toBe(true);
    const marks = await page.locator("sup.on-paper").allTextContents();
    const first = [...new Set(marks)];
    expect(first).toEqual(first.map((_, i) => `[${i + 1}]`));
    expect(await links.locator("li").count()).toBe(first.length);
    await page.close();
  });

  test("nothing went wrong on the way", async () => {
    await reader.close();
    expect(reader.complaints).toEqual([]);
  });
});
