/** The system's Chromium, for tests that need a real browser. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const CANDIDATES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const executable = CANDIDATES.find((path) => path && existsSync(path));

if (!executable) {
  console.warn("No Chromium found: browser tests are skipped (set CHROMIUM to name one).");
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: ["--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking"],
  });
