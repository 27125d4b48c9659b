import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import * as browser from "../../../tools/figures/browser";
import * as plotly from "../../../tools/figures/plotly";
import { type FigureSpec, isPictureOf, renderFigure } from "../../../tools/figures/render";
import { drawnBySvg, drawnByWebgl, drawnOnTiles } from "./fixtures/kinds";
import { inkOf } from "./ink";

test("the figures below are of every kind that Plotly has", () => {
  const schema = require.resolve("plotly.js/dist/plot-schema.json");
  const { traces } = JSON.parse(readFileSync(schema, "utf8"));
  const kinds = [drawnBySvg, drawnByWebgl, drawnOnTiles].flatMap((all) => Object.values(all));
  const types = kinds.flatMap(({ data }) => data.map(({ type }) => type));
  expect([...new Set(types)].sort()).toEqual(Object.keys(traces).sort());
});

describe("a figure of every kind has a picture", () => {
  test.each(Object.entries(drawnBySvg))("%s, without a browser", async (_, spec) => {
    vi.spyOn(browser, "findChromium").mockReturnValue(null);
    const picture = await renderFigure(spec);
    vi.restoreAllMocks();
    expect(picture.notice).toBeUndefined();
    expect(isPictureOf(picture.png, spec)).toBe(true);
    expect(inkOf(picture)).toBeGreaterThan(300);
  });

  test.skipIf(!browser.findChromium()).each(Object.entries(drawnByWebgl))(
    "%s, with a browser",
    async (_, spec) => {
      const picture = await renderFigure(spec);
      expect(picture.notice).toBeUndefined();
      expect(isPictureOf(picture.png, spec)).toBe(true);
      expect(inkOf(picture)).toBeGreaterThan(300);
    },
  );
});

describe("words stand for a figure that cannot be drawn", () => {
  const words = async (spec: FigureSpec) => {
    const picture = await renderFigure(spec);
    expect(isPictureOf(picture.png, spec)).toBe(false);
    expect(inkOf(picture)).toBeGreaterThan(300);
    expect([picture.width, picture.height]).toEqual([spec.layout?.width, spec.layout?.height]);
    return picture.notice;
  };

  test.each(Object.entries(drawnOnTiles))(
    "%s, whose ground comes from a server",
    async (kind, spec) => {
      expect(await words(spec)).toBe(
        `This figure (${kind}) has no static picture: the tiles of its ${kind} trace would have to come from a network.`,
      );
    },
  );

  test("a map of regions that are an address", async () => {
    const [trace] = drawnBySvg.choropleth!.data;
    const data = [{ ...trace, geojson: "https://example.org/regions.json" }];
    expect(await words({ ...drawnBySvg.choropleth, data })).toContain(
      "the regions of its choropleth trace, https://example.org/regions.json, would have to come",
    );
  });

  test("whatever goes wrong in Plotly", async () => {
    vi.spyOn(browser, "findChromium").mockReturnValue(null);
    vi.spyOn(plotly, "drawSvg").mockRejectedValue(new TypeError("a is undefined\n    at b (c.js)"));
    expect(await words(drawnBySvg.sankey!)).toBe(
      "This figure (sankey) has no static picture: a is undefined.",
    );
    vi.restoreAllMocks();
  });
});
