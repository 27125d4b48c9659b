/** A reader moves a slider and sees the figure drawn anew, and watches a loop advance. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { executable, launch } from "./chromium";
import { cellStates, command, Lab, scratchNotebook } from "./lab";

const IMPORT =
  'import { checkbox, choice, interact, plot, progress, slider } from "../../../../lib";';
const INTERACT = `interact(
  { theta: slider(0, 180), kind: choice(["sine", "cosine"]), grid: checkbox(true) },
  ({ theta, kind, grid }) => {
    if (theta === 13) throw new RangeError("thirteen");
    const x = Array.from({ length: 200 }, (_, i) => i / 20);
    const f = kind === "sine" ? Math.sin : Math.cos;
    return plot.line(x, x.map((v) => f(v + (theta * Math.PI) / 180)), {
      title: \`\${kind} shifted by \${theta}°\${grid ? "" : ", bare"}\`,
      yRange: [-1.2, 1.2],
    });
  },
)`;
const PROGRESS = `for (const epoch of progress(40, "epochs")) {
  for (const batch of progress(10, "batches")) {
    const from = Date.now();
    while (Date.now() - from < 10);
  }
}`;

/** What the functions that run in the page use of it. */
declare const document: { querySelector(selector: string): { textContent: string } | null };
declare const requestAnimationFrame: (callback: () => void) => void;

const WIDGET = ".jp-OutputArea .jupyter-widgets";
const shot = (page: Page, name: string) =>
  page.screenshot({ path: join(ROOT, ".cache", "test", `${name}.png`) });

