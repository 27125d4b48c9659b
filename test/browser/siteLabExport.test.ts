/** What JupyterLab's File → Export → HTML makes with our template: one page that needs nothing else. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jupyterEnv } from "../../tools/common/jupyter";
import { VENV, venvProgram } from "../../tools/common/project";
import { install } from "../../tools/export/install";
import { FIXTURE, scratch } from "../tools/export/course";
import { faultsOf, Reader } from "../tools/export/reader";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;

describe.skipIf(!executable)("a notebook exported by JupyterLab", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    install(VENV);
    const notebook = join(FIXTURE, "Assignments", "13-pca", "pca.ipynb");
    const args = ["-m", "nbconvert", "--to", "html", "--output-dir", folder, notebook];
    const { status, stderr } = spawnSync(venvProgram("python"), args, { env: jupyterEnv });
    expect(status, String(stderr)).toBe(0);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  test("is whole without a network: maths, figures, images, solutions, themes", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(join(folder, "pca.html"));
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
});
