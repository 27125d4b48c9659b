import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";
import { PALETTE } from "../../../lib/display/plot/theme";

const a = plot.line([0, 1], [0, 1], { title: "First", x: "t", y: "v", name: "a", xRange: [0, 2] });
const b = plot.scatter([[0, 1]], { title: "Second", name: "b" });
const colour = (t: plot.Trace) =>
  (t.line as { color?: string })?.color ?? (t.marker as { color?: string })?.color;

describe("layers", () => {
  test("title, axes and ranges are the first figure's", () => {
    const { layout } = plot.layers(a, b);
    expect(layout).toMatchObject({
      title: { text: "First" },
      xaxis: { title: { text: "t" }, range: [0, 2] },
      yaxis: { title: { text: "v" } },
    });
    expect(layout.showlegend).toBe(true);
  });

  test("named ticks are the first figure's, unless the options name others", () => {
    const named = plot.scatter([0, 1], [1, 0], { yTicks: { no: 0, yes: 1 } });
    const kept = { tickvals: [0, 1], ticktext: ["no", "yes"] };
    expect(named.layout.yaxis).toMatchObject(kept);
    expect(named.layout.xaxis).not.toHaveProperty("tickvals");
    expect(plot.layers(named, a).layout.yaxis).toMatchObject(kept);
    expect(plot.subplots([named, a]).layout.yaxis).toMatchObject(kept);
    const { layout } = plot.layers(named, a, { xTicks: { now: 2 }, yTicks: { half: 0.5 } });
    expect(layout.xaxis).toMatchObject({ tickvals: [2], ticktext: ["now"] });
    expect(layout.yaxis).toMatchObject({ tickvals: [0.5], ticktext: ["half"] });
  });

  test("labels stand where their lines do on logarithmic axes, in layers of layers too", () => {
    const log = plot.line([1, 1e4], [1, 1e3], { xLog: true });
    const both = plot.layers(log, plot.rule({ x: 100 }, { label: "here" }));
    const placed = { xref: "x", x: 2, y: 1 };
    expect(both.layout.annotations).toMatchObject([placed]);
    expect(both.layout.shapes).toMatchObject([{ x0: 100 }]);
    const more = plot.layers(both, plot.rule({ y: 10 }, { label: "low" }));
    expect(more.layout.annotations).toMatchObject([placed, { y: 10, yref: "y" }]);
    const told = plot.layers(plot.line([1, 10], [1, 10]), plot.rule({ y: 10 }, { label: "low" }), {
      yLog: true,
    });
    expect(told.layout.annotations).toMatchObject([{ y: 1, yref: "y" }]);
  });

  test("unless the options say otherwise", () => {
    const { layout, alt } = plot.layers(a, b, {
      title: "Both",
      y: "w",
      xRange: [5, 6],
      alt: "Said.",
    });
    expect(layout).toMatchObject({
      title: { text: "Both" },
      xaxis: { range: [5, 6] },
      yaxis: { title: { text: "w" } },
    });
    expect(alt).toBe("Said.");
  });

  test("each layer has the next colour, but a chosen one stays", () => {
    const grey = plot.line([0, 1], [1, 0], { color: "#999999" });
    expect(plot.layers(a, grey, b, a).data.map(colour)).toEqual([
      PALETTE[0],
      "#999999",
      PALETTE[1],
      PALETTE[2],
    ]);
    expect(a.data.map(colour)).toEqual([PALETTE[0]]);
  });

  test("layers of layers", () => {
    expect(plot.layers(plot.layers(a, b), plot.layers(a, b)).data.map(colour)).toEqual(
      PALETTE.slice(0, 4),
    );
  });

  test("logarithmic axes stay so, and so do small values on them", () => {
    const log = plot.line([0, 1], [1, 1e-15], { yLog: true, yRange: [1e-16, 10] });
    const both = plot.layers(log, plot.line([0, 1], [1e-14, 1]));
    expect(both.layout.yaxis).toMatchObject({ type: "log", range: [-16, 1] });
    expect(both.data[0].y).toEqual([1, 1e-15]);
    expect(both.data[1].y).toEqual([1e-14, 1]);
  });

  test("shapes and annotations of all layers", () => {
    const both = plot.layers(a, plot.rule({ x: 1 }, { label: "one" }), plot.rule({ y: 2 }));
    expect(both.layout.shapes).toHaveLength(2);
    expect(both.layout.annotations).toHaveLength(1);
  });

  test("the description names the kinds, or repeats what was said", () => {
    expect(plot.layers(a, b).alt).toBe(
      "Line chart with scatter plot: First (horizontal axis: t, vertical axis: v).",
    );
    expect(plot.layers(plot.line([0], [0], { alt: "A dot." }), b).alt).toBe("A dot.");
  });

  test("a figure alone stays as it is", () => {
    expect(plot.layers(a)).toEqual(a);
  });

  test.each<[() => unknown, string]>([
    [() => plot.layers(), "plot.layers: layers must be an array of figures"],
    [() => plot.layers(a, 3 as never, b), "plot.layers: layers[1] must be a figure, got 3"],
    [() => plot.layers(a, { titel: "x" } as never), 'plot.layers: options has no "titel"'],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});

test("figures in Plotly's older form are laid over others, side by side and one after another", () => {
  const older = {
    ...plot.line([0, 1], [0, 1]),
    layout: { title: "found", xaxis: { title: "found" }, height: 400, margin: {} },
  };
  expect(plot.layers(older).layout).toMatchObject({
    title: { text: "found" },
    xaxis: { title: { text: "found" } },
  });
  expect(plot.subplots([older, older]).layout.annotations).toMatchObject([
    { text: "found" },
    { text: "found" },
  ]);
  expect(plot.animate([older, older]).layout.title).toEqual({ text: "found" });
});
