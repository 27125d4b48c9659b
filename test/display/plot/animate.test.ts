import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";

const a = plot.line([0, 1], [0, 1], { title: "First", x: "t", y: "v", name: "a", xRange: [0, 2] });
const b = plot.scatter([[0, 1]], { title: "Second", name: "b" });
describe("animate", () => {
  const still = (k: number) =>
    plot.layers(plot.line([0, 1], [0, k], { title: `Step ${k}` }), plot.scatter([[0, 0]]));

  test("frames hold what changes", () => {
    const { frames, data } = plot.animate([still(1), still(2)], { labels: ["one", "two"] });
    expect(data).toHaveLength(2);
    expect(frames?.map((f) => [f.name, f.traces, f.data.map((t) => t.y)])).toEqual([
      ["one", [0], [[0, 1]]],
      ["two", [0], [[0, 2]]],
    ]);
    expect(frames?.[1].layout).toEqual({ title: { text: "Step 2" } });
  });

  test("axes stand still around all frames", () => {
    const { layout } = plot.animate([still(1), still(2)]);
    expect((layout.yaxis as { range: number[] }).range).toEqual([0, 2.1]);
    const ranged = plot.line([0, 1], [0, 1], { yRange: [-1, 3] });
    expect(plot.animate([ranged, ranged]).layout.yaxis).toMatchObject({ range: [-1, 3] });
    const log = plot.line([0, 1], [1, 100], { yLog: true });
    expect(plot.animate([log, log]).layout.yaxis).toMatchObject({ range: [0, 2.1] });
  });

  test("every panel's axes stand still, around its own traces alone", () => {
    const step = (k: number) =>
      plot.subplots([plot.bar(["a", "b"], [k, 1]), plot.line([0, 100 * k], [0, k])]);
    const { layout } = plot.animate([step(1), step(2)]);
    expect(layout.xaxis).not.toHaveProperty("range");
    expect(layout.yaxis).toMatchObject({ range: [0, 2.1] });
    expect(layout.xaxis2).toMatchObject({ range: [0, 210] });
    expect(layout.yaxis2).toMatchObject({ range: [0, 2.1] });
  });

  test("an axis that runs downwards stays so", () => {
    const down = (k: number) => {
      const figure = plot.line([0, 1], [0, k], { yRange: [0, 3] });
      return { ...figure, layout: { ...figure.layout, yaxis: { range: [3 + k, 0] } } };
    };
    expect(plot.animate([down(1), down(2)]).layout.yaxis).toMatchObject({ range: [5, 0] });
  });

  test("below panels whose right one has a title, the controls stand lower", () => {
    const panels = (x: string | undefined) => {
      const one = plot.subplots([still(1), plot.line([0, 1], [0, 1], x ? { x } : {})]);
      return plot.animate([one, one]).layout as {
        height: number;
        margin: { b: number };
        sliders: { pad: { t: number } }[];
        updatemenus: { pad: { t: number } }[];
      };
    };
    const [bare, named] = [panels(undefined), panels("t")];
    const low = named.height - bare.height;
    expect(low).toBeGreaterThan(15);
    expect(named.margin.b - bare.margin.b).toBe(low);
    expect(named.sliders[0]!.pad.t - bare.sliders[0]!.pad.t).toBe(low);
    expect(named.updatemenus[0]!.pad.t - bare.updatemenus[0]!.pad.t).toBe(low);
  });

  test("the slider has a step for each frame", () => {
    const { layout, alt } = plot.animate([still(1), still(2)], { labels: [1, 2], prefix: "k = " });
    const [slider] = layout.sliders as { steps: { label: string; args: unknown[] }[] }[];
    expect(slider.steps.map((s) => s.label)).toEqual(["1", "2"]);
    expect(slider.steps[1].args[0]).toEqual(["2"]);
    expect(alt).toMatch(/A slider steps through 2 such figures, k = 1 to k = 2\.$/);
  });

  test("opens on the step named, which is drawn before anything is moved", () => {
    const steps = [still(1), still(2), still(3)];
    const { data, layout, alt } = plot.animate(steps, { labels: ["a", "b", "c"], open: "b" });
    expect(data[0].y).toEqual([0, 2]);
    expect(layout).toMatchObject({ title: { text: "Step 2" }, sliders: [{ active: 1 }] });
    expect(layout.yaxis).toMatchObject({ range: [0, 3.15] });
    expect(alt).toContain("Step 2");
    expect(plot.animate(steps, { open: 2 }).data[0].y).toEqual([0, 3]);
  });

  test.each<[() => unknown, string]>([
    [() => plot.animate([a, a], { open: 2 }), "open must be one of the labels 0, 1, got 2"],
    [() => plot.animate([]), "plot.animate: figures must be an array of figures"],
    [
      () => plot.animate([a, plot.layers(a, b)]),
      "figures[1] must have 1 traces (those of figures[0]), got 2",
    ],
    [
      () => plot.animate([a], { labels: [] }),
      "labels must have length 1 (number of figures), got 0",
    ],
    [() => plot.animate([a, a], { labels: ["x", "x"] }), 'labels must differ, "x" comes twice'],
    [() => plot.animate([a], { duration: 0 }), "duration must be a number in [20, 20000], got 0"],
  ])("refuse: %#", (run, message) => {
    expect(run).toThrow(message);
  });
});
