/** Every figure of the course on a phone and on a desk: no words are cut, and none meet others. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { exportTo, scratch } from "../tools/export/course";
import { pageOf } from "../tools/export/figureCourse";
import { pagesIn, Reader } from "../tools/export/reader";
import { executable, launch } from "./chromium";
import { misfits } from "./fit";

const WIDTHS = [390, 1440];

const { folder, remove } = scratch();
const wrong = scratch();
let browser: Browser;
let reader: Reader;

describe.skipIf(!executable)("figures fit", { timeout: 900_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    reader = await Reader.of(browser);
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
    const page = await reader.open(await pageOf(wrong.folder, figures));
    const found = (await misfits(page)).join("\n");
    expect(found).toContain("figure-1: tick “first” meets tick “second”");
    expect(found).toMatch(/figure-1: legend “(one|two)” meets panel title “a title of a panel”/);
    expect(found).toMatch(/panel title “a title that leaves the figure” is cut by \d+ px/);
    await page.close();
  });

  test("on every page, at every width", async () => {
    const found: string[] = [];
    const withFigures = (file: string) => readFileSync(file, "utf8").includes('class="plot"');
    for (const file of pagesIn(folder).filter(withFigures)) {
      const page = await reader.open(file);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const name = `${relative(folder, file)} at ${width} px`;
        found.push(...(await misfits(page)).map((fault) => `${name}: ${fault}`));
      }
      await page.close();
    }
    expect(found).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
});