describe.skipIf(!executable)("interact and progress in JupyterLab", () => {
  const notebook = scratchNotebook("interact", [
    { source: IMPORT },
    { source: INTERACT },
    { source: PROGRESS },
  ]);
  let lab: Lab;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [lab, browser] = await Promise.all([Lab.start(), launch()]);
    page = await lab.open(browser, notebook.path);
    await page.waitForSelector('.jp-Toolbar-kernelName:has-text("TypeScript")');
    await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]');
    await command(page, "notebook:run-cell-and-select-next");
    await command(page, "notebook:run-cell-and-select-next");
    await page.waitForSelector(`${WIDGET} .js-plotly-plot .gtitle`, { timeout: 60_000 });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
    notebook.remove();
  });

  const title = () => page.locator(`${WIDGET} .js-plotly-plot .gtitle`).first();
  const until = (text: string) =>
    page.waitForFunction(
      ([selector, wanted]) => document.querySelector(selector!)?.textContent === wanted,
      [`${WIDGET} .js-plotly-plot .gtitle`, text],
    );

  test("the controls stand above the figure, as they are set at the start", async () => {
    expect(await title().textContent()).toBe("sine shifted by 90°");
    const labels = await page.locator(`${WIDGET} .widget-label`).allTextContents();
    expect(labels).toEqual(expect.arrayContaining(["theta", "kind"]));
    const handle = await page.locator(`${WIDGET} .noUi-handle`).boundingBox();
    const figure = await page.locator(`${WIDGET} .js-plotly-plot`).boundingBox();
    expect(handle!.y + handle!.height).toBeLessThan(figure!.y + 1);
    await shot(page, "lab-interact");
  });

  test("the figure follows the slider while it is dragged, within a tenth of a second", async () => {
    const handle = (await page.locator(`${WIDGET} .noUi-handle`).boundingBox())!;
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    // the page itself notes when the slider says a number and when the figure does
    await page.evaluate((selector) => {
      const seen: [string, number][] = [];
      let blanks = 0;
      Object.assign(globalThis, { seen, blanks: () => blanks });
      const look = () => {
        const textOf = (part: string) => document.querySelector(`${selector} ${part}`)?.textContent;
        const readout = textOf(".widget-readout");
        const shown = textOf(".js-plotly-plot .gtitle");
        if (shown === undefined) blanks++;
        for (const text of [`slider ${readout}`, `figure ${/\d+/.exec(shown ?? "")?.[0]}`]) {
          if (!seen.some(([known]) => known === text)) seen.push([text, performance.now()]);
        }
        requestAnimationFrame(look);
      };
      look();
    }, WIDGET);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++) {
      await page.mouse.move(x + 3 * step, y);
      await page.waitForTimeout(60);
    }
    await page.mouse.up();
    const readout = await page.locator(`${WIDGET} .widget-readout`).first().textContent();
    await until(`sine shifted by ${readout}°`);
    const seen = await page.evaluate(
      () => (globalThis as never as { seen: [string, number][] }).seen,
    );
    const at = new Map(seen);
    const lags = seen
      .filter(([text]) => text.startsWith("figure ") && text !== "figure 90")
      .map(([text, time]) => time - at.get(text.replace("figure", "slider"))!);
    const blanks = await page.evaluate(() =>
      (globalThis as never as { blanks: () => number }).blanks(),
    );
    expect(blanks).toBe(0);
    expect(lags.length).toBeGreaterThan(5);
    // the least of them: how long the others take is up to what else the machine does
    expect(Math.min(...lags)).toBeLessThan(100);
  });

  test("a choice and a check box draw it anew", async () => {
    const readout = await page.locator(`${WIDGET} .widget-readout`).first().textContent();
    await page.locator(`${WIDGET} select`).selectOption({ label: "cosine" });
    await until(`cosine shifted by ${readout}°`);
    await page.locator(`${WIDGET} input[type=checkbox]`).uncheck();
    await until(`cosine shifted by ${readout}°, bare`);
  });

  test("an error stands in the figure's place, until the next move", async () => {
    const readout = page.locator(`${WIDGET} .widget-readout`).first();
    const type = async (value: string) => {
      await readout.click();
      await page.keyboard.press("Control+A");
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
    };
    await type("13");
    const box = page.locator(`${WIDGET} .jp-RenderedText[data-mime-type$=stderr]`);
    await box.waitFor();
    expect(await box.textContent()).toContain("RangeError: thirteen");
    await type("14");
    await until("cosine shifted by 14°, bare");
    expect(await box.count()).toBe(0);
  });

  test("a loop is seen to advance, and leaves one line", async () => {
    const state = async () => (await cellStates(page))[2]!.outputs;
    await page.locator(".jp-Cell").nth(2).locator(".jp-InputArea-editor").click();
    const running = command(page, "notebook:run-cell");
    const bar = page.locator(".jp-OutputArea [role=progressbar]").first();
    await bar.waitFor();
    // the inner bar comes and goes with its loop
    const bars = () => page.locator(".jp-OutputArea [role=progressbar]").count();
    await expect.poll(bars, { interval: 20 }).toBe(2);
    const percent = async () => Number(await bar.getAttribute("aria-valuenow"));
    const first = await percent();
    await expect.poll(percent, { interval: 100 }).toBeGreaterThan(first);
    await shot(page, "lab-progress");
    await running;
    const outputs = await state();
    expect(outputs).toHaveLength(1);
    expect(outputs[0]!.data!["text/plain"]).toBe("epochs: 40 of 40 done");
  });

  test("a page loaded anew has the controls still, and they still draw", async () => {
    await command(page, "docmanager:save");
    await page.close();
    page = await lab.open(browser, notebook.path);
    await until("cosine shifted by 14°, bare");
    await page.locator(`${WIDGET} input[type=checkbox]`).check();
    await until("cosine shifted by 14°");
    await command(page, "apputils:change-theme", { theme: "JupyterLab Dark" });
    await page.waitForTimeout(1000);
    await shot(page, "lab-interact-dark");
  });

  test("a notebook that is opened again without its kernel shows what was drawn last", async () => {
    await command(page, "docmanager:save");
    await command(page, "kernelmenu:shutdown");
    await page.close();
    page = await lab.open(browser, notebook.path);
    await until("cosine shifted by 14°");
    expect(await page.locator(`${WIDGET} .noUi-handle`).count()).toBe(1);
    expect(await page.locator(".jp-OutputArea").allTextContents()).not.toContain("not found");
    await shot(page, "lab-interact-reopened");
  });
});
