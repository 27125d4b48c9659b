import { afterEach, describe, expect, test } from "vitest";
import { latex } from "../../../lib/display/latex";
import { bundles, show } from "../../../lib/display/show";
import { table } from "../../../lib/display/table";
import { fakeBridge, removeBridge } from "../bridge";
import { printed } from "../output";

const DISPLAY = Symbol.for("Jupyter.display");
const own = (give: () => unknown, more: object = {}) => ({ ...more, [DISPLAY]: give });
const textOf = (thing: unknown) => bundles(thing)[0]["text/plain"];

afterEach(removeBridge);

describe("an object that displays itself", () => {
  test("is drawn by the bundle it gives, all its types", () => {
    const bundle = { "text/plain": "p", "text/html": "<b>p</b>", "image/svg+xml": "<svg/>" };
    expect(bundles(own(() => bundle))).toEqual([bundle]);
  });

  test("gets a plain text where it gives none", () => {
    class Ring {
      [DISPLAY]() {
        return { "text/html": "<b>ring</b>" };
      }
    }
    expect(bundles(new Ring())).toEqual([{ "text/plain": "a Ring", "text/html": "<b>ring</b>" }]);
  });

  test("does so within other things, and before its entries are looked at", () => {
    const thing = own(() => ({ "text/plain": "itself" }), { a: 1, b: 2 });
    expect(bundles({ x: [1], thing }).map((b) => b["text/plain"])).toEqual(["x = [ 1 ]", "itself"]);
  });

  test.each<[() => unknown, string]>([
    [() => 3, "(its display must give an object of MIME types, got 3)"],
    [() => null, "(its display must give an object of MIME types, got null)"],
    [() => [1], "(its display must give an object of MIME types, got an array of length 1)"],
    [
      () => {
        throw new Error("no ink");
      },
      "(its display failed: no ink)",
    ],
  ])("says what is wrong with its display: %#", (give, text) => {
    expect(textOf(own(give))).toBe(text);
  });

  test("is passed over where the property is no function", () => {
    expect(textOf({ a: 1, b: 2, [DISPLAY]: "word" })).toContain("a      1");
  });
});

describe("a display that is promised", () => {
  const later = () => own(async () => ({ "text/plain": "made" }));

  test("has a line in its place and then replaces it", async () => {
    const { shown } = fakeBridge();
    show(later());
    expect(shown).toHaveLength(1);
    await new Promise(setImmediate);
    const [[line, first], [made, second]] = shown;
    expect(line["text/plain"]).toBe("(its display is not ready)");
    expect(made["text/plain"]).toBe("made");
    expect(first?.displayId).toMatch(/./);
    expect(second).toEqual({ displayId: first?.displayId, update: true });
  });

  test("says why it fails", async () => {
    const { shown } = fakeBridge();
    show(own(() => Promise.reject(new Error("no ink"))));
    await new Promise(setImmediate);
    expect(shown[1][0]["text/plain"]).toBe("(its display failed: no ink)");
  });
});

test("tables and formulas display themselves as show draws them", () => {
  for (const thing of [table([{ k: 1, e: 0.5 }], { caption: "steps" }), latex`x^2`]) {
    const bundle = (thing as unknown as Record<symbol, () => unknown>)[DISPLAY]();
    expect([bundle]).toEqual(bundles(thing));
  }
  expect(printed(() => show(latex`x^2`))).toBe("x^2\n");
});
