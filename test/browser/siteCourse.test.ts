/** Every page of the course itself, opened from a disk with no network. */
import { basename, dirname, relative } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { exportTo, scratch } from "../tools/export/course";
import { faultsOf, pagesIn, Reader } from "../tools/export/reader";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;

describe.skipIf(!executable)("the course", { timeout: 600_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder, { root: ROOT });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  test("opens page by page without a complaint, maths typeset, figures drawn", async () => {
    const reader = await Reader.of(browser);
    for (const file of pagesIn(folder)) {
      const page = await reader.open(file);
      expect(await faultsOf(page, "sample"), relative(folder, file)).toEqual([]);
      await page.close();
    }
    await reader.close();
    expect(reader.complaints).toEqual([]);
  });

  test("prints each sheet of formulas on one page of paper, and hides no part of a formula", async () => {
    const sheets = pagesIn(folder).filter((file) => basename(dirname(file)) === "cheat-sheets");
    expect(sheets.length).toBeGreaterThan(0);
    const reader = await Reader.of(browser);
    for (const file of sheets) {
      const page = await reader.open(file);
      const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages, `pages of ${relative(folder, file)}`).toHaveLength(1);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 658, height: 980 }); // what margins leave of A4
      const wide = await page.$$eval(".formula .math", (all) =>
        all
          .filter((math) => math.scrollWidth > (math.closest(".cell")?.clientWidth ?? 0) + 1)
          .map((math) => math.querySelector("annotation")?.textContent),
      );
      expect(wide, `formulas too wide in ${relative(folder, file)}`).toEqual([]);
      await page.close();
    }
    await reader.close();
  });
});
