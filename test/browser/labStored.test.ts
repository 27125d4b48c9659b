/** Stored figures in JupyterLab: no wider than their cell, of every kind, with nothing from a network. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FigureSpec, renderFigure } from "../../tools/figures/render";
import { executable, launch } from "./chromium";
import { bringIn, Lab, type Output, scratchNotebook } from "./lab";

const TYPE = "application/vnd.plotly.v1+json";
const WIDE = { width: 1600, height: 400 };
const line = { type: "scatter", y: [1, 2] };

async function stored(spec: FigureSpec): Promise<Output> {
  const { png } = await renderFigure(spec);
  const data = { [TYPE]: spec, "image/png": png.toString("base64"), "text/plain": "[Figure]" };
  return { output_type: "display_data", data };
}

describe.skipIf(!executable)("stored figures in JupyterLab", { timeout: 240_000 }, () => {
  let lab: Lab;
  let browser: Browser;
  let scratch: ReturnType<typeof scratchNotebook>;

  beforeAll(async () => {
    const bare = { [TYPE]: { data: [line], layout: WIDE }, "text/plain": "[Figure]" };
    scratch = scratchNotebook("stored", [
      { outputs: [await stored({ data: [line], layout: WIDE })] },
      { outputs: [{ output_type: "display_data", data: bare }] },
      { outputs: [await stored({ data: [line], layout: {} })] },
      { outputs: [await stored({ data: [{ type: "scattergeo", lon: [10, 30], lat: [50, 30] }] })] },
      { outputs: [await stored({ data: [{ type: "scattermap", lon: [10], lat: [50] }] })] },
    ]);
    lab = await Lab.start();
    browser = await launch();
  }, 240_000);

  afterAll(async () => {
    scratch?.remove();
    await browser?.close();
    await lab?.stop();
  });

  const figureIn = (page: Page, cell: number) =>
    page.locator(".jp-Cell").nth(cell).locator(".mml-figure");
  /** Scrolls to a cell's figure until there is `sign` in it. */
  const until = async (page: Page, cell: number, sign: string) => {
    const place = page.locator(".jp-Cell").nth(cell);
    const seen = async () => {
      await bringIn(place);
      return figureIn(page, cell).locator(sign).first().isVisible();
    };
    await expect.poll(seen, { timeout: 60_000 }).toBe(true);
  };
  /** By how many pixels what is in the output is wider than the output. */
  const excess = (page: Page, cell: number) =>
    figureIn(page, cell).evaluate((e) => e.scrollWidth - e.clientWidth);

  test.each([
    [1300, "pictures"],
    [700, "pictures"],
    [1300, "figures"],
    [700, "figures"],
  ])("in a window of %d px, %s are as wide as the cell at most", async (width, what) => {
    const page = await lab.open(
      browser,
      scratch.path,
      what === "pictures" ? "**/plotly.js" : undefined,
    );
    await page.setViewportSize({ width, height: 900 });
    for (const cell of [0, 2, ...(what === "pictures" ? [] : [1])]) {
      await until(page, cell, what === "pictures" ? "img" : ".main-svg");
      expect(await excess(page, cell)).toBe(0);
    }
    await page.close();
  });

  test("a globe has its coast lines from here, and a map without a network says so below its picture", async () => {
    const page = await lab.open(browser, scratch.path);
    await page.route(/cartocdn/, (route) => route.abort());
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await until(page, 3, ".main-svg");
    expect(await figureIn(page, 3).locator(".coastlines path").count()).toBe(1);
    expect(asked.filter((url) => /coasts\/world_110m/.test(url))).toHaveLength(1);
    expect(asked.filter((url) => /plot\.ly/.test(url))).toEqual([]);
    await until(page, 4, "p");
    expect(await figureIn(page, 4).innerText()).toBe(
      "This figure could not be drawn: its map has tiles, which come from a network",
    );
    expect(await figureIn(page, 4).locator("img").isVisible()).toBe(true);
    await page.close();
  });
});
