/** Reading the course itself: what moves, what the keyboard has to pass, what is found, what can be copied. */
import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative } from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { exportTo, scratch } from "../tools/export/course";
import { pagesIn, Reader } from "../tools/export/reader";
import { violations } from "./axe";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
const at = (...parts: string[]) => join(folder, "site", ...parts);
const WIDTHS = [1440, 390];
/** Long pages with much of everything: formulas, code, tables, figures. */
const HEAVY = [
  "Notes/03-matrix-decompositions.html",
  "Notes/13-neural-networks.html",
  "Assignments/16-neural-network/neural-network.html",
  "Resources/cheat-sheets/continuous-laws.html",
  "Resources/library/linalg.html",
];
const PATIENCE = 30_000;
let browser: Browser;

/** Sums up how far things move that nobody has asked to (web.dev, Cumulative Layout Shift). */
const SHIFTS = `window.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
  }).observe({ type: "layout-shift", buffered: true });`;

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".woff2": "font/woff2",
  ".png": "image/png",
};
/** The site from a server. */
function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] as string);
    const file = at(...path.split("/"));
    const type = TYPES[extname(file)];
    if (!type || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": type });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** Keeps back the fonts that a page asks for, until they are given. */
class LateFonts {
  private kept: Route[] = [];

  async of(page: Page) {
    await page.route("**/*.woff2", (route) => void this.kept.push(route));
  }

  get asked(): number {
    return this.kept.length;
  }

  /** Gives what is kept back; what is asked for later is kept again. */
  async give() {
    await Promise.all(this.kept.splice(0).map((route) => route.continue()));
  }
}

describe.skipIf(!executable)("reading the course", { timeout: 600_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder, { root: ROOT });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  test.each(WIDTHS)("at %d px nothing moves while a page opens from a disk", async (width) => {
    const reader = await Reader.of(browser, { viewport: { width, height: 900 } });
    await reader.context.addInitScript(SHIFTS);
    for (const name of HEAVY) {
      const page = await reader.open(at(name));
      await page.evaluate("document.fonts.ready");
      await page.waitForTimeout(500);
      expect(await page.evaluate("window.shift"), name).toBeLessThan(0.05);
      await page.close();
    }
    await reader.close();
  });

  test.each(WIDTHS)("at %d px little moves when fonts come late", async (width) => {
    const server = await serve();
    const { port } = server.address() as AddressInfo;
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addInitScript(SHIFTS);
    for (const name of HEAVY) {
      const page = await context.newPage();
      const fonts = new LateFonts();
      await fonts.of(page);
      await page.goto(`http://127.0.0.1:${port}/${name}`, { waitUntil: "domcontentloaded" });
      await expect.poll(() => fonts.asked, { timeout: PATIENCE }).toBeGreaterThan(0);
      // for a while the page is seen in the fonts that stand in for them
      await page.waitForTimeout(500);
      expect(await page.evaluate("document.fonts.status")).toBe("loading");
      const isLoaded = async () => {
        await fonts.give(); // one may lead to another
        return (await page.evaluate("document.fonts.status")) === "loaded";
      };
      await expect.poll(isLoaded, { timeout: PATIENCE }).toBe(true);
      await page.waitForTimeout(300);
      expect(await page.evaluate("window.shift"), name).toBeLessThan(0.05);
      await page.close();
    }
    await context.close();
    server.close();
  });

  /** What the Tab key stops at on the page that is open; figures that are not yet drawn are a stop each. */
  const stopsOf = (page: Page) =>
    page.evaluate(`(() => {
      const can = "a[href], button, input, summary, select, textarea, [tabindex]";
      const seen = (e) => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true });
      const figures = document.querySelectorAll("figure.plot:not(.drawn)").length;
      return [...document.querySelectorAll(can)].filter(seen).length + figures;
    })()`);

  test.each(WIDTHS)("at %d px no note has sixty stops of the Tab key", async (width) => {
    const reader = await Reader.of(browser, { viewport: { width, height: 900 } });
    for (const file of pagesIn(at("Notes"))) {
      const page = await reader.open(file);
      expect(await stopsOf(page), relative(folder, file)).toBeLessThan(60);
      await page.close();
    }
    await reader.close();
  });

  test("arrows lead through the code, Tab to its copy button; the lists tell what the text tells", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(at("Notes", "01-linear-algebra.html"));
    const focused = (what: string) => page.evaluate(`document.activeElement.${what}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    let presses = 0;
    while ((await focused("closest('.highlight pre') !== null")) !== true && presses++ < 20) {
      await page.keyboard.press("Tab");
    }
    const first = await focused("textContent");
    await page.keyboard.press("ArrowDown");
    expect(await focused("matches('.highlight pre > *, .cell.code summary')")).toBe(true);
    await page.keyboard.press("ArrowUp");
    expect(await focused("textContent")).toBe(first);
    await page.keyboard.press("Tab");
    expect(await focused("className")).toBe("copy");
    const lists = page.locator("details.listed");
    expect(await lists.locator("summary").allTextContents()).toEqual([
      "Terms on this page",
      "Functions on this page",
    ]);
    const missing = await page.evaluate(`(() => {
      const listed = new Set([...document.querySelectorAll(".listed a")].map((a) => a.href));
      const links = [...document.querySelectorAll("article a.term, article .cell a.name")];
      return links.map((a) => a.href).filter((href) => href.includes("#") && !listed.has(href));
    })()`);
    expect(missing).toEqual([]);
    await reader.close();
  });

  test("the copy button covers nothing, and copies a cell whole", async () => {
    for (const width of WIDTHS) {
      const reader = await Reader.of(browser, { viewport: { width, height: 900 } });
      const page = await reader.open(at("Assignments", "13-pca", "pca.html"));
      await page.addStyleTag({ content: "button.copy { display: block !important; }" });
      const covered = await page.evaluate(`(() => {
        const faults = [];
        for (const button of document.querySelectorAll("button.copy")) {
          if (!button.checkVisibility()) continue;
          const at = button.getBoundingClientRect();
          const range = document.createRange();
          const near = [button.parentElement, button.parentElement.previousElementSibling];
          for (const part of near.filter(Boolean)) {
            const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const { currentNode: text } = walker;
              if (button.contains(text) || !text.data.trim()) continue;
              if (!text.parentElement.checkVisibility() || text.parentElement.closest("script, svg")) continue;
              range.selectNodeContents(text);
              for (const box of range.getClientRects()) {
                if (box.left < at.right && box.right > at.left && box.top < at.bottom - 1 && box.bottom > at.top + 1)
                  faults.push(text.data.slice(0, 40));
              }
            }
          }
        }
        return faults;
      })()`);
      expect(covered, `${width} px`).toEqual([]);
      await reader.close();
    }
  });

  /** What is asked, and how the address of what is to be found first begins (a page's ends there). */
  const QUESTIONS: readonly [question: string, first: string | string[]][] = [
    ["pca", "learn.html#pca"],
    ["eigenvalues", "03-matrix-decompositions.html#42-eigenvalues"],
    ["bayes", "bayes.html"],
    ["lagrange", ["12-support-vector-machines.html#1231", "07-continuous-optimization.html#72"]],
    ["svd", "linalg.html#svd"],
    ["normal", "prob.html#normal"],
    ["t test", "stats.html#tTest"],
    ["tTest", "stats.html#tTest"],
    ["bootstrap", "stats.html#bootstrap"],
    ["attention", "13-neural-networks.html#attention"],
    ["null space", "linalg.html#nullspace"],
    ['"null space"', "linalg.html#nullspace"],
    ["how to read csv", "data.html#readCSV"],
    ["poisson variance", "prob.html#poisson"],
    ["cholesky", "linalg.html#cholesky"],
    ["markov", "prob.html#MarkovChains"],
    ["kl divergence", "prob.html#klDivergence"],
    ["Note 7", "07-continuous-optimization.html"],
    ["note 07", "07-continuous-optimization.html"],
    ["assignment 13", "pca.html"],
    ["MML 6.5", "05-probability.html#65"],
    ["gradient descent", "07-continuous-optimization.html#71"],
    ["gradeint descent", "07-continuous-optimization.html#71"],
    ["∇", "matrix-calculus.html#"],
    ["σ", "continuous-laws.html#normal"],
    ["R²", "learn.html#r2"],
    ["R^2", "learn.html#r2"],
    ["eigenvlaues", "03-matrix-decompositions.html#42-eigenvalues"],
    ["eigen-values", "03-matrix-decompositions.html#42-eigenvalues"],
    ["gaussian mixtures", "11-gaussian-mixtures.html"],
    ["support vector machine", "12-support-vector-machines.html"],
    ["linear regression", "learn.html#linearRegression"],
    ["principal component analysis", "pca.html"],
    ["backpropagation", "13-neural-networks.html#backpropagation"],
    ["confidence interval", "06-statistics-inference.html#confidence-intervals"],
    ["El Niño", "el-nino.html"],
    ["el nino", "el-nino.html"],
    ["co2 forecast", "co2-forecast.html"],
    ["notation", "notation.html"],
    ["cheat sheet matrix calculus", "matrix-calculus.html"],
    ["overfitting", "09-linear-regression.html#922"],
    ["baysian regression", "bayesian-regression.html"],
    ["plot.line", "plot.html#line"],
    ["linalg.qr", "linalg.html#qr"],
    ["page rank", "pagerank.html"],
    ["neural network", "neural-network.html"],
  ];
  test("forty questions find first what is asked for", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(at("index.html"));
    const wrong: string[] = [];
    for (const [question, first] of QUESTIONS) {
      await page.fill("#mml-search", "");
      await page.fill("#mml-search", question);
      await page.locator("#mml-found a").first().waitFor();
      const url = (await page.locator("#mml-found a").first().getAttribute("href")) ?? "";
      const file = url.slice(url.lastIndexOf("/") + 1);
      const isIt = (one: string) => (one.includes("#") ? file.startsWith(one) : file === one);
      if (![first].flat().some(isIt)) wrong.push(`${question}: ${url}`);
    }
    expect(wrong).toEqual([]);
    await page.fill("#mml-search", "xyzzy");
    expect(await page.locator(".search .status").isVisible()).toBe(true);
    await page.setViewportSize({ width: 390, height: 800 });
    expect((await page.locator(".search .status").boundingBox())?.x).toBeGreaterThanOrEqual(0);
    expect(await page.locator("#mml-found").isHidden()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.inputValue("#mml-search")).toBe("xyzzy");
    expect(await page.locator(".search .status").textContent()).toBe("");
    await reader.close();
  });

  test("the search is used by keyboard: down, up, to both ends, out", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(at("index.html"));
    await page.keyboard.press("/");
    await page.keyboard.type("matrix");
    const found = page.locator("#mml-found a");
    await found.first().waitFor();
    const chosen = () =>
      found.evaluateAll((all) =>
        all.findIndex((one) => one.getAttribute("aria-selected") === "true"),
      );
    const last = (await found.count()) - 1;
    for (const [key, there] of [
      ["ArrowDown", 0],
      ["ArrowDown", 1],
      ["End", last],
      ["ArrowDown", 0],
      ["ArrowUp", last],
      ["Home", 0],
    ] as const) {
      await page.keyboard.press(key);
      expect(await chosen(), key).toBe(there);
    }
    expect(await found.first().locator(".kind").textContent()).not.toBe("");
    await page.keyboard.press("Tab");
    expect(await page.locator("#mml-found").isHidden()).toBe(true);
    expect(await page.evaluate("document.activeElement.className")).toBe("theme");
    await reader.close();
  });

  test("formulas are read in what is found", async () => {
    const reader = await Reader.of(browser);
    const page = await reader.open(at("index.html"));
    await page.fill("#mml-search", "singular value decomposition notation");
    await page.locator("#mml-found a").first().waitFor();
    expect(await page.locator("#mml-found").textContent()).toContain("A = UΣVᵀ");
    await reader.close();
  });

  const KINDS = [
    "index.html",
    "Notes/04-vector-calculus.html",
    "Assignments/04-pagerank/pagerank.html",
    "Projects/co2-forecast/co2-forecast.html",
    "Resources/cheat-sheets/tests.html",
    "Resources/glossary.html",
    "Resources/library/prob.html",
  ];
  test.each([
    [1440, "dark"],
    [390, "light"],
  ] as const)("axe finds nothing on any kind of page, %d px, %s", async (width, colorScheme) => {
    const viewport = { width, height: 900 };
    const reader = await Reader.of(browser, { viewport, colorScheme, reducedMotion: "reduce" });
    const found: string[] = [];
    for (const name of KINDS) {
      const page = await reader.open(at(name));
      found.push(...(await violations(page)).map((line) => `${name}: ${line}`));
      await page.close();
    }
    expect(found).toEqual([]);
    await reader.close();
  });
});
