/** What JupyterLab offers to someone who wants a new notebook. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { executable, launch } from "./chromium";
import { cellStates, Lab } from "./lab";

describe.skipIf(!executable)("the launcher of JupyterLab", { timeout: 120_000 }, () => {
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  const made = ["Untitled.ipynb", "Untitled1.ipynb"].map((name) => join(ROOT, name));
  const before = made.filter((file) => existsSync(file));

  beforeAll(async () => {
    expect(before, "notebooks that the tests would take for their own").toEqual([]);
    lab = await Lab.start();
    browser = await launch();
    page = await lab.open(browser);
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
    if (before.length === 0) for (const file of made) rmSync(file, { force: true });
  });

  test("offers TypeScript first, for notebooks and for consoles, with its picture", async () => {
    const sections = page.locator(".jp-Launcher-section");
    for (const kind of ["Notebook", "Console"]) {
      const card = sections.filter({ hasText: kind }).first().locator(".jp-LauncherCard").first();
      await card.waitFor();
      expect(await card.getAttribute("title")).toBe("TypeScript");
      const icon = card.locator("img.jp-Launcher-kernelIcon");
      const width = () =>
        icon.evaluate((e) => (e as unknown as { naturalWidth: number }).naturalWidth);
      await expect.poll(width).toBeGreaterThan(0);
      expect(await icon.getAttribute("src")).toContain("kernelspecs/tslab/logo-svg.svg");
    }
  });

  test("makes a notebook that is TypeScript, without a question, and finds the library", async () => {
    await page.locator(".jp-LauncherCard[data-category=Notebook]").first().click();
    await page.waitForSelector('.jp-Toolbar-kernelName:has-text("TypeScript")');
    expect(await page.locator(".jp-Dialog").count()).toBe(0);
    await page.getByText("TypeScript | Idle").first().waitFor();
    const editor = page.locator(".jp-Notebook .cm-content").first();
    await editor.click();
    await page.keyboard.insertText(
      'import { linalg } from "course";\nlinalg.det([[1, 2], [3, 4]])',
    );
    await page.keyboard.press("Shift+Enter");
    const outputs = async () => (await cellStates(page))[0]?.outputs ?? [];
    await expect.poll(outputs, { timeout: 60_000 }).toHaveLength(1);
    const [result] = await outputs();
    expect(result).toMatchObject({ output_type: "execute_result", data: { "text/plain": "-2" } });
    expect(await editor.getAttribute("data-language")).toBe("typescript");
  });

  test("File › New › Notebook proposes TypeScript", async () => {
    await page.evaluate("void jupyterapp.commands.execute('notebook:create-new')");
    const choice = page.locator(".jp-Dialog select");
    await choice.waitFor();
    const proposed = await choice.evaluate((e) => (e as unknown as { value: string }).value);
    expect(JSON.parse(proposed)).toEqual({ name: "tslab" });
    await page.locator(".jp-Dialog .jp-mod-accept").click();
    await choice.waitFor({ state: "detached" });
  });
});
