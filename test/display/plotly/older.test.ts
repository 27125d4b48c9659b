import { describe, expect, test } from "vitest";
import { modernised } from "../../../lib/display/plotly/older";

const points = { type: "scatter", x: [1, 2], y: [3, 4] };
const drawn = (data: object[], layout: object = {}, frames?: object[]) =>
  modernised({ data, layout, ...(frames && { frames }) });

describe("titles as strings are drawn, wherever they stand", () => {
  const text = { text: "lost" };

  test("of the figure, its axes, legend, scenes and polar axes", () => {
    const axes = { xaxis: { title: "lost" }, yaxis2: { title: "lost" } };
    const { figure, notes } = drawn([points], {
      title: "lost",
      ...axes,
      legend: { title: "lost" },
      scene: { zaxis: { title: "lost" } },
      polar: { radialaxis: { title: "lost" } },
      coloraxis: { colorbar: { title: "lost" } },
    });
    expect(figure.layout).toEqual({
      title: text,
      xaxis: { title: text },
      yaxis2: { title: text },
      legend: { title: text },
      scene: { zaxis: { title: text } },
      polar: { radialaxis: { title: text } },
      coloraxis: { colorbar: { title: text } },
    });
    expect(notes).toEqual([]);
  });

  test("of traces, colour bars, frames, templates and what a button sets", () => {
    const bar = { marker: { colorbar: { title: "lost" } } };
    const { figure } = drawn(
      [
        { ...points, ...bar },
        { type: "pie", values: [1], title: 2024 },
      ],
      {
        template: { layout: { title: "lost" }, data: { scatter: [bar] } },
        updatemenus: [{ buttons: [{ args: [{}, { title: "lost", "xaxis.title": "lost" }] }] }],
      },
      [{ layout: { title: "lost" }, data: [bar] }],
    );
    const barNow = { marker: { colorbar: { title: text } } };
    expect(figure.data).toEqual([
      { ...points, ...barNow },
      { type: "pie", values: [1], title: { text: "2024" } },
    ]);
    expect(figure.layout).toEqual({
      template: { layout: { title: text }, data: { scatter: [barNow] } },
      updatemenus: [{ buttons: [{ args: [{}, { title: text, "xaxis.title.text": "lost" }] }] }],
    });
    expect(figure).toHaveProperty("frames", [{ layout: { title: text }, data: [barNow] }]);
  });
});

test("what is of today stays the very same, and so does what is the reader's own", () => {
  const own = { title: "mine" };
  const figure = {
    data: [{ ...points, customdata: [own], meta: own }],
    layout: { title: { text: "today" }, meta: own },
  };
  expect(modernised(figure).figure).toBe(figure);
});

test("the figure given is not changed", () => {
  const figure = { data: [{ ...points, bardir: "h" }], layout: { title: "lost" } };
  const before = structuredClone(figure);
  modernised(figure);
  expect(figure).toEqual(before);
});

describe("forms that Plotly dropped are drawn in those of today, and named", () => {
  test.each([
    [
      "attributes beside a title",
      [],
      { xaxis: { title: "t", titlefont: { size: 20 } } },
      { data: [], layout: { xaxis: { title: { text: "t", font: { size: 20 } } } } },
      ["layout.xaxis.titlefont is written title: { font } now"],
    ],
    [
      "the side of a colour bar's title",
      [{ ...points, marker: { colorbar: { titleside: "right" } } }],
      {},
      { data: [{ ...points, marker: { colorbar: { title: { side: "right" } } } }], layout: {} },
      ["data[0].marker.colorbar.titleside is written title: { side } now"],
    ],
    [
      "the direction of bars",
      [{ type: "bar", y: [1], bardir: "h" }],
      {},
      { data: [{ type: "bar", y: [1], orientation: "h" }], layout: {} },
      ["data[0].bardir is written orientation now"],
    ],
    [
      "where an annotation is placed",
      [],
      { annotations: [{ text: "a", ref: "paper" }] },
      { data: [], layout: { annotations: [{ text: "a", xref: "paper", yref: "paper" }] } },
      ["layout.annotations[0].ref is written xref and yref now"],
    ],
    [
      "ticks by hand",
      [],
      { xaxis: { autotick: false, dtick: 2 } },
      { data: [], layout: { xaxis: { tickmode: "linear", dtick: 2 } } },
      ['layout.xaxis.autotick is written tickmode: "auto" or "linear" now'],
    ],
    [
      "the range of a surface's colours",
      [{ type: "surface", z: [[1]], zmin: 0, zmax: 2 }],
      {},
      { data: [{ type: "surface", z: [[1]], cmin: 0, cmax: 2 }], layout: {} },
      ["data[0].zmin is written cmin now", "data[0].zmax is written cmax now"],
    ],
    [
      "kinds of trace",
      [
        { type: "heatmapgl", z: [[1]] },
        { type: "pointcloud", x: [1], y: [1] },
      ],
      {},
      {
        data: [
          { type: "heatmap", z: [[1]] },
          { type: "scattergl", mode: "markers", x: [1], y: [1] },
        ],
        layout: {},
      },
      [
        'data[0].type: "heatmapgl" is written type: "heatmap" now',
        'data[1].type: "pointcloud" is written type: "scattergl" now',
      ],
    ],
    [
      "maps",
      [{ type: "scattermapbox", lon: [1], lat: [1], subplot: "mapbox2" }],
      { mapbox2: { style: "white-bg" } },
      {
        data: [{ type: "scattermap", lon: [1], lat: [1], subplot: "map2" }],
        layout: { map2: { style: "white-bg" } },
      },
      [
        'data[0].type: "scattermapbox" is written type: "scattermap" now',
        "layout.mapbox2 is written map2 now",
      ],
    ],
  ])("%s", (_, data, layout, figure, notes) => {
    expect(drawn(data, layout)).toEqual({ figure, notes });
  });

  test("a value of today goes before one of old", () => {
    const { figure } = drawn([{ type: "bar", y: [1], bardir: "h", orientation: "v" }]);
    expect(figure.data).toEqual([{ type: "bar", y: [1], orientation: "v" }]);
  });
});
