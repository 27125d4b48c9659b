/** What is cut in the figures of a page, or meets something else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const LOOK = readFileSync(join(__dirname, "boxes.js"), "utf8");

/** The faults of all figures of a page, a line each. */
export const misfits = (page: Page): Promise<string[]> => page.evaluate(`(${LOOK})()`);
