import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { drawFamily, FAMILIES } from "../../../lib/display/explore/families";
import { lawsScript } from "../../../tools/export/laws";

interface Laws {
  families: Record<string, { sliders: Record<string, number[]> }>;
  drawFamily: typeof drawFamily;
}

describe("the laws for the browser", () => {
  const script = lawsScript();
  const window: { mml: Partial<Laws> } = { mml: {} };
  runInNewContext(script, { window, structuredClone }); // no require, no process: as in a page
  const { families, drawFamily: drawn } = window.mml as Laws;

  test("are the library's, to the last digit", () => {
    for (const [name, { sliders }] of Object.entries(FAMILIES)) {
      const values = Object.values(sliders).map(([, max, value]) => (value + max) / 2);
      const whole = values.map((v, i) =>
        Object.values(sliders)[i]?.[3] === 1 ? Math.round(v) : v,
      );
      expect(JSON.parse(JSON.stringify(drawn(name, whole)))).toEqual(
        JSON.parse(JSON.stringify(drawFamily(name, whole))),
      );
    }
    expect(Object.keys(families)).toEqual(Object.keys(FAMILIES));
  });

  test("are the same script every time, and run no text as code", () => {
    expect(lawsScript()).toBe(script);
    expect(script).not.toMatch(/\beval\(|new Function\(/);
    expect(script.length).toBeLessThan(300_000);
  });
});
