/** A reader opens Assignment 13 in JupyterLab and runs all its cells. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { executable, launch } from "./chromium";
import { bringIn, cellStates, command, Lab } from "./lab";

const NOTEBOOK = join("Assignments", "13-pca", "pca.ipynb");

describe.skipIf(!executable)("JupyterLab", () => {
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  const before = readFileSync(join(ROOT, NOTEBOOK), "utf8");

  beforeAll(async () => {
    lab = await Lab.start();
    browser = await launch();
    page = await lab.open(browser, NOTEBOOK);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  test("opens the notebook on the TypeScript kernel, without a question or a notice", async () => {
    await page.waitForSelector('.jp-Toolbar-kernelName:has-text("TypeScript")', {
      timeout: 30_000,
    });
    expect(await page.locator(".jp-Dialog").count()).toBe(0);
    expect(await page.locator(".Toastify__toast").count()).toBe(0);
  }, 60_000);

  test("runs all cells without an error, and draws a figure", async () => {
    await command(page, "notebook:clear-all-cell-outputs");
    await page.click('.lm-MenuBar-item:has-text("Run")');
    await page.click('.lm-Menu-item:has-text("Run All Cells") >> nth=0');
    const all = (await cellStates(page)).filter((cell) => cell.type === "code");
    await expect
      .poll(async () => (await cellStates(page)).filter((cell) => cell.count !== null).length, {
        timeout: 120_000,
        interval: 500,
      })
      .toBe(all.length);
    const outputs = (await cellStates(page)).flatMap((cell) => cell.outputs);
    expect(outputs.length).toBeGreaterThan(30);
    expect(outputs.filter((o) => o.output_type === "error" || o.name === "stderr")).toEqual([]);

    const figure = page.locator(".mml-figure").first();
    const drawn = figure.locator(".js-plotly-plot .main-svg").first();
    // what the run still lays out above and below moves it
    const isDrawn = async () => {
      await bringIn(figure);
      return drawn.isVisible();
    };
    await expect.poll(isDrawn, { timeout: 30_000 }).toBe(true);
    await page.screenshot({ path: join(ROOT, ".cache", "test", "lab.png") });
  }, 180_000);

  test("leaves the file as it is", () => {
    expect(readFileSync(join(ROOT, NOTEBOOK), "utf8")).toBe(before);
  });
});
