import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";

const a = plot.line([0, 1], [0, 1], { title: "First", x: "t", y: "v", name: "a", xRange: [0, 2] });
const b = plot.scatter([[0, 1]], { title: "Second", name: "b" });

describe("subplots", () => {
  const axis = (f: plot.Figure, name: string) =>
    f.layout[name] as { domain: [number, number]; anchor: string };

  test("every figure has its own axes, and cells do not overlap", () => {
    const f = plot.subplots([a, b, a, b, a], { cols: 3 });
    expect(f.data.map((t) => [t.xaxis, t.yaxis])).toEqual([
      ["x", "y"],
      ["x2", "y2"],
      ["x3", "y3"],
      ["x4", "y4"],
      ["x5", "y5"],
    ]);
    expect(axis(f, "xaxis").domain[1]).toBeLessThan(axis(f, "xaxis2").domain[0]);
    expect(axis(f, "xaxis3").domain[1]).toBeCloseTo(1, 6);
    expect(axis(f, "yaxis4").domain[1]).toBeLessThan(axis(f, "yaxis").domain[0]);
    expect(axis(f, "yaxis5").anchor).toBe("x5");
  });

  test("a name comes once in the legend", () => {
    const two = plot.line([0], { a: [1], b: [2] });
    expect(plot.subplots([two, two]).data.map((t) => t.showlegend)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(plot.subplots([a, a]).layout.showlegend).toBe(false);
  });

  test("second axes, scenes, shapes, colour bars go where they belong", () => {
    const f = plot.subplots([
      a,
      plot.spectrum([2, 1]),
      plot.surface(
        () => 1,
        [
          [0, 1],
          [0, 1],
        ],
        { n: 2 },
      ),
      plot.layers(b, plot.rule({ x: 1 })),
      plot.heatmap([[1, -1]]),
    ]);
    expect(f.layout.yaxis6).toMatchObject({ overlaying: "y2", side: "right" });
    expect(f.data[2].yaxis).toBe("y6");
    expect(f.data[3]).toMatchObject({ type: "surface", scene: "scene3" });
    expect(f.layout).toHaveProperty("scene3.domain");
    expect(f.layout.shapes).toMatchObject([{ xref: "x4", yref: "y4 domain" }]);
    const bar = (f.data[5].colorbar as { x: number }).x;
    expect(bar).toBeGreaterThan(axis(f, "xaxis5").domain[1]);
  });

  test("equal units stay equal in their own cell", () => {
    const f = plot.subplots([plot.image([[1]]), plot.image([[1]])]);
    expect(f.layout.yaxis2).toMatchObject({ scaleanchor: "x2" });
  });

  test("titles stand above their cells", () => {
    const { annotations } = plot.subplots([a, b], { title: "Two" }).layout;
    expect(annotations).toMatchObject([{ text: "First", xref: "paper" }, { text: "Second" }]);
  });

  test("the description is of all, or of their number", () => {
    expect(plot.subplots([a, b], { title: "Two." }).alt).toBe(
      "Two. Line chart: First (horizontal axis: t, vertical axis: v). Scatter plot: Second.",
    );
    expect(plot.subplots([b, b, b, b, b]).alt).toBe("5 figures side by side, each a scatter plot.");
  });

  test.each<[() => unknown, string]>([
    [() => plot.subplots([]), "plot.subplots: figures must be an array of figures"],
    [
      () => plot.subplots([a, b, a], { rows: 1, cols: 2 }),
      "rows × cols must be at least 3 (number of figures), got 1 × 2",
    ],
    [() => plot.subplots([a], { x: "t" } as never), 'plot.subplots: options has no "x"'],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
