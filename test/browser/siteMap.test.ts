/** The distribution map as a reader uses it: by mouse, by keyboard, on a phone, without scripts, on paper. */
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT, VENV } from "../../tools/common/project";
import { install } from "../../tools/export/install";
import { exportTo, scratch } from "../tools/export/course";
import { Reader } from "../tools/export/reader";
import { violations } from "./axe";
import { executable, launch } from "./chromium";
import { nbconvert } from "./nbconvert";

const { folder, remove } = scratch();
const MAP = "Resources/distribution-map.ipynb";
const PAGE = join(folder, "site", "Resources", "distribution-map.html");
let browser: Browser;

describe.skipIf(!executable)("the distribution map", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder, { root: ROOT, only: [MAP] });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  /** Does something with a reader of the page, who must have nothing to complain of. */
  async function reading(
    options: BrowserContextOptions,
    act: (page: Page) => Promise<void>,
    file = PAGE,
  ): Promise<void> {
    const reader = await Reader.of(browser, options);
    await act(await reader.open(file));
    await reader.close();
    expect(reader.complaints).toEqual([]);
  }

  const shown = (page: Page) => page.locator("section.law:visible h3").allTextContents();
  const node = (page: Page, id: string) => page.locator(`a.node[data-node="${id}"]:visible`);
  const curve = (page: Page) =>
    page.evaluate(
      `[...document.querySelector("section.law:not([hidden]) .live").data[0].y]`,
    ) as Promise<number[]>;

  test("shows the law that is chosen, with its arrows, and says so", async () => {
    await reading({}, async (page) => {
      expect(await shown(page)).toHaveLength(1);
      await node(page, "gamma").click();
      expect(await shown(page)).toEqual([expect.stringContaining("Gamma")]);
      expect(page.url()).toMatch(/#gamma$/);
      expect(await node(page, "gamma").getAttribute("aria-current")).toBe("true");
      const arrows = page.locator("section.law:visible li");
      expect(await arrows.count()).toBeGreaterThan(5);
      expect(await page.locator(".diagram [role=status]").textContent()).toContain("Gamma");
    });
  });

  /** Draws another exponential law. */
  async function slide(page: Page): Promise<void> {
    await node(page, "exponential").click();
    const figure = page.locator("section.law:visible figure.plot");
    await figure.and(page.locator(".drawn")).waitFor();
    const slider = page.locator("section.law:visible input[type=range]");
    await slider.waitFor();
    expect(await slider.count()).toBe(1);
    expect((await curve(page))[0]).toBe(1);
    await slider.fill("2");
    await expect.poll(async () => (await curve(page))[0]).toBe(2);
    expect(await figure.getAttribute("data-alt")).toContain("rate = 2");
  }

  test("draws by the library's code as the sliders move", async () => {
    await reading({}, async (page) => {
      await slide(page);
      await page.locator("button.theme").click();
      await page.waitForTimeout(300);
      expect((await curve(page))[0]).toBe(2);
    });
  });

  test("does so where it stands alone, and where JupyterLab exported it", async () => {
    await exportTo(folder, { root: ROOT, only: [MAP], standalone: true });
    const alone = join(folder, "site", "standalone", "Resources", "distribution-map.html");
    await reading({}, slide, alone);
    install(VENV);
    nbconvert(folder, join(ROOT, MAP));
    await reading({}, slide, join(folder, "distribution-map.html"));
  });

  test("is used by keyboard", async () => {
    await reading({}, async (page) => {
      await node(page, "normal").focus();
      await page.keyboard.press("Enter");
      expect(await shown(page)).toEqual([expect.stringContaining("Normal")]);
      await page.locator("section.law:visible input").first().focus();
      await page.keyboard.press("ArrowRight");
      await expect
        .poll(() => page.locator("section.law:visible output").first().textContent())
        .toBe("0.1");
    });
  });

  test("has no fault of access", async () => {
    const reader = await Reader.of(browser); // axe itself reads the styles, of which the policy complains
    const page = await reader.open(PAGE);
    expect(await violations(page)).toEqual([]);
    await reader.close();
  });

  test("opens on the law that a link names", async () => {
    await reading({}, async (page) => {
      await page.goto(`${page.url()}#student-t`);
      await page.reload();
      expect(await shown(page)).toEqual([expect.stringContaining("Student t")]);
    });
  });

  test("takes its narrow form on a phone, of letters that can be read and boxes that can be hit", async () => {
    await reading({ viewport: { width: 390, height: 800 }, hasTouch: true }, async (page) => {
      expect(await page.locator(".diagram svg:visible").getAttribute("class")).toContain("narrow");
      const letters = await page.evaluate(
        `Math.min(...[...document.querySelectorAll(".diagram .narrow text:not(.sign)")].map(
          (text) => text.getBoundingClientRect().height))`,
      );
      expect(letters).toBeGreaterThan(11);
      const box = await node(page, "negative-binomial").boundingBox();
      expect(box?.height).toBeGreaterThan(24);
      await node(page, "poisson").tap();
      expect(await shown(page)).toEqual([expect.stringContaining("Poisson")]);
      const over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(over)).toBe(0);
    });
  });

  test("without scripts shows all laws, and its boxes lead to them", async () => {
    await reading({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("figure.plot:visible").count()).toBe(22);
      await node(page, "weibull").click();
      expect(page.url()).toMatch(/#weibull$/);
    });
  });

  test("prints the map and the statements, and no picture of a single law", async () => {
    await reading({}, async (page) => {
      await node(page, "gamma").click();
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".diagram svg:visible").getAttribute("class")).toContain("wide");
      expect(await page.locator("figure.plot:visible").count()).toBe(0);
      expect(await page.locator("p > strong > a[href='#gamma']:visible").count()).toBeGreaterThan(
        5,
      );
    });
  });
});
