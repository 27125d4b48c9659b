/** A reader of exported pages: a browser without a network, that remembers whatever goes wrong. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from "playwright-core";

export class Reader {
  /** Errors on the console, requests that failed, requests for anything but files. */
  readonly complaints: string[] = [];

  private constructor(readonly context: BrowserContext) {}

  static async of(browser: Browser, options: BrowserContextOptions = {}): Promise<Reader> {
    const viewport = { width: 1280, height: 900 };
    return new Reader(await browser.newContext({ viewport, offline: true, ...options }));
  }

  async open(file: string): Promise<Page> {
    const page = await this.context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("requestfailed", (request) => {
      // a page that is left while its pictures still load cancels them: that is no failure
      if (request.failure()?.errorText === "net::ERR_ABORTED") return;
      this.complaints.push(`failed: ${request.url()}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!/^(file|data|blob):/.test(url)) this.complaints.push(`asked for ${url}`);
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

const DRAWING = 30_000;

/**
 * Brings a figure into sight until it is drawn: what is laid out above it meanwhile takes room, and a
 * figure that is driven far off again is not drawn.
 */
async function show(figure: Locator): Promise<void> {
  const late = Date.now() + DRAWING;
  const isDrawn = () => figure.evaluate((one) => one.matches(".drawn, .failed"));
  while (!(await isDrawn())) {
    if (Date.now() > late) throw new Error(`${await figure.getAttribute("id")} is not drawn`);
    await figure.scrollIntoViewIfNeeded();
    await figure.page().waitForTimeout(20);
  }
}

/** Unfolds what figures lie in, and scrolls down the page, so that all of them are drawn. */
export async function readThrough(page: Page): Promise<void> {
  await page.$$eval("details:has(figure.plot)", (folds) => {
    for (const fold of folds) fold.setAttribute("open", "");
  });
  for (const figure of await page.locator("figure.plot").all()) await show(figure);
}

/** What is wrong with a page that is open: figures and formulas that failed, LaTeX left as it was. */
export async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const faults = [];
    const count = document.querySelectorAll("h1").length;
    if (count !== 1) faults.push(count + " titles");
    for (const e of document.querySelectorAll(".failed, .katex-error")) faults.push(e.textContent);
    const copy = document.querySelector("article").cloneNode(true);
    for (const e of copy.querySelectorAll("pre, code, script, annotation, figure")) e.remove();
    faults.push(...(copy.textContent.match(/.{0,20}(\\$(?!\\d)|\\\\(begin|frac|lambda|top)).{0,20}/g) ?? []));
    return faults;
  })()`) as Promise<string[]>;
}

export function pagesIn(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .map((path) => join(site, path));
}
