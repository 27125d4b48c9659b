// @vitest-environment jsdom
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { PALETTE } from "../../../lib/display/plot/theme";
import { gallery } from "./gallery";

interface Plotly {
  validate(data: object[], layout: object): { msg: string }[] | undefined;
}

let plotly: Plotly;

beforeAll(() => {
  const { window } = globalThis as unknown as { window: Record<string, { prototype: object }> };
  Object.assign(window.URL, { createObjectURL: () => "" });
  Object.assign(window.HTMLCanvasElement.prototype, { getContext: () => null });
  plotly = createRequire(__filename)("plotly.js/dist/plotly.min.js") as Plotly;
}, 60_000);

/** Numbers anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe.each(Object.entries(gallery))("%s", (_, figure) => {
  test("is what Plotly understands", () => {
    const json = JSON.parse(JSON.stringify(figure)) as typeof figure;
    // Plotly copies the arguments of sliders and buttons while it validates, and reports that
    const messages = (plotly.validate(json.data, json.layout) ?? []).map(({ msg }) => msg);
    expect(messages.filter((msg) => !msg.includes(".args["))).toEqual([]);
  });

  test("is plain data that JSON keeps whole", () => {
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });

  test("holds numbers of at most seven digits", () => {
    const { template, ...layout } = figure.layout;
    for (const v of numbersIn([figure.data, layout, figure.frames])) {
      expect(Number(v.toPrecision(7))).toBe(v);
    }
  });

  test("is described in a sentence, talks to no server", () => {
    expect(figure.alt).toMatch(/^[A-Z0-9].*\.$/);
    expect(figure.config.plotlyServerURL).toBe("");
    expect(figure.config.modeBarButtonsToRemove).toContain("sendChartToCloud");
  });
});

test("series in the legend differ in colour", () => {
  for (const [name, { data }] of Object.entries(gallery)) {
    const colours = data
      .filter((t) => t.name && t.showlegend !== false && t.legendgroup === undefined)
      .map((t) => (t.line as { color?: string })?.color ?? (t.marker as { color?: string })?.color)
      .filter((colour) => PALETTE.includes(colour as (typeof PALETTE)[number]));
    if (name === "band") continue; // the line and its band belong together
    expect(new Set(colours).size, name).toBe(colours.length);
  }
});
