import { describe, expect, test } from "vitest";
import { figure } from "../../../lib/display/plot/figure";
import { wrap } from "../../../lib/display/plot/wrap";

const named = (name: string) => ({ type: "scatter", y: [1], name });

describe("figure", () => {
  test("title, axes, ranges", () => {
    const { layout } = figure("Plot", [], {
      title: "T",
      x: "a",
      y: "b",
      xRange: [0, 2],
      yLog: true,
    });
    expect(layout).toMatchObject({
      title: { text: "T" },
      xaxis: { title: { text: "a" }, range: [0, 2] },
      yaxis: { title: { text: "b" }, type: "log" },
      height: 400,
    });
    expect(layout).not.toHaveProperty("width");
  });

  test("a range of a logarithmic axis is in powers of ten", () => {
    const { layout } = figure("Plot", [], { yLog: true, yRange: [1e-6, 100] });
    expect(layout.yaxis).toEqual({ type: "log", range: [-6, 2] });
  });

  test("equal units", () => {
    const { layout } = figure("Plot", [], { equal: true });
    expect(layout.yaxis).toEqual({ scaleanchor: "x", scaleratio: 1, constrain: "domain" });
    expect(layout.height).toBe(480);
  });

  test("what the helper says of an axis comes after the options", () => {
    const { layout } = figure("Plot", [], { y: "b" }, { yaxis: { rangemode: "tozero" } });
    expect(layout.yaxis).toEqual({ title: { text: "b" }, rangemode: "tozero" });
  });

  test("a legend where there is more than one name, in a margin that holds it", () => {
    const one = figure("Plot", [named("a")], {});
    const two = figure("Plot", [named("a"), named("b")], {});
    const many = figure(
      "Plot",
      Array.from({ length: 12 }, (_, i) => named(`series ${i}`)),
      {},
    );
    expect(one.layout.showlegend).toBe(false);
    expect(two.layout.showlegend).toBe(true);
    const top = (f: typeof one) => (f.layout.margin as { t: number }).t;
    expect(top(one)).toBeLessThan(top(two));
    expect(top(two)).toBeLessThan(top(many));
    expect(figure("Plot", two.data, { legend: "none" }).layout.showlegend).toBe(false);
    expect(figure("Plot", two.data, { legend: "right" }).layout.legend).toBe(undefined);
    expect(figure("Plot", two.data, { legend: "right" }).layout.showlegend).toBe(true);
  });

  test("describes itself, or says what it was told", () => {
    expect(figure("Plot", [], { title: "It falls.", x: "t", y: "v" }).alt).toBe(
      "Plot: It falls (horizontal axis: t, vertical axis: v).",
    );
    expect(figure("Plot", [], {}).alt).toBe("Plot.");
    expect(figure("Plot", [], { alt: "Said." }).alt).toBe("Said.");
  });
});

test("wrap breaks between words", () => {
  expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap("one two three", 6)).toEqual(["one", "two", "three"]);
  expect(wrap("unbreakable", 3)).toEqual(["unbreakable"]);
});

test("wrap breaks what is too long to be a word, between signs", () => {
  expect(wrap(`a ${"𝑥".repeat(90)} b`, 42)).toEqual([
    "a",
    "𝑥".repeat(42),
    "𝑥".repeat(42),
    `${"𝑥".repeat(6)} b`,
  ]);
});

test("long titles of axes are broken for the length of the axis", () => {
  const words = Array.from({ length: 30 }, (_, i) => `word${i}`).join(" ");
  const { layout } = figure("Plot", [], { x: words, y: words, height: 300 });
  const linesOf = (axis: unknown) =>
    (axis as { title: { text: string } }).title.text.split("<br>").map((line) => line.length);
  expect(Math.max(...linesOf(layout.xaxis))).toBeLessThanOrEqual(93);
  expect(Math.max(...linesOf(layout.yaxis))).toBeLessThanOrEqual(40);
});

describe("on a logarithmic axis", () => {
  const log = (trace: object, options = {}) =>
    figure("Plot", [{ type: "scatter", x: [1, 2, 3], ...trace }], { yLog: true, ...options });

  test("what has no place there is an error, and NaN a gap", () => {
    expect(() => log({ y: [1, 0, 2], name: "loss" })).toThrow(
      'plot: y of "loss" must be > 0 on a logarithmic axis, got 0 at 1; NaN leaves a gap',
    );
    expect(() => log({ y: [1, 2, -3] })).toThrow(
      "plot: y must be > 0 on a logarithmic axis, got -3",
    );
    expect(() => log({ x: [0, 1, 2], y: [1, 1, 1] }, { xLog: true })).toThrow(
      "plot: x must be > 0",
    );
    expect(log({ y: [1, Number.NaN, 2] }).data[0]!.y).toEqual([1, null, 2]);
    expect(figure("Plot", [{ type: "scatter", y: [0, -1] }], {}).data[0]!.y).toEqual([0, -1]);
  });

  test("a bar of no height is none", () => {
    expect(log({ type: "bar", y: [1, 0, 2] }).data[0]!.y).toEqual([1, 0, 2]);
    expect(() => log({ type: "bar", y: [1, -1, 2] })).toThrow("got -1 at 1");
  });
});
