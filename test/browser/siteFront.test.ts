/** What stands around the text: the front page, contents beside it, ways on, what a page says of itself. */
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { exportTo, scratch } from "../tools/export/course";
import { Reader } from "../tools/export/reader";
import { violations } from "./axe";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;
let reader: Reader;

const at = (...parts: string[]) => join(folder, "site", ...parts);
const note = () => at("Notes", "03-matrix-decompositions.html");
const WIDTHS = [1440, 1024, 768, 390];

/** Where the text of each that is shown begins, from the left, without repetition. */
const leftsOf = (page: Page, selector: string) =>
  page.evaluate(`(() => {
    const shown = [...document.querySelectorAll(${JSON.stringify(selector)})]
      .filter((each) => each.getClientRects().length > 0);
    const left = (each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return Math.round(range.getClientRects()[0].left);
    };
    return [...new Set(shown.map(left))];
  })()`) as Promise<number[]>;

describe.skipIf(!executable)("around the text", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder, { root: ROOT, base: "https://example.org/course/" });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });
  beforeEach(async () => {
    reader = await Reader.of(browser, { reducedMotion: "reduce" });
    // never answered: figures that are not looked at need not be drawn
    await reader.context.route(/plotly-/, () => {});
  });
  afterEach(async () => {
    await reader.close();
    expect(reader.complaints).toEqual([]);
  });

  test.each(WIDTHS)(
    "text, code and what it prints have one left edge, %d pixels wide",
    async (width) => {
      const page = await reader.open(note());
      await page.setViewportSize({ width, height: 900 });
      const lefts = [
        ...(await leftsOf(page, "article .cell.prose > p:not(:has(> .math:first-child))")),
        ...(await leftsOf(page, "article .cell.code > .source > .highlight > pre")),
        ...(await leftsOf(page, "article .outputs > pre.text")),
        ...(await leftsOf(page, "article .mml-check")),
      ];
      expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThanOrEqual(2);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    },
  );

  test("code of ninety characters needs no scrolling at 1440 pixels", async () => {
    const page = await reader.open(note());
    await page.setViewportSize({ width: 1440, height: 900 });
    const wide = await page.$$eval("article .source pre", (all) =>
      all
        .filter((pre) => pre.scrollWidth > pre.clientWidth && pre.getClientRects().length > 0)
        .map((pre) => pre.textContent),
    );
    expect(wide).toEqual([]);
    const room = await page.$eval("article .source pre", (pre) => {
      pre.textContent = "x".repeat(90);
      return pre.clientWidth - pre.scrollWidth;
    });
    expect(room).toBe(0);
  });

  test("contents stand at the right, at the left, or behind a button, by the room there is", async () => {
    const page = await reader.open(note());
    const leftOf = async (selector: string) => (await page.locator(selector).boundingBox())?.x;
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await leftOf("#mml-course")).toBe(0);
    expect(await leftOf("#mml-page")).toBeGreaterThan((await leftOf("article")) as number);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await leftOf("#mml-page")).toBe(0);
    await page.setViewportSize({ width: 1199, height: 900 });
    expect(await page.locator("#mml-page").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Contents" }).click();
    expect(await page.locator("#mml-page").isVisible()).toBe(true);
    expect(await page.locator("#mml-course").isVisible()).toBe(true);
  });

  test("the mark goes through all sections, the last one too", async () => {
    const page = await reader.open(note());
    await page.setViewportSize({ width: 1440, height: 900 });
    const marked = () => page.locator(".headings [aria-current]").getAttribute("href");
    const all = await page.$$eval(".headings > li > a", (links) =>
      links.map((a) => a.getAttribute("href")),
    );
    const seen = new Set<string | null>();
    await page.mouse.move(700, 400);
    const height = (await page.evaluate("document.documentElement.scrollHeight")) as number;
    for (let y = 600; y < height + 600; y += 600) {
      await page.evaluate(`scrollTo({ top: ${y}, behavior: "instant" })`);
      await page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
      );
      if ((await page.locator(".headings [aria-current]").count()) > 0) {
        const link = page.locator(".headings > li.here > a");
        seen.add(await link.getAttribute("href"));
      }
    }
    expect([...seen]).toEqual(all);
    expect(await marked()).toBe(await page.locator(".headings a").last().getAttribute("href"));
  });

  test("who follows a link to a section is shown that section as the one being read", async () => {
    const page = await reader.open(note());
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const link of await page.locator(".headings > li > a").all()) {
      await link.click();
      await page.waitForTimeout(100);
      expect(await page.locator(".headings [aria-current]").getAttribute("href")).toBe(
        await link.getAttribute("href"),
      );
    }
  });

  test("a notebook is offered, with the command that opens it and its time", async () => {
    const page = await reader.open(note());
    const facts = page.locator(".about-page");
    expect(await facts.textContent()).toMatch(/about [\d½]+ hours to read/);
    // from a disk a browser may show the file instead of saving it
    const link = facts.getByRole("link", { name: "Download the notebook" });
    expect(await link.getAttribute("download")).not.toBeNull();
    const name = String(await link.getAttribute("href"));
    expect(name).toBe("03-matrix-decompositions.ipynb");
    expect(JSON.parse(readFileSync(at("Notes", name), "utf8")).nbformat).toBe(4);
    await facts.locator("summary").click();
    expect(await facts.locator("pre").textContent()).toBe(
      "npm start -- Notes/03-matrix-decompositions.ipynb",
    );
    expect(await facts.locator("button.copy").count()).toBe(1);
  });

  test("a citation names the section one was sent to", async () => {
    const page = await reader.open(note());
    const address = page.locator(".cite .address");
    const url = "https://example.org/course/Notes/03-matrix-decompositions.html";
    expect(await address.textContent()).toBe(url);
    const section = page.locator("article h2 .anchor").nth(2);
    const hash = await section.getAttribute("href");
    await section.dispatchEvent("click");
    await expect.poll(() => address.textContent()).toBe(url + hash);
  });

  test("signs that link to a section are seen where a finger points", async () => {
    await reader.close();
    reader = await Reader.of(browser, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 800 },
    });
    const page = await reader.open(note());
    expect(await page.evaluate("getComputedStyle(document.querySelector('.anchor')).opacity")).toBe(
      "1",
    );
  });

  test("a page that has been moved away can be read, and says what it has lost", async () => {
    const moved = join(folder, "moved", "note.html");
    mkdirSync(join(folder, "moved"));
    copyFileSync(note(), moved);
    const away = await Reader.of(browser);
    const page = await away.open(moved);
    expect(await page.locator(".moved").isVisible()).toBe(true);
    expect(await page.locator(".moved").textContent()).toContain(
      "npm run export -- --standalone Notes/03-matrix-decompositions.ipynb",
    );
    expect(await page.locator(".katex-html").first().isVisible()).toBe(false);
    expect(await page.locator("header.top").isVisible()).toBe(false);
    await away.close();
    const whole = await reader.open(note());
    expect(await whole.locator(".moved").isVisible()).toBe(false);
    expect(await whole.locator(".katex-html").first().isVisible()).toBe(true);
  });

  test("the front page says within one screen what it is, for whom, where to start", async () => {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      const page = await reader.open(at("index.html"));
      await page.setViewportSize({ width, height });
      const bottom = async (selector: string) => {
        const box = await page.locator(selector).first().boundingBox();
        return box ? box.y + box.height : Infinity;
      };
      expect(await bottom(".lede")).toBeLessThan(height);
      if (width > 1000) expect(await bottom(".doors li")).toBeLessThan(height);
      await page.close();
    }
  });

  /** Where the slider of the figure on the front page stands. */
  const stepOf = (page: Page) =>
    page.$eval(
      ".moving .live",
      (live) =>
        (live as never as { layout: { sliders: { active: number }[] } }).layout.sliders[0]?.active,
    );

  test("the figure of the front page is a picture until it is asked to move", async () => {
    await reader.close();
    reader = await Reader.of(browser);
    const page = await reader.open(at("index.html"));
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForTimeout(1500);
    expect(asked.filter((url) => url.includes("plotly"))).toEqual([]);
    expect(
      await page.$eval(
        ".moving > img",
        (img) => (img as never as { naturalWidth: number }).naturalWidth,
      ),
    ).toBeGreaterThan(300);
    await page.locator(".moving summary").click();
    await page.locator(".moving figure.drawn").waitFor();
    const before = await stepOf(page);
    await expect.poll(() => stepOf(page)).not.toBe(before);
  });

  test("for who asks for less motion the figure unfolds and stands still", async () => {
    await reader.close();
    reader = await Reader.of(browser, { reducedMotion: "reduce" });
    const page = await reader.open(at("index.html"));
    await page.locator(".moving summary").click();
    await page.locator(".moving figure.drawn").waitFor();
    const before = await stepOf(page);
    await page.waitForTimeout(1500);
    expect(await stepOf(page)).toBe(before);
  });

  test("the way leads through all notes and assignments, each stop where its line is", async () => {
    const page = await reader.open(at("index.html"));
    expect(await page.locator(".way .note a").count()).toBe(13);
    expect(await page.locator(".way .practice > li > a").count()).toBe(16);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      const outside = await page.$$eval(
        ".way .stop",
        (stops) =>
          stops.filter((stop) => {
            const [own, rails] = [stop, stop.parentElement].map((each) =>
              each?.getBoundingClientRect(),
            );
            return own!.left < rails!.left - 1 || own!.right > rails!.right + 1;
          }).length,
      );
      expect(outside).toBe(0);
    }
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing on the front page and a note, %s",
    async (colorScheme) => {
      const own = await Reader.of(browser, { colorScheme, reducedMotion: "reduce" });
      for (const file of [at("index.html"), note()]) {
        const page = await own.open(file);
        for (const details of await page.locator("details").all()) {
          await details.evaluate((each) => {
            each.setAttribute("open", "");
          });
        }
        expect(await violations(page), file).toEqual([]);
        await page.close();
      }
      await own.close();
    },
  );
});
