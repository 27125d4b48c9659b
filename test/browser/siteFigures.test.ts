/** Figures of the site: captions, tooltips, the author's view, steps, tool bar, and readers' wishes. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { plot } from "../../lib/display";
import { scratch } from "../tools/export/course";
import { pageOf } from "../tools/export/figureCourse";
import { Reader, readThrough } from "../tools/export/reader";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;
let reader: Reader;
let file: string;

const step = (k: number) =>
  plot.line([0, 1, 2], [0, k, 1], { title: `At ${k} the middle stands ${k} high`, x: "t" });
const FIGURES = {
  line: plot.line([0, 1, 2], [3, 1, 2], { title: "A line", xRange: [-1, 4], yRange: [0, 5] }),
  unnamed: {
    data: [{ y: [1, 2] }, { y: [2, 3] }, { y: [3, 1], name: "named" }],
    layout: { showlegend: true },
  },
  moving: plot.animate([step(1), step(2), step(3)], { prefix: "k = ", open: 1, labels: [1, 2, 3] }),
  space: plot.scatter3d(
    [
      [0, 0, 0],
      [1, 1, 1],
      [2, 0, 1],
    ],
    { title: "In space" },
  ),
};
const NAMES = Object.keys(FIGURES);
const TEXT = "# Figures\n\nSee [the moving one](#figure-3), as $x$ in\n\n$$x = 1$$\n\n";

interface Live {
  _fullLayout: {
    xaxis: { range: number[] };
    scene: { camera: { eye: { x: number } } };
    sliders: { active: number }[];
  };
  _fullData: { name: string }[];
  data: { y: number[] }[];
}

describe.skipIf(!executable)("figures of the site", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    file = await pageOf(folder, Object.values(FIGURES), TEXT);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });
  afterEach(async () => {
    await reader.close();
    expect(reader.complaints).toEqual([]);
  });

  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    reader = await Reader.of(browser, options);
    const page = await reader.open(file);
    await readThrough(page);
    return page;
  };
  const figure = (page: Page, name: keyof typeof FIGURES) =>
    page.locator(`#figure-${NAMES.indexOf(name) + 1}`);
  const live = (page: Page, name: keyof typeof FIGURES) => figure(page, name).locator(".live");
  const of = <T>(page: Page, name: keyof typeof FIGURES, look: (live: Live) => T): Promise<T> =>
    live(page, name).evaluate(look as never) as Promise<T>;
  /** What an expression says of `e`, the first element of its kind in a figure. */
  const inPage = (page: Page, name: keyof typeof FIGURES, part: string, expression: string) =>
    page.evaluate(
      `((e) => ${expression})(document.querySelector("#figure-${NAMES.indexOf(name) + 1} ${part}"))`,
    );
  const finding = (page: Page) => figure(page, "moving").locator(".finding").textContent();

  test("have their title above the drawing, in the page, and not in it", async () => {
    const page = await open();
    expect(await page.locator(".gtitle").count()).toBe(0);
    const line = figure(page, "line");
    expect(await line.locator("figcaption").innerText()).toBe("Figure 7.1 A line");
    const caption = (await line.locator("figcaption").boundingBox())!;
    const room = (await line.locator(".drawing-room").boundingBox())!;
    expect(caption.y + caption.height).toBeLessThanOrEqual(room.y);
    expect(caption.x).toBe(room.x);
    await line.getByRole("link", { name: "Figure 7.1" }).click();
    expect(page.url()).toMatch(/#figure-1$/);
  });

  test("keep their place when the still picture gives way, at every width", async () => {
    for (const width of [1440, 768, 390]) {
      await reader?.close();
      reader = await Reader.of(browser, { viewport: { width, height: 900 } });
      const page = await reader.open(file);
      const tops = () =>
        page.$$eval("figure.plot .drawing-room", (all) => all.map((e) => e.clientHeight));
      await page.waitForTimeout(100);
      const before = await tops();
      await readThrough(page);
      expect(await tops(), `${width} px`).toEqual(before);
    }
  });

  test("show the still picture without its title", async () => {
    reader = await Reader.of(browser, { javaScriptEnabled: false });
    const page = await reader.open(file);
    const [shown, natural] = (await inPage(
      page,
      "line",
      ".still",
      "[e.clientHeight / e.clientWidth, e.naturalHeight / e.naturalWidth]",
    )) as [number, number];
    expect(shown).toBeLessThanOrEqual(natural + 1e-3);
    const fit = "[getComputedStyle(e).objectFit, getComputedStyle(e).objectPosition]";
    expect(await inPage(page, "line", ".still", fit)).toEqual(["cover", "50% 100%"]);
  });

  test("name no trace that has no name", async () => {
    const page = await open();
    const names = await of(page, "unnamed", (e) => e._fullData.map(({ name }) => name));
    expect(names).toEqual(["", "", "named"]);
    const entries = figure(page, "unnamed").locator(".legendtext");
    expect(await entries.allTextContents()).toEqual(["named"]);
    const data = figure(page, "unnamed").locator(".nsewdrag");
    const { height } = (await data.boundingBox())!;
    for (const x of [5, 60]) await data.hover({ position: { x, y: height / 2 }, force: true });
    const said = figure(page, "unnamed").locator(".hoverlayer text");
    await said.first().waitFor();
    expect((await said.allTextContents()).join(" ")).not.toMatch(/trace/);
  });

  test.each(["key", "double click"])("go back to the author's view by %s", async (way) => {
    const page = await open();
    const range = () => of(page, "line", (e) => e._fullLayout.xaxis.range);
    expect(await range()).toEqual([-1, 4]);
    await live(page, "line").focus();
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    await expect.poll(range).not.toEqual([-1, 4]);
    await page.getByRole("button", { name: "Dark theme" }).click();
    if (way === "key") {
      await live(page, "line").focus();
      await page.keyboard.press("0");
    } else await figure(page, "line").locator(".nsewdrag").dblclick();
    await expect.poll(range).toEqual([-1, 4]);
  });

  test("in space go back to the camera they began with", async () => {
    const page = await open();
    const eye = () => of(page, "space", (e) => e._fullLayout.scene.camera.eye.x);
    const before = await eye();
    await live(page, "space").focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(eye).not.toBe(before);
    await page.keyboard.press("0");
    await expect.poll(eye).toBe(before);
  });

  test("that move say at each step what is found there, and keep their height", async () => {
    const page = await open();
    const caption = figure(page, "moving").locator("figcaption");
    const height = (await caption.boundingBox())!.height;
    expect(await finding(page)).toBe("At 1 the middle stands 1 high");
    await live(page, "moving").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => finding(page)).toBe("At 2 the middle stands 2 high");
    await expect
      .poll(() => page.locator("p[role=status].said").allTextContents())
      .toContain("k = 2. At 2 the middle stands 2 high");
    expect((await caption.boundingBox())!.height).toBe(height);
    await page.keyboard.press("0");
    await expect.poll(() => finding(page)).toBe("At 1 the middle stands 1 high");
    expect(await of(page, "moving", (e) => e._fullLayout.sliders[0]?.active)).toBe(0);
  });

  test("that move stay at their step when the theme changes", async () => {
    const page = await open();
    await live(page, "moving").focus();
    await page.keyboard.press("End");
    const middle = () => of(page, "moving", (e) => e.data[0]?.y[1]);
    await expect.poll(middle).toBe(3);
    await page.getByRole("button", { name: "Dark theme" }).click();
    await page.waitForTimeout(500);
    expect(await middle()).toBe(3);
    expect(await of(page, "moving", (e) => e._fullLayout.sliders[0]?.active)).toBe(2);
    expect(await finding(page)).toBe("At 3 the middle stands 3 high");
  });

  test("play and pause by key", async () => {
    const page = await open();
    await inPage(page, "moving", ".live", "e.focus({ preventScroll: true })");
    const top = await page.evaluate("scrollY");
    await page.keyboard.press(" ");
    await expect.poll(() => finding(page)).toBe("At 2 the middle stands 2 high");
    await page.keyboard.press(" ");
    await page.waitForTimeout(1200);
    expect(await finding(page)).toBe("At 2 the middle stands 2 high");
    expect(await page.evaluate("scrollY")).toBe(top);
  });

  test("do not glide for who wants no motion, and nothing plays by itself", async () => {
    const page = await open({ reducedMotion: "reduce" });
    const glides = await live(page, "moving").evaluate((e) =>
      [
        ...JSON.stringify((e as never as { layout: object }).layout).matchAll(
          /"transition":\{"duration":(\d+)/g,
        ),
      ].map(([, time]) => Number(time)),
    );
    expect(glides.length).toBeGreaterThan(2);
    expect(Math.max(...glides)).toBe(0);
    await page.waitForTimeout(1200);
    expect(await finding(page)).toBe("At 1 the middle stands 1 high");
  });

  test("take two stops of the tabulator at most, arrows go through the tool bar", async () => {
    const page = await open();
    const stops = (await page.evaluate(
      `[...document.querySelectorAll("figure.plot")].map((figure) =>
        [...figure.querySelectorAll("a, button, [tabindex]")].filter((e) => e.tabIndex >= 0).length)`,
    )) as number[];
    expect(Math.max(...stops)).toBe(2);
    await live(page, "line").focus();
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate("document.activeElement.getAttribute('aria-label')");
    const first = await focused();
    await page.keyboard.press("ArrowRight");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).toBe(first);
  });

  test("show no tool bar over the drawing when they are tapped", async () => {
    const page = await open({
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
    });
    const line = figure(page, "line");
    await line.scrollIntoViewIfNeeded();
    await line.locator(".nsewdrag").tap();
    const room = (await line.locator(".drawing-room").boundingBox())!;
    for (const button of await line.locator(".modebar-btn").all()) {
      expect((await button.boundingBox())!.y).toBeGreaterThanOrEqual(room.y + room.height - 1);
    }
    const after = (await figure(page, "unnamed").locator("figcaption").boundingBox())!;
    const last = (await line.locator(".modebar").boundingBox())!;
    expect(last.y + last.height).toBeLessThanOrEqual(after.y);
  });

  test("can be read where the system forces its colours", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await reader?.close();
      const page = await open({ forcedColors: "active", colorScheme });
      const luminance = async (part: string, property: string) => {
        const look = `getComputedStyle(e).getPropertyValue("${property}")`;
        const color = (await inPage(page, "line", part, look)) as string;
        const channels = (color.match(/\d+/g) ?? []).slice(0, 3).map(Number);
        return channels.reduce((sum, c) => sum + c, 0) / 765;
      };
      const paper = await luminance(".drawing-room", "background-color");
      const ink = await luminance(".xtick text", "fill");
      expect(Math.abs(paper - ink), colorScheme).toBeGreaterThan(0.5);
    }
  });

  test("have in the dark no white before they are drawn", async () => {
    reader = await Reader.of(browser, { colorScheme: "dark" });
    const page = await reader.open(file);
    await figure(page, "line").and(page.locator(".drawn")).waitFor();
    await page.evaluate(`(() => {
      const drawing = mml.drawings.get(document.querySelector("#figure-1"));
      drawing.draw = async () => {
        drawing.isStale = false;
      };
      drawing.clear();
    })()`);
    await figure(page, "line").scrollIntoViewIfNeeded();
    const isLoaded = "document.querySelector('.still').complete";
    await expect.poll(() => page.evaluate(isLoaded)).toBe(true);
    const shot = await figure(page, "line").locator(".still").screenshot();
    const [paper, corner] = (await page.evaluate(`(async () => {
      const image = new Image();
      image.src = "data:image/png;base64,${shot.toString("base64")}";
      await image.decode();
      const pen = document.createElement("canvas").getContext("2d");
      pen.drawImage(image, 0, 0);
      return [getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number), [...pen.getImageData(2, 2, 1, 1).data]];
    })()`)) as [number[], number[]];
    for (const k of [0, 1, 2]) expect(Math.abs(paper[k]! - corner[k]!)).toBeLessThan(6);
  });

  test("are shown beside what refers to them, by mouse and by keyboard", async () => {
    const page = await open();
    const card = page.locator("#mml-card");
    const link = page.getByRole("link", { name: "the moving one" });
    expect(await link.getAttribute("class")).toBe("ref");
    await link.hover();
    await card.locator("img.still").waitFor();
    expect(await card.innerText()).toContain("Figure 7.3 At 1 the middle stands 1 high");
    await page.keyboard.press("Escape");
    expect(await card.isHidden()).toBe(true);
    await page.mouse.move(0, 0);
    await page.keyboard.press("Tab");
    await link.focus();
    await card.locator("img.still").waitFor();
    expect(await card.locator("[id], a[href], [tabindex]").count()).toBe(0);
    await page.keyboard.press("Escape");
    await link.click();
    expect(page.url()).toMatch(/#figure-3$/);
  });

  test("are printed with their caption, the picture cut likewise", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    const still = figure(page, "line").locator(".still");
    expect(await still.isVisible()).toBe(true);
    expect(await figure(page, "line").locator("figcaption").isVisible()).toBe(true);
    const { width, height } = (await still.boundingBox())!;
    const sizes = await figure(page, "line").getAttribute("style");
    const [, wide, tall] = /--still: ([\d.]+) \/ ([\d.]+)/.exec(sizes ?? "")!.map(Number);
    expect(width / height).toBeCloseTo(wide! / tall!, 1);
  });
});
