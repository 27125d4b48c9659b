import { describe, expect, test } from "vitest";
import { figure, wrap } from "../../../lib/display/plot/figure";

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
