/** The exported site as a reader meets it: from a disk, with no network. */
import { mkdirSync, renameSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exportTo, scratch } from "../tools/export/course";
import { faultsOf, pagesIn, Reader, readThrough } from "../tools/export/reader";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;
let reader: Reader;

const at = (...parts: string[]) => join(folder, "site", ...parts);
const pca = () => at("Assignments", "13-pca", "pca.html");

describe.skipIf(!executable)("the site", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder);
    await exportTo(folder, { standalone: true, only: ["Assignments/13-pca/pca.ipynb"] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });
  beforeEach(async () => {
    reader = await Reader.of(browser);
  });
  afterEach(async () => {
    await reader.close();
    expect(reader.complaints).toEqual([]);
  });

  test("every page opens without a complaint, and its maths is typeset", async () => {
    const pages = pagesIn(at()).filter((file) => !file.includes("standalone"));
    expect(pages).toHaveLength(8);
    for (const file of pages) {
      const page = await reader.open(file);
      await readThrough(page);
      expect(await faultsOf(page), relative(folder, file)).toEqual([]);
      await page.close();
    }
  }, 120_000);

  test("a page with twenty figures draws those that are near", async () => {
    const page = await reader.open(at("Notes", "05-gallery.html"));
    await page.locator("figure.plot.drawn").first().waitFor();
    await page.waitForTimeout(500);
    expect(await page.locator("figure.plot.drawn").count()).toBeLessThan(6);
    expect(await page.locator("figure.plot").count()).toBe(20);
  });

  test("the search finds a word, by keyboard alone", async () => {
    const page = await reader.open(at("index.html"));
    await page.keyboard.press("/");
    await page.keyboard.type("spectral theorem");
    const found = page.locator("#mml-found a");
    await found.first().waitFor();
    expect(await found.first().textContent()).toContain("Definition");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/04-eigenvalues\.html#definition$/);
    expect(await page.locator("h1").textContent()).toContain("Eigenvalues");
  });

  test("the search forgives a slip of the pen, and says when it finds nothing", async () => {
    const page = await reader.open(pca());
    await page.fill("#mml-search", "eigenvlaues");
    await page.locator("#mml-found a").first().waitFor();
    await page.fill("#mml-search", "xyzzy");
    await page.getByText("Nothing found").waitFor({ state: "attached" });
    expect(await page.locator("#mml-found").isHidden()).toBe(true);
  });

  test("the theme follows the system, toggles, and stays on the next page", async () => {
    const page = await reader.open(pca());
    const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const theme = () => page.locator("html").getAttribute("data-theme");
    expect(await theme()).toBe("light");
    const light = await paper();
    await page.locator("#figure-1").scrollIntoViewIfNeeded();
    await page.locator("#figure-1.drawn").waitFor();
    const ink = () =>
      page.evaluate(`getComputedStyle(document.querySelector(".live .xtitle")).fill`);
    const before = await ink();
    await page.getByRole("button", { name: "Dark theme" }).click();
    expect(await theme()).toBe("dark");
    expect(await paper()).not.toBe(light);
    await expect.poll(ink).not.toBe(before);
    await page.goto(pathToFileURL(at("Notes", "04-eigenvalues.html")).href);
    expect(await theme()).toBe("dark");
    await page.emulateMedia({ colorScheme: "light" });
    expect(await theme()).toBe("dark");
  });

  test("a figure zooms by mouse and by keyboard, and goes back", async () => {
    const page = await reader.open(pca());
    await page.locator("#figure-2").scrollIntoViewIfNeeded();
    await page.locator("#figure-2.drawn").waitFor();
    const live = page.locator("#figure-2 .live");
    const range = () => live.evaluate((e) => (e as never as Live)._fullLayout.xaxis.range.join());
    const whole = await range();
    const box = (await live.locator(".nsewdrag").first().boundingBox())!;
    await page.mouse.move(box.x + 100, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 220, { steps: 5 });
    await page.mouse.up();
    await expect.poll(range).not.toBe(whole);
    await live.focus();
    await page.keyboard.press("0");
    await expect.poll(range).toBe(whole);
    await page.keyboard.press("+");
    await expect.poll(range).not.toBe(whole);
  });

  test("a slider steps by keyboard, a scene turns", async () => {
    const page = await reader.open(pca());
    await readThrough(page);
    const bars = page.locator("figure.plot:has(.slider-container) .live");
    await bars.focus();
    await page.keyboard.press("ArrowRight");
    const shown = () =>
      bars.evaluate((e) => JSON.stringify((e as never as Live).data[0]?.y ?? null));
    await expect.poll(shown).toBe("[0.3,0.2,0.5]");
    const scene = page.locator("figure.plot:has(.gl-container canvas) .live").first();
    const eye = () => scene.evaluate((e) => (e as never as Live)._fullLayout.scene.camera.eye.x);
    const before = await eye();
    await scene.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(eye).not.toBe(before);
  });

  test("a solution unfolds", async () => {
    const page = await reader.open(pca());
    const solution = page.locator("details.solution").first();
    const code = solution.getByText("reduce").first();
    expect(await code.isVisible()).toBe(false);
    await solution.locator("summary").click();
    expect(await code.isVisible()).toBe(true);
  });

  test("code is copied as it was written", async () => {
    const page = await reader.open(pca());
    await page.evaluate(`document.addEventListener("copy", () => {
      const area = document.activeElement;
      window.copied = area.value.slice(area.selectionStart, area.selectionEnd);
    })`);
    await page.evaluate(
      "navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))",
    );
    await page.locator(".source .highlight").first().hover();
    await page.getByRole("button", { name: "Copy this code" }).first().click();
    await page.getByText("The code is copied.").waitFor({ state: "attached" });
    expect(await page.evaluate("window.copied")).toBe(
      'import { data, learn, linalg, plot, rng, show, check } from "../../lib";\nconst random = rng(13);',
    );
  });

  test("links lead from page to page, previous and next, and up to the map", async () => {
    const page = await reader.open(at("index.html"));
    await page.locator(".part a", { hasText: "Principal component analysis" }).click();
    await page.getByRole("link", { name: "eigenvalues", exact: true }).click();
    await page.waitForURL(/04-eigenvalues\.html#where-the-unit-circle-goes$/);
    await page.locator("a[rel=next]").click();
    await page.waitForURL(/05-gallery\.html$/);
    await page.locator("a[rel=next]").click();
    await page.waitForURL(/pca\.html$/);
    await page.locator("a.brand").click();
    await page.waitForURL(/index\.html$/);
  });

  test("on a phone nothing is wider than the screen and the contents open and close", async () => {
    const page = await reader.open(pca());
    await page.setViewportSize({ width: 360, height: 740 });
    await readThrough(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    const nav = page.locator("#mml-course");
    expect(await nav.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Contents" }).click();
    expect(await nav.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await nav.isVisible()).toBe(false);
  });

  test("a finger on a figure scrolls the page", async () => {
    await reader.close();
    const viewport = { width: 390, height: 800 };
    reader = await Reader.of(browser, { viewport, hasTouch: true, isMobile: true });
    const page = await reader.open(pca());
    await page.locator("#figure-2").scrollIntoViewIfNeeded();
    await page.locator("#figure-2.drawn").waitFor();
    const box = (await page.locator("#figure-2 .nsewdrag").first().boundingBox())!;
    const session = await reader.context.newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: y === undefined ? [] : [{ x: box.x + 100, y }],
      });
    const before = (await page.evaluate("scrollY")) as number;
    await touch("touchStart", box.y + 200);
    for (let i = 1; i <= 15; i++) await touch("touchMove", box.y + 200 - 10 * i);
    await touch("touchEnd");
    await expect.poll(() => page.evaluate("scrollY")).toBeGreaterThan(before + 50);
  });

  test("without scripts the text is whole and static pictures stand for the figures", async () => {
    await reader.close();
    reader = await Reader.of(browser, { javaScriptEnabled: false });
    const page = await reader.open(pca());
    const still = page.locator("figure.plot .still").first();
    await still.scrollIntoViewIfNeeded();
    expect(await still.isVisible()).toBe(true);
    expect(await page.locator("#mml-course a[aria-current]").isVisible()).toBe(true);
    expect(await page.locator(".katex").first().isVisible()).toBe(true);
  });

  test("a page that stands alone works in another folder", async () => {
    const moved = join(folder, "elsewhere", "deep");
    mkdirSync(moved, { recursive: true });
    const file = join(moved, "wine.html");
    renameSync(at("standalone", "Assignments", "13-pca", "pca.html"), file);
    const page = await reader.open(file);
    await readThrough(page);
    expect(await page.locator("figure.plot.drawn").count()).toBe(6);
    expect(await page.locator(".katex").count()).toBeGreaterThan(5);
    const width = page.evaluate("document.querySelector('article .prose img').naturalWidth");
    expect(await width).toBe(320);
    await page.getByRole("button", { name: "Dark theme" }).click();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    const links = await page.evaluate(
      "[...document.querySelectorAll('article a')].map((a) => a.getAttribute('href')).filter((href) => href && !href.startsWith('#'))",
    );
    expect(links).toEqual([]);
  });

  test("print shows the pictures and no chrome", async () => {
    const page = await reader.open(pca());
    await readThrough(page);
    await page.getByRole("button", { name: "Dark theme" }).click();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("header.top").isVisible()).toBe(false);
    expect(await page.locator("figure.plot .live").first().isVisible()).toBe(false);
    expect(await page.locator("figure.plot .still").first().isVisible()).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
      "rgb(255, 255, 255)",
    );
  });
});

/** As much of a drawn figure as the tests look at. */
interface Live {
  data: { y?: number[] }[];
  _fullLayout: {
    xaxis: { range: number[] };
    scene: { camera: { eye: { x: number } } };
  };
}
