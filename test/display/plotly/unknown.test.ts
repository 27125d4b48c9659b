import { describe, expect, test } from "vitest";
import * as plot from "../../../lib/display/plot";
import { isOurs, markOurs } from "../../../lib/display/plotly/ours";
import { unknownParts } from "../../../lib/display/plotly/unknown";
import { drawnBySvg, drawnByWebgl, drawnOnTiles } from "../../tools/figures/fixtures/kinds";
import { gallery } from "../plot/gallery";

const points = { type: "scatter", x: [1, 2], y: [3, 4] };
const remarks = (trace: object, layout: object = {}) =>
  unknownParts({ data: [{ ...points, ...trace }], layout });

describe("what Plotly would leave out is named", () => {
  test.each([
    [{ colour: "red" }, {}, "data[0].colour is unknown"],
    [{ marker: { sizes: 4 } }, {}, "data[0].marker.sizes is unknown; did you mean size?"],
    [{}, { titel: "t" }, "layout.titel is unknown; did you mean title?"],
    [{}, { xaxis2: { rnage: [0, 1] } }, "layout.xaxis2.rnage is unknown; did you mean range?"],
    [
      {},
      { annotations: [{ txt: "a" }] },
      "layout.annotations[0].txt is unknown; did you mean text?",
    ],
    [{}, { nothingLikeIt: 1 }, "layout.nothingLikeIt is unknown"],
    [{ type: "scater" }, {}, 'data[0] has an unknown type "scater"; did you mean scatter?'],
    [
      { mode: "marker" },
      {},
      'data[0].mode has no "marker"; it has "lines", "markers", "text", "none"',
    ],
    [
      {},
      { barmode: "stacked" },
      'layout.barmode has no "stacked"; it has "stack", "group", "overlay", "relative"',
    ],
    [
      { marker: { symbol: "cirlce" } },
      {},
      /^data\[0\]\.marker\.symbol has no "cirlce"; did you mean circle\?$/,
    ],
    [{ marker: "red" }, {}, /^data\[0\]\.marker must be an object, such as \{ \w+, \w+, \w+ \}$/],
    [
      { transforms: [{ type: "filter" }] },
      {},
      "data[0].transforms is unknown: filter, group and sort the data before they are drawn",
    ],
    [
      { error_y: { array: [1, 1], opacity: 0.5 } },
      {},
      'data[0].error_y.opacity is unknown: give the colour an opacity: color: "rgba(…)"',
    ],
    [
      {},
      { scene: { cameraposition: [] } },
      "layout.scene.cameraposition is unknown: write camera: { eye: { x, y, z } }",
    ],
    [
      { type: "area" },
      {},
      'data[0] has an unknown type "area": write type: "barpolar" with r and theta',
    ],
  ])("%j %j", (trace, layout, remark) => {
    expect(remarks(trace, layout)).toEqual([
      typeof remark === "string" ? remark : expect.stringMatching(remark),
    ]);
  });
});

test("a trace that is none is named", () => {
  expect(unknownParts({ data: [null as unknown as object], layout: {} })).toEqual([
    "data[0] must be an object, a trace",
  ]);
});

describe("what Plotly takes is let be", () => {
  const kinds = { ...drawnBySvg, ...drawnByWebgl, ...drawnOnTiles };
  test.each(Object.entries(kinds))("%s", (_, { data, layout }) => {
    expect(unknownParts({ data, layout: layout ?? {} })).toEqual([]);
  });

  test("every figure of plot", () => {
    for (const { data, layout } of Object.values(gallery)) {
      expect(unknownParts(structuredClone({ data, layout }))).toEqual([]);
    }
  });

  test("what plot has made, without a look at it", () => {
    const { data, layout } = plot.line([0, 1], [1, 2]);
    expect(unknownParts({ data: [markOurs({ type: "unheard-of" })], layout })).toEqual([]);
    expect([...data, layout].map(isOurs)).toEqual([true, true]);
    expect(isOurs({ ...layout })).toBe(false);
  });

  test.each([
    ["flags joined", { mode: "lines+markers", hoverinfo: "x+y" }, {}],
    ["axes by number", { xaxis: "x2", yaxis: "y12" }, { xaxis2: {}, yaxis12: { anchor: "x2" } }],
    ["positions in part", { mode: "text", textposition: "top" }, {}],
    ["what a server keeps", { xsrc: "a:1", stream: {}, uid: "1" }, { hidesources: true }],
    ["the reader's own", { meta: { a: 1 }, customdata: [{ b: 2 }] }, { meta: { alt: "words" } }],
    ["what is left undefined", { fooo: undefined }, { xaxis: null, barmode: undefined }],
    ["lists of values", { marker: { symbol: ["circle", "square"] } }, {}],
    ["templates", {}, { template: { layout: { annotationdefaults: {} } } }],
  ])("%s", (_, trace, layout) => {
    expect(remarks(trace, layout)).toEqual([]);
  });
});
