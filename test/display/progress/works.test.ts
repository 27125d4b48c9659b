import { describe, expect, test } from "vitest";
import { Count } from "../../../lib/display/progress/count";
import { movingBundle, settledBundle } from "../../../lib/display/progress/draw";
import { Iterations } from "../../../lib/display/progress/iterations";

describe("Count", () => {
  test("says rate and remaining time while it moves", () => {
    const count = new Count("fit", 40, 0);
    expect(count.moving(0)).toEqual({ share: 0, text: "0 of 40" });
    count.done = 10;
    expect(count.moving(2000)).toEqual({ share: 0.25, text: "10 of 40 · 5/s · 6 s left" });
  });

  test("says what is done where the end is not known, or was passed", () => {
    const count = new Count("", undefined, 0);
    count.done = 10;
    expect(count.moving(1000)).toEqual({ share: undefined, text: "10 done · 10/s" });
    const passed = new Count("", 5, 0);
    passed.done = 6;
    expect(passed.moving(1000)).toEqual({ share: undefined, text: "6 done · 6/s" });
    expect(new Count("", 0, 0).moving(0)).toEqual({ share: undefined, text: "0 of 0" });
  });

  test.each([
    ["done", 40, "40 of 40 done"],
    ["stopped", 7, "stopped after 7 of 40"],
    ["failed", 0, "failed after 0 of 40"],
  ] as const)("leaves no times: %s", (ending, done, text) => {
    const count = new Count("fit", 40, 0);
    Object.assign(count, { ending, done });
    expect(count.settled()).toBe(text);
  });
});

describe("Iterations", () => {
  test("say the value and the most there can be", () => {
    const works = new Iterations("EM", 0);
    expect(works.next({ iteration: 1, of: 100, value: -12.34567 })).toBe(false);
    expect(works.moving(500)).toEqual({
      share: 0.01,
      text: "iteration 1 of at most 100 · value -12.35 · 2/s · at most 50 s left",
    });
    expect(works.settled()).toBe("1 iteration, value -12.35");
  });

  test("count runs that begin again", () => {
    const works = new Iterations("k-means", 0);
    for (const iteration of [1, 2, 3, 1, 2]) works.next({ iteration, of: 3, value: iteration });
    expect(works.moving(0).text).toBe("run 2, iteration 2 of at most 3 · value 2");
    expect(works.settled()).toBe("5 iterations in 2 runs, value 2");
    expect(works.next({ iteration: 3, of: 3, value: 1 })).toBe(true);
  });

  test("need no end", () => {
    const works = new Iterations("", 0);
    works.next({ iteration: 4, of: Infinity, value: Number.NaN });
    expect(works.moving(0)).toEqual({ share: undefined, text: "iteration 4 · value NaN" });
  });
});

describe("drawn", () => {
  test("each work has a line, the inner ones indented; names are escaped", () => {
    const outer = new Count("a < b", 4, 0);
    outer.done = 1;
    const bundle = movingBundle([outer, new Count("", undefined, 0)], 1000);
    expect(bundle["text/plain"]).toBe(
      `a < b:  25% ▕${"█".repeat(6)}${"░".repeat(18)}▏ 1 of 4 · 1/s · 3 s left\n  0 done`,
    );
    const html = String(bundle["text/html"]);
    expect(html).toContain('aria-valuenow="25" aria-label="a &lt; b"');
    expect(html).toContain("width: 25%");
    expect(html).toContain("a &lt; b: 1 of 4 · 1/s · 3 s left</div>");
    expect(html).toContain('<div style="margin-left: 1em">0 done</div>');
  });

  test("what is left is one line", () => {
    expect(settledBundle({ label: "x & y", settled: "3 done" })).toEqual({
      "text/plain": "x & y: 3 done",
      "text/html": "<div>x &amp; y: 3 done</div>",
    });
  });
});
