import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import * as plot from "../../../lib/display/plot";

describe("bars", () => {
  test("lie when they are to, the first on top", () => {
    const { data, layout } = plot.bar(["a", "b"], [1, 2], { horizontal: true });
    expect(data[0]).toMatchObject({ x: [1, 2], y: ["a", "b"], orientation: "h" });
    expect(layout.yaxis).toMatchObject({ type: "category", autorange: "reversed" });
  });

  test("boxes and violins named by numbers stand on an axis of names", () => {
    for (const draw of [plot.box, plot.violin]) {
      const years = draw({ "2019": [1, 2, 3], "2021": [2, 3, 4] });
      expect(years.layout.xaxis).toMatchObject({ type: "category" });
      expect(draw({ "2019-01": [1, 2], spring: [1, 2] }).layout.xaxis).toMatchObject({
        type: "category",
      });
      expect(draw({ a: [1, 2, 3] }).layout.xaxis).not.toHaveProperty("type");
    }
  });

  test("a histogram counts every value once", () => {
    const x = rng(5).normal(0, 1, 300);
    const { data } = plot.histogram({ all: x, half: x.slice(0, 150) });
    const sum = (t: plot.Trace) => (t.y as number[]).reduce((a, b) => a + b, 0);
    expect(data.map(sum)).toEqual([300, 150]);
    expect(data[0].x).toEqual(data[1].x);
  });

  test("a density has area 1", () => {
    const [{ y, width }] = plot.histogram(rng(5).normal(0, 1, 300), { density: true }).data;
    const area = (y as number[]).reduce((sum, h, b) => sum + h * (width as number[])[b], 0);
    expect(area).toBeCloseTo(1, 5);
  });

  test("a spectrum adds up to all", () => {
    const [bars, curve] = plot.spectrum([4, 3, 2, 1], { count: 3 }).data;
    expect(bars.y).toEqual([4, 3, 2]);
    expect(curve.y).toEqual([0.4, 0.7, 0.9]);
    expect(plot.spectrum([1], { cumulative: false }).data).toHaveLength(1);
  });

  test("stems of several series stand side by side", () => {
    const { data } = plot.stem([0, 1], { p: [0.5, 0.5], q: [1, 0] });
    expect(data[1].x).toEqual([-0.07, 0.93]);
    expect(data[3].x).toEqual([0.07, 1.07]);
  });

  test.each<[() => unknown, string]>([
    [() => plot.bar("ab" as never, [1, 2]), 'plot.bar: labels must be an array, got "ab" (string)'],
    [
      () => plot.bar(["a"], [1, 2]),
      "plot.bar: values must have length 1 (number of labels), got 2",
    ],
    [() => plot.bar(["a", "b", "a"], [1, 2, 3]), 'plot.bar: labels must differ, "a" comes twice'],
    [() => plot.bar(["a"], [1], { errors: [1, 2] }), "plot.bar: errors must have length 1"],
    [() => plot.histogram([]), "plot.histogram: x must have at least 1 entry, got 0"],
    [() => plot.histogram([1, Number.NaN]), "plot.histogram: x must be finite, x[1] is NaN"],
    [() => plot.histogram([5], { bins: [0, 1] }), "bins must cover x, 5 is not in [0, 1]"],
    [() => plot.spectrum([1, -1]), "plot.spectrum: values[1] must be a number ≥ 0, got -1"],
    [
      () => plot.spectrum([1], { count: 2 }),
      "plot.spectrum: count must be an integer in [1, 1], got 2",
    ],
    [() => plot.box({ a: [] }), "plot.box: x.a must have at least 1 entry, got 0"],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
