/** Every page of the course itself, opened from a disk with no network. */
import { relative } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tools/common/project";
import { exportTo, scratch } from "../tools/export/course";
import { faultsOf, pagesIn, Reader } from "../tools/export/reader";
import { executable, launch } from "./chromium";

const { folder, remove } = scratch();
let browser: Browser;

describe.skipIf(!executable)("the course", { timeout: 600_000 }, () => {
  beforeAll(async () => {
    browser = await launch();
    await exportTo(folder, { root: ROOT });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  test("opens page by page without a complaint, maths typeset, figures drawn", async () => {
    const reader = await Reader.of(browser);
    for (const file of pagesIn(folder)) {
      const page = await reader.open(file);
      expect(await faultsOf(page, "sample"), relative(folder, file)).toEqual([]);
      await page.close();
    }
    await reader.close();
    expect(reader.complaints).toEqual([]);
  });
});
