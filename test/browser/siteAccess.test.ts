/** Readers who do not see the site, or not well, or who use no mouse: axe-core on every page, both themes. */
import { join, relative } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportTo, scratch } from "../tools/export/course";
import { pagesIn, Reader, readThrough } from "../tools/export/reader";
import { violations } from "./axe";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;

describe.skipIf(!executable)("the site for everyone", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  test.each(["light", "dark"] as const)("axe finds nothing on any page, %s", async (theme) => {
    const reader = await Reader.of(browser, { colorScheme: theme, reducedMotion: "reduce" });
    const found: string[] = [];
    for (const file of pagesIn(join(folder, "site"))) {
      const page = await reader.open(file);
      await readThrough(page);
      const name = relative(folder, file);
      found.push(...(await violations(page)).map((line) => `${name}: ${line}`));
      await page.close();
    }
    expect(found).toEqual([]);
    await reader.close();
  });

  test("with the search open, and on a phone with the contents open", async () => {
    const reader = await Reader.of(browser, { viewport: { width: 390, height: 800 } });
    const page = await reader.open(join(folder, "site", "Notes", "04-eigenvalues.html"));
    await page.fill("#mml-search", "variance");
    await page.locator("#mml-found a").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Contents" }).click();
    expect(await violations(page)).toEqual([]);
    await reader.close();
  });

  test("the keyboard reaches the text, the contents, the figures and their buttons", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(join(folder, "site", "Assignments", "13-pca", "pca.html"));
    await readThrough(page);
    await page.evaluate("window.scrollTo({ top: 0, behavior: 'instant' })");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the text");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("mml-content");
    const reached = new Set<string>();
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press("Tab");
      const kind = (await page.evaluate(
        "document.activeElement.className.split?.(' ')[0] || document.activeElement.tagName",
      )) as string;
      if (kind === "BODY") break;
      reached.add(kind);
    }
    for (const kind of ["A", "SPAN", "copy", "live", "next"]) expect(reached).toContain(kind);
    // code and what folds around it are one stop, arrows lead on from it; above stands a folded command
    await page.locator(".cell.code .highlight pre > *").first().focus();
    const isFold = "document.activeElement.matches('details.solution > summary')";
    for (let i = 0; i < 50 && !(await page.evaluate(isFold)); i++) {
      await page.keyboard.press("ArrowDown");
    }
    expect(await page.evaluate(isFold)).toBe(true);
    await reader.close();
  });

  test("motion stands still for those who ask for that", async () => {
    const reader = await Reader.of(browser, { reducedMotion: "reduce" });
    const page = await reader.open(join(folder, "site", "index.html"));
    expect(await page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")).toBe(
      "auto",
    );
    await reader.close();
  });
});
