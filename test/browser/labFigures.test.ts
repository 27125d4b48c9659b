/** Figures in JupyterLab: as wide as the page, in its theme, redrawn when their data change. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { executable, launch } from "./chromium";
import {
  bringIn,
  type CellState,
  cellStates,
  command,
  Lab,
  type Output,
  scratchNotebook,
  setOutput,
} from "./lab";

const NOTEBOOK = join("Assignments", "13-pca", "pca.ipynb");
const TYPE = "application/vnd.plotly.v1+json";
const SCENES = 18;

declare const getComputedStyle: (element: unknown) => { fill: string; backgroundColor: string };

const figure = (data: object | null, layout: object | null = {}): Output => ({
  output_type: "display_data",
  data: { [TYPE]: { data: [data], layout }, "text/plain": "[Figure] of a test" },
});

const scene = (k: number) =>
  figure({ type: "scatter3d", x: [0, k], y: [0, 1], z: [0, 1] }, { height: 300 });

describe.skipIf(!executable)("figures in JupyterLab", { timeout: 120_000 }, () => {
  let lab: Lab;
  let browser: Browser;
  /** The assignment, and a notebook made for these tests. */
  let page: Page;
  let made: Page;
  let scratch: ReturnType<typeof scratchNotebook>;

  beforeAll(async () => {
    scratch = scratchNotebook("figures", [
      ...Array.from({ length: SCENES }, (_, k) => ({ outputs: [scene(k)] })),
      { outputs: [figure(null)] },
      { outputs: [figure({ type: "scatter", y: [1, 2, 3] })] },
    ]);
    lab = await Lab.start();
    browser = await launch();
    page = await lab.open(browser, NOTEBOOK);
    made = await lab.open(browser, scratch.path);
  });

  afterAll(async () => {
    scratch?.remove();
    await browser?.close();
    await lab?.stop();
  });

  const all = (page: Page) => page.locator(".mml-figure");
  /** Scrolls to a figure until `sign` of it is seen: cells that come into sight above it take room. */
  const show = async (place: Locator, sign = place.locator(".main-svg").first()) => {
    await place.waitFor({ state: "attached" });
    await expect
      .poll(
        async () => {
          await bringIn(place);
          return sign.isVisible();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  };
  const size = async (place: Locator) => (await place.boundingBox())!;
  const ink = (place: Locator) =>
    place.locator(".gtitle").evaluate((title) => getComputedStyle(title).fill);
  const isDirty = (page: Page) => page.locator(".lm-TabBar-tab.jp-mod-dirty").count();

  test("stored pictures are no wider than the cell, and as high as the figure that takes their place", async () => {
    // pictures stay while Plotly is on its way
    const slow = await lab.open(browser, NOTEBOOK, "**/plotly.js");
    const first = all(slow).first();
    await show(first, first.locator("img"));
    const [cell, inside] = await first.evaluate((e) => [e.clientWidth, e.scrollWidth]);
    expect(inside).toBeLessThanOrEqual(cell!);
    expect((await size(first)).height).toBe(480);
    await slow.close();
  });

  test("are drawn in the theme of the page, and again in that of another, and none collapses", async () => {
    const first = all(page).first();
    await show(first);
    const before = await size(first);
    expect(before.height).toBe(480);
    const light = await ink(first);
    await command(page, "apputils:change-theme", { theme: "JupyterLab Dark" });
    await expect.poll(() => ink(first), { timeout: 15_000 }).not.toBe(light);
    expect(await size(first)).toMatchObject({ width: before.width, height: before.height });
    const paper = first.locator(".main-svg").first();
    expect(await paper.evaluate((svg) => getComputedStyle(svg).backgroundColor)).toBe(
      "rgba(0, 0, 0, 0)",
    );
    // one that was far away when the theme changed
    const last = all(page).last();
    await show(last);
    expect((await size(last)).height).toBeGreaterThan(300);
    expect(await ink(last)).toBe(await ink(first));
    await command(page, "apputils:change-theme", { theme: "JupyterLab Light" });
    // what is drawn anew above it may push it out of sight, where it is not drawn
    await show(last);
    await expect.poll(() => ink(last), { timeout: 15_000 }).toBe(light);
    expect(await isDirty(page)).toBe(0);
  });

  test("follow the width of the page, and survive a change of theme while they are hidden", async () => {
    const first = all(page).first();
    await show(first);
    const before = await size(first);
    const light = await ink(first);
    await command(page, "application:toggle-left-area");
    await expect.poll(async () => (await size(first)).width).toBeGreaterThan(before.width + 100);
    const width = (await size(first)).width;
    const svg = first.locator(".main-svg").first();
    await expect.poll(async () => Math.abs((await size(svg)).width - width)).toBeLessThan(2);

    await command(page, "docmanager:open", { path: "README.md" });
    await first.waitFor({ state: "hidden" });
    await command(page, "apputils:change-theme", { theme: "JupyterLab Dark" });
    await page.waitForTimeout(500);
    await command(page, "docmanager:open", { path: NOTEBOOK });
    await first.waitFor();
    await expect.poll(() => ink(first), { timeout: 15_000 }).not.toBe(light);
    expect((await size(first)).height).toBe(480);
    await command(page, "apputils:change-theme", { theme: "JupyterLab Light" });
  });

  test("in space are drawn however many there are: browsers have room for sixteen at once", async () => {
    for (let k = 0; k < SCENES; k++) {
      const place = all(made).nth(k);
      await show(place, place.locator(".gl-container canvas").first());
      expect((await size(place)).height).toBe(300);
    }
    const first = all(made).first();
    await show(first, first.locator(".gl-container canvas").first());
  });

  test("in space let the wheel scroll the notebook", async () => {
    const place = all(made).nth(3);
    await show(place, place.locator(".gl-container canvas").first());
    const before = await size(place);
    await made.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await made.mouse.wheel(0, 120);
    await expect.poll(async () => (await size(place)).y).toBeLessThan(before.y - 50);
  });

  test("that Plotly refuses say so, and the others go on", async () => {
    const place = all(made).nth(SCENES);
    await show(place, place.getByText("This figure could not be drawn"));
    await show(all(made).last());
  });

  test("whose data a kernel updates are drawn again in their place", async () => {
    const place = all(made).last();
    await show(place);
    const line = () => place.locator(".js-line").first().getAttribute("d");
    const before = await line();
    const update = (y: number[]) => setOutput(made, SCENES + 1, figure({ type: "scatter", y }));
    await update([3, 1, 2]);
    await expect.poll(line).not.toBe(before);
    const after = await line();
    // a burst: the last one stands
    await Promise.all(
      [
        [1, 1, 9],
        [2, 5, 2],
        [1, 2, 3],
        [3, 1, 2],
      ].map(update),
    );
    await expect.poll(line).toBe(after);
    expect(await all(made).last().locator(".main-svg").count()).toBeGreaterThan(0);
  });

  test("do not write into the notebook", async () => {
    const first = all(page).first();
    await show(first);
    const stored = JSON.parse(readFileSync(join(ROOT, NOTEBOOK), "utf8")).cells as CellState[];
    await first.hover();
    await page.waitForTimeout(500);
    const held = await cellStates(page);
    const layouts = (cells: readonly { outputs?: Output[] }[]) =>
      cells.flatMap(({ outputs = [] }) => outputs.map(({ data }) => data?.[TYPE]));
    expect(layouts(held)).toEqual(layouts(stored));
    expect(await isDirty(page)).toBe(0);
  });
});
