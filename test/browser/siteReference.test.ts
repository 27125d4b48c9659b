/** The reference as a reader meets it: searched, reached from code by mouse and keyboard, on a phone. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { copyCourse, exportTo, scratch } from "../tools/export/course";
import { faultsOf, Reader } from "../tools/export/reader";
import { violations } from "./axe";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;
let reader: Reader;

const at = (...parts: string[]) => join(folder, "site", ...parts);
const pca = () => at("Assignments", "13-pca", "pca.html");
const library = (name: string) => at("Resources", "library", `${name}.html`);
const card = (page: Page) => page.locator("#mml-card");

describe.skipIf(!executable)("the reference", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    const root = copyCourse(folder);
    symlinkSync(join(ROOT, "lib"), join(root, "lib"));
    await exportTo(folder, { root });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  /** Does something with a reader, who must have nothing to complain of. */
  async function reading(options: object, act: () => Promise<void>): Promise<void> {
    reader = await Reader.of(browser, options);
    await act();
    await reader.close();
    expect(reader.complaints).toEqual([]);
  }

  test("is found by the names of functions, among the first three", async () => {
    await reading({}, async () => {
      const page = await reader.open(at("index.html"));
      const wanted: Record<string, string> = {
        svd: "linalg.html#svd",
        tTest: "stats.html#tTest",
        "prob.normal": "prob.html#normal",
        variance: "stats.html#variance",
        minimize: "optimize.html#minimize",
        show: "display.html#show",
        "plot.line": "plot.html#line",
      };
      for (const [words, url] of Object.entries(wanted)) {
        await page.fill("#mml-search", words);
        const found = page.locator("#mml-found a");
        const first = async () =>
          (await found.evaluateAll((all) => all.map((a) => (a as { href?: string }).href ?? "")))
            .slice(0, 3)
            .some((href) => href.endsWith(url));
        await expect.poll(first, { timeout: 20_000, message: words }).toBe(true);
      }
    });
  });

  test("tells of a name under the mouse, stays while it is read, and goes by Escape", async () => {
    await reading({}, async () => {
      const page = await reader.open(pca());
      const height = () => page.evaluate("document.documentElement.scrollHeight");
      const before = await height();
      const name = page.locator('.cell a.name[href$="core.html#rng"]').last();
      await name.hover();
      await card(page).waitFor();
      expect(await card(page).textContent()).toContain("rng(seed: number): Rng");
      expect(await name.getAttribute("aria-describedby")).toBe("mml-card");
      expect(await height()).toBe(before);
      await card(page).hover();
      await page.waitForTimeout(500);
      expect(await card(page).isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await card(page).isVisible()).toBe(false);
      await name.hover();
      await card(page).waitFor();
      await page.mouse.move(5, 5);
      await card(page).waitFor({ state: "hidden" });
    });
  });

  test("tells of a name that the keyboard reaches, and Enter leads to its entry", async () => {
    await reading({}, async () => {
      const page = await reader.open(pca());
      await page.getByText("Functions on this page").click();
      await page.keyboard.press("Tab");
      await card(page).waitFor();
      await page.keyboard.press("Escape");
      expect(await card(page).isVisible()).toBe(false);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(/Resources\/library\/\w+\.html/);
    });
  });

  test("copies code without the links in it", async () => {
    await reading({}, async () => {
      const page = await reader.open(pca());
      await page.evaluate(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; }",
      );
      await page.locator(".cell.code .highlight").first().hover();
      await page.getByRole("button", { name: "Copy this code" }).first().click();
      await page.getByText("The code is copied.").waitFor({ state: "attached" });
      expect(await page.evaluate("window.copied")).toMatch(/^import \{ data, learn, .*\nconst/);
    });
  });

  test("on a phone a finger asks first, then follows the link, and nothing is wider than the screen", async () => {
    const options = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
    await reading(options, async () => {
      const page = await reader.open(pca());
      const name = page.locator('.cell a.name[href$="core.html#rng"]').last();
      await name.tap();
      await card(page).waitFor();
      expect(await card(page).textContent()).toContain("rng(seed: number): Rng");
      await page.locator("h1").tap();
      expect(await card(page).isVisible()).toBe(false);
      await name.tap();
      await card(page).waitFor();
      await name.tap();
      await page.waitForURL(/core\.html#rng$/);
      expect(await card(page).isVisible()).toBe(false);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    });
  });

  test("the card stays within a narrow screen", async () => {
    await reading({ viewport: { width: 390, height: 800 } }, async () => {
      const page = await reader.open(library("stats"));
      for (const name of await page
        .locator("pre.signature a.name:visible")
        .all()
        .then((all) => all.slice(0, 6))) {
        await name.hover();
        await card(page).waitFor();
        const box = (await card(page).boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(390);
        await page.keyboard.press("Escape");
      }
    });
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing on its pages, %s",
    async (colorScheme) => {
      reader = await Reader.of(browser, { colorScheme, reducedMotion: "reduce" });
      // axe asks for the style sheet, which the page's policy refuses: no complaint of the reader's
      for (const name of ["README", "linalg", "display"]) {
        const page = await reader.open(library(name));
        expect(await faultsOf(page)).toEqual([]);
        expect(await violations(page), name).toEqual([]);
        await page.close();
      }
      const page = await reader.open(pca());
      await page.getByText("Functions on this page").click();
      await page.keyboard.press("Tab");
      await card(page).waitFor();
      expect(await violations(page)).toEqual([]);
      await reader.close();
    },
  );
});
