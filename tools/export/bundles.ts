/**
 * Plotly comes in builds of different reach. A page loads the least that draws its figures, and none
 * of these builds evaluates text as code, which the pages' security policy would refuse.
 */
const BUNDLES: readonly (readonly [name: string, traces: readonly string[]])[] = [
  [
    "cartesian",
    [
      "bar",
      "box",
      "contour",
      "heatmap",
      "histogram",
      "histogram2d",
      "histogram2dcontour",
      "image",
      "pie",
      "scatter",
      "scatterternary",
      "violin",
    ],
  ],
  [
    "gl3d",
    [
      "cone",
      "isosurface",
      "mesh3d",
      "scatter",
      "scatter3d",
      "streamtube",
      "surface",
      "volume",
    ],
  ],
];

/** Build that draws everything. */
const WHOLE = "strict";

/** The build of Plotly that draws a figure made of these types of trace. */
export function bundleFor(traces: readonly string[]): string {
  const found = BUNDLES.find(([, drawn]) => traces.every((type) => drawn.includes(type)));
  return found ? found[0] : WHOLE;
}

/** File of a build in Plotly's package. */
export function bundleFile(bundle: string): string {
  return require.resolve(`plotly.js/dist/plotly-${bundle}.min.js`);
}
