/** A JupyterLab as `npm start` makes it, and pages open in it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { jupyterEnv } from "../../tools/common/jupyter";
import { ROOT, venvProgram } from "../../tools/common/project";
import { labArguments, labUrl } from "../../tools/lab/main";

export interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
}

export interface CellState {
  type: string;
  count: number | null;
  outputs: Output[];
}

/** What of JupyterLab's application object the tests use. */
interface Application {
  commands: { execute(command: string, args?: object): Promise<unknown> };
  shell: {
    currentWidget: {
      content: {
        model: {
          toJSON(): { cells: Record<string, unknown>[] };
          cells: { get(index: number): { outputs: { set(index: number, output: object): void } } };
        };
      };
    };
  };
}

declare const jupyterapp: Application;

export class Lab {
  private constructor(
    private readonly server: ChildProcess,
    private readonly origin: string,
    private readonly token: string,
    private readonly settings: string,
  ) {}

  /** Starts it on any free port, with nobody's theme and workspace. */
  static start(): Promise<Lab> {
    const settings = mkdtempSync(join(tmpdir(), "lab-"));
    const env = {
      ...jupyterEnv,
      JUPYTERLAB_SETTINGS_DIR: join(settings, "settings"),
      JUPYTERLAB_WORKSPACES_DIR: join(settings, "workspaces"),
    };
    const options = ["--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True"];
    const args = ["-m", "jupyterlab", ...labArguments("/lab"), ...options];
    const server = spawn(venvProgram("python"), args, { cwd: ROOT, env });
    return new Promise((resolve, reject) => {
      let log = "";
      server.stderr.on("data", (chunk) => {
        log += chunk;
        const url = log.match(/(http:\/\/(?:localhost|127\.0\.0\.1):\d+)\S*\?token=(\w+)/);
        if (url) resolve(new Lab(server, url[1]!, url[2]!, settings));
      });
      server.on("exit", () => reject(new Error(`JupyterLab ended:\n${log}`)));
    });
  }

  /**
   * Opens a file, or with none the launcher, in a page of its own.
   *
   * @param hold - Addresses that the page asks for in vain.
   */
  async open(browser: Browser, path?: string, hold?: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
    if (hold) await page.route(hold, () => {});
    const place = path === undefined ? "/lab" : labUrl(path);
    await page.goto(`${this.origin}${place}?token=${this.token}&reset`);
    await page.waitForFunction("globalThis.jupyterapp?.shell.currentWidget");
    if (path?.endsWith(".ipynb")) await page.waitForSelector(".jp-Notebook .jp-Cell");
    return page;
  }

  async stop(): Promise<void> {
    const ended = once(this.server, "exit");
    this.server.kill("SIGTERM");
    await ended;
    rmSync(this.settings, { recursive: true, force: true });
  }
}

/** What a cell of a notebook made for a test holds: code, or what it has put out. */
export interface CellOf {
  source?: string;
  outputs?: Output[];
}

/** A notebook in a folder of its own inside the project. */
export function scratchNotebook(name: string, cells: readonly CellOf[]) {
  const folder = join("test", "browser", "dist", `${name}-${process.pid}`);
  const path = join(folder, `${name}.ipynb`);
  const made = cells.map(({ source = "", outputs = [] }, k) => ({
    id: `cell-${k}`,
    cell_type: "code",
    execution_count: null,
    metadata: {},
    source,
    outputs: outputs.map((output) => ({ metadata: {}, ...output })),
  }));
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: made };
  mkdirSync(join(ROOT, folder), { recursive: true });
  writeFileSync(join(ROOT, path), JSON.stringify(notebook));
  return { path, remove: () => rmSync(join(ROOT, folder), { recursive: true, force: true }) };
}

/** Runs one of JupyterLab's commands. */
export const command = (page: Page, id: string, args: Record<string, unknown> = {}) =>
  page.evaluate(([name, options]) => jupyterapp.commands.execute(name, options).then(() => {}), [
    id,
    args,
  ] as const);

/** The cells of the notebook that is open, as JupyterLab holds them. */
export const cellStates = (page: Page): Promise<CellState[]> =>
  page.evaluate(() =>
    jupyterapp.shell.currentWidget.content.model.toJSON().cells.map((cell) => ({
      type: cell.cell_type as string,
      count: (cell.execution_count ?? null) as number | null,
      outputs: (cell.outputs ?? []) as Output[],
    })),
  );

/** Puts another output in the place of a cell's first, as a message `update_display_data` does. */
export const setOutput = (page: Page, cell: number, output: Output) =>
  page.evaluate(
    ([index, value]) =>
      jupyterapp.shell.currentWidget.content.model.cells.get(index).outputs.set(0, value),
    [cell, { metadata: {}, ...output }] as const,
  );

/** Scrolls to an element at once, drawn or not: cells far from the window are laid out when they come near. */
export const bringIn = (place: Locator) =>
  place.evaluate((element) =>
    (element as unknown as Scrollable).scrollIntoView({ block: "center" }),
  );

interface Scrollable {
  scrollIntoView(options: { block: string }): void;
}
