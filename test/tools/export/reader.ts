/** A reader of exported pages: a browser without a network, that remembers whatever goes wrong. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

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
    page.on("requestfailed", (request) => this.complaints.push(`failed: ${request.url()}`));
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

/** Scrolls down the whole page, so that every figure comes near and is drawn. */
export async function readThrough(page: Page): Promise<void> {
  for (const figure of await page.locator("figure.plot").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.and(page.locator(".drawn, .failed")).waitFor();
  }
}

/** What is wrong with a page that is open: figures and formulas that failed, LaTeX left as it was. */
export async function faultsOf(page: Page): Promise<string[]> {
  await readThrough(page);
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
