/** A reader opens Assignment 13 in JupyterLab and runs all its cells. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jupyterEnv } from "../../tools/common/jupyter";
import { ROOT, venvProgram } from "../../tools/common/project";
import { labArguments, labUrl } from "../../tools/lab/main";
import { executable, launch } from "./chromium";

const NOTEBOOK = join("Assignments", "13-pca", "pca.ipynb");

/** Starts JupyterLab as `npm start` does, on any free port; gives its address and token. */
function startLab(): Promise<{ lab: ChildProcess; origin: string; token: string }> {
  const options = ["--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True"];
  const args = ["-m", "jupyterlab", ...labArguments(labUrl(NOTEBOOK)), ...options];
  const lab = spawn(venvProgram("python"), args, { cwd: ROOT, env: jupyterEnv });
  return new Promise((resolve, reject) => {
    let log = "";
    lab.stderr.on("data", (chunk) => {
      log += chunk;
      const url = log.match(/(http:\/\/(?:localhost|127\.0\.0\.1):\d+)\S*\?token=(\w+)/);
      if (url) resolve({ lab, origin: url[1]!, token: url[2]! });
    });
    lab.on("exit", () => reject(new Error(`JupyterLab ended:\n${log}`)));
  });
}

interface CellState {
  type: string;
  count: number | null;
  outputs: { output_type: string; name?: string; text?: string }[];
}

/** What of JupyterLab's application object the tests use. */
interface Lab {
  commands: { execute(command: string): Promise<unknown> };
  shell: {
    currentWidget: {
      content: {
        model: { toJSON(): { cells: Record<string, unknown>[] } };
        scrollToItem(index: number): Promise<void>;
      };
    };
  };
}

declare const jupyterapp: Lab;

/** The cells of the notebook that is open, as JupyterLab holds them. */
const cellStates = (page: Page): Promise<CellState[]> =>
  page.evaluate(() =>
    jupyterapp.shell.currentWidget.content.model.toJSON().cells.map((cell) => ({
      type: cell.cell_type as string,
      count: (cell.execution_count ?? null) as number | null,
      outputs: (cell.outputs ?? []) as CellState["outputs"],
    })),
  );

describe.skipIf(!executable)("JupyterLab", () => {
  let lab: ChildProcess;
  let browser: Browser;
  let page: Page;
  const before = readFileSync(join(ROOT, NOTEBOOK), "utf8");

  beforeAll(async () => {
    const started = await startLab();
    lab = started.lab;
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
    await page.goto(`${started.origin}${labUrl(NOTEBOOK)}?token=${started.token}`);
    await page.waitForSelector(".jp-Notebook .jp-Cell", { timeout: 60_000 });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    lab?.kill("SIGTERM");
  });

  test("opens the notebook on the TypeScript kernel, without a question or a notice", async () => {
    await page.waitForSelector('.jp-Toolbar-kernelName:has-text("TypeScript")', {
      timeout: 30_000,
    });
    expect(await page.locator(".jp-Dialog").count()).toBe(0);
    expect(await page.locator(".Toastify__toast").count()).toBe(0);
  }, 60_000);

  test("runs all cells without an error, and draws a figure", async () => {
    await page.evaluate(() => jupyterapp.commands.execute("notebook:clear-all-cell-outputs"));
    await page.click('.lm-MenuBar-item:has-text("Run")');
    await page.click('.lm-Menu-item:has-text("Run All Cells") >> nth=0');
    const all = (await cellStates(page)).filter((cell) => cell.type === "code");
    await expect
      .poll(async () => (await cellStates(page)).filter((cell) => cell.count !== null).length, {
        timeout: 120_000,
        interval: 500,
      })
      .toBe(all.length);
    const outputs = (await cellStates(page)).flatMap((cell) => cell.outputs);
    expect(outputs.length).toBeGreaterThan(30);
    expect(outputs.filter((o) => o.output_type === "error" || o.name === "stderr")).toEqual([]);

    await page.evaluate(() => jupyterapp.shell.currentWidget.content.scrollToItem(8));
    const drawn = page.locator(".js-plotly-plot .main-svg").first();
    await drawn.waitFor({ state: "visible", timeout: 30_000 });
    await page.screenshot({ path: join(ROOT, ".cache", "test", "lab.png") });
  }, 180_000);

  test("leaves the file as it is", () => {
    expect(readFileSync(join(ROOT, NOTEBOOK), "utf8")).toBe(before);
  });
});
