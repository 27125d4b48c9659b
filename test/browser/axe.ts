/** What axe-core finds on a page that is open. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/**
 * One formula is set like another, of some thirty elements: after the first ones their text stands for them. Where that
 * is wider than the page, the page lets it scroll by keyboard, in its next frame.
 */
const THIN = `for (const math of [...document.querySelectorAll(".katex")].slice(20)) {
  for (const part of math.children) part.textContent = part.textContent;
}
new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`;

/** Everything that axe finds, best practices included, in a line each. */
export async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  // the page's own policy forbids scripts from outside; the debugger is not bound by it
  await session.send("Runtime.evaluate", { expression: axe });
  await session.send("Runtime.evaluate", { expression: THIN, awaitPromise: true });
  const { result } = await session.send("Runtime.evaluate", {
    // what is in order is not written up
    expression: `axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
      .then((found) => JSON.stringify(found.violations))`,
    awaitPromise: true,
  });
  const found = JSON.parse(result.value as string) as Violation[];
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${impact} ${id} ${target}: ${failureSummary}`),
  );
}
