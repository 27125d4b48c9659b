/**
 * Every page of the course itself, opened from a disk with no network. Each of its figures is drawn on a
 * phone and on a desk: no words are cut, and none meet others.
 */
import { basename, dirname, join, relative, sep } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { exportTo, scratch } from "../tools/export/course";
import { pageOf } from "../tools/export/figureCourse";
import { faultsOf, pagesIn, Reader } from "../tools/export/reader";
import { executable, launch } from "./chromium";
import { misfits } from "./fit";

const WIDTHS = [390, 1440];

const { folder, remove } = scratch();
const wrong = scratch();
let browser: Browser;

describe.skipIf(!executable)("the course", { timeout: 900_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder, { root: ROOT });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    remove();
    wrong.remove();
  });

  test("what does not fit is found: ticks that meet, a note that is cut, a legend over a title", async () => {
    const note = (x: number, text: string) => ({
      xref: "paper",
      yref: "paper",
      ...{ x, y: 1, xanchor: "left", yanchor: "bottom", showarrow: false, text },
    });
    const figures = [
      {
        data: [
          { y: [1, 2], name: "one" },
          { y: [2, 1], name: "two" },
        ],
        layout: {
          height: 300,
          legend: { x: 0, y: 1, yanchor: "bottom", xanchor: "left" },
          xaxis: { tickvals: [0, 0.01], ticktext: ["first", "second"], tickangle: 0 },
          annotations: [
            note(0, "a title of a panel"),
            note(0.99, "a title that leaves the figure"),
          ],
        },
      },
    ];
    const reader = await Reader.of(browser);
    const page = await reader.open(await pageOf(wrong.folder, figures));
    const found = (await misfits(page)).join("\n");
    expect(found).toContain("figure-1: tick “first” meets tick “second”");
    expect(found).toMatch(/figure-1: legend “(one|two)” meets panel title “a title of a panel”/);
    expect(found).toMatch(/panel title “a title that leaves the figure” is cut by \d+ px/);
    await reader.close();
  });

  describe.concurrent("opens page by page without a complaint, maths typeset, figures that fit", () => {
    const topOf = (file: string) => relative(join(folder, "site"), file).split(sep)[0] as string;
    const SECTIONS = ["Notes", "Assignments", "Projects", "Resources"];
    test.each([...SECTIONS, "rest"])("%s", async (section) => {
      const sectionOf = (file: string) => (SECTIONS.includes(topOf(file)) ? topOf(file) : "rest");
      const reader = await Reader.of(browser);
      const found: string[] = [];
      for (const file of pagesIn(folder).filter((one) => sectionOf(one) === section)) {
        const page = await reader.open(file);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const name = `${relative(folder, file)} at ${width} px`;
          found.push(...(await misfits(page)).map((fault) => `${name}: ${fault}`));
        }
        found.push(...(await faultsOf(page)).map((fault) => `${relative(folder, file)}: ${fault}`));
        await page.close();
      }
      await reader.close();
      expect(found).toEqual([]);
      expect(reader.complaints).toEqual([]);
    });
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
