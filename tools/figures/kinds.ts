/** What Plotly needs to draw a figure. */
import type { FigureSpec } from "./spec";

/** Traces that are drawn by WebGL. */
const BY_WEBGL = /3d$|gl$|^(surface|isosurface|volume|cone|streamtube|splom|parcoords)$/;

/** Traces on a map whose tiles come from a server; WebGL draws them too. */
const ON_TILES = /^(scatter|density|choropleth)map$/;

/** Traces on a globe, whose coast lines Plotly keeps in a file apart. */
const ON_GLOBE = /^(scattergeo|choropleth)$/;

/** The only style of such a map that has no tiles. */
const WITHOUT_TILES = "white-bg";

export const typeOf = ({ type }: Record<string, unknown>): string => (type as string) ?? "scatter";

/** The kinds of traces of a figure, in words: "sankey", "bar and scatter". */
export function kindsOf({ data }: FigureSpec): string {
  const kinds = [...new Set(data.map(typeOf))];
  return kinds.length === 0 ? "empty" : kinds.join(", ").replace(/, ([^,]*)$/, " and $1");
}

const some = ({ data }: FigureSpec, kind: RegExp) => data.some((trace) => kind.test(typeOf(trace)));

/** Whether only a browser can draw the figure. */
export const needsBrowser = (spec: FigureSpec): boolean =>
  some(spec, BY_WEBGL) || some(spec, ON_TILES);

/** Whether the figure has coast lines or countries in it. */
export const isOnGlobe = (spec: FigureSpec): boolean => some(spec, ON_GLOBE);

/** What of the figure is on a network, in words, or undefined if it is whole. */
export function partOnNetwork(spec: FigureSpec): string | undefined {
  for (const trace of spec.data) {
    const { geojson } = trace;
    if (typeof geojson === "string")
      return `the regions of its ${typeOf(trace)} trace, ${geojson},`;
    if (!ON_TILES.test(typeOf(trace))) continue;
    const map = (trace.subplot as string | undefined) ?? "map";
    const { style } = (spec.layout?.[map] ?? {}) as { style?: unknown };
    if (style !== WITHOUT_TILES) return `the tiles of its ${typeOf(trace)} trace`;
  }
  return undefined;
}
