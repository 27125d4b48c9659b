import { rng } from "../../../lib/core";
import * as plot from "../../../lib/display/plot";

/** One figure of each kind, small. */
const r = rng(3);
const x = Array.from({ length: 12 }, (_, i) => i / 2);
const cloud = Array.from({ length: 20 }, () => [r.normal(0, 1), r.normal(0, 2)]);
const labels = cloud.map(([u]) => (u > 0 ? "right" : "left"));
const square: [number, number][] = [
  [-1, 1],
  [-1, 1],
];
const bowl = ([u, v]: number[]) => u * u + 2 * v * v;
const text = { title: "What the figure shows", x: "time (s)", y: "length (m)" };

const pieces = {
  line: plot.line(x, { sin: x.map(Math.sin), cos: x.map(Math.cos) }, { ...text, markers: true }),
  steps: plot.steps([0, 1, 2], [0.2, 0.7, 1], text),
  curve: plot.curve({ sin: Math.sin, tan: Math.tan }, [0, 3], { ...text, n: 11, fill: true }),
  logarithmic: plot.line(
    x,
    x.map((v) => 10 ** -v),
    { ...text, yLog: true, yRange: [1e-6, 1] },
  ),
  band: plot.band(
    x,
    x,
    x.map((v) => v - 1),
    x.map((v) => v + 1),
    text,
  ),
  scatter: plot.scatter(cloud, { ...text, groups: labels, labels, showLabels: true }),
  valued: plot.scatter(x, x, { ...text, values: x, valuesTitle: "age" }),
  bar: plot.bar(["a", "b"], { one: [1, 2], two: [3, 4] }, { ...text, errors: [0.1, 0.2] }),
  lying: plot.bar(["a", "b"], [1, 2], { ...text, horizontal: true, stacked: true }),
  histogram: plot.histogram({ u: cloud.map(([u]) => u), v: cloud.map(([, v]) => v) }, text),
  heatmap: plot.heatmap(
    [
      [1, -0.5],
      [-0.5, 1],
    ],
    { ...text, rows: ["a", "b"], columns: ["c", "d"] },
  ),
  image: plot.image(
    [
      [0, 1, 2],
      [3, 4, 5],
    ],
    text,
  ),
  contour: plot.contour(bowl, square, {
    ...text,
    n: 11,
    log: true,
    paths: {
      descent: [
        [1, 1],
        [0.5, 0.2],
        [0, 0],
      ],
    },
    points: { minimum: [0, 0] },
  }),
  levels: plot.contour(bowl, square, { ...text, n: 11, filled: false, levels: [0, 3, 0.5] }),
  decision: plot.decisionRegions(([u]) => (u > 0 ? "right" : "left"), square, {
    ...text,
    n: 11,
    points: cloud,
    labels,
  }),
  arrows: plot.arrows(
    [
      [1, 2],
      [-2, 1],
    ],
    { ...text, names: ["a", "b"] },
  ),
  quiver: plot.quiver(([u, v]) => [-v, u], square, { ...text, n: 4, normalize: true }),
  grid2d: plot.grid2d(
    [
      [1, 0.5],
      [0, 1],
    ],
    text,
  ),
  bent: plot.grid2d(([u, v]) => [u + v * v, v], { ...text, range: 1, lines: 3 }),
  box: plot.box({ a: x, b: x }, { ...text, points: true }),
  violin: plot.violin({ a: x, b: x }, text),
  stem: plot.stem([0, 1, 2], { p: [0.2, 0.3, 0.5], q: [0.5, 0.3, 0.2] }, text),
  spectrum: plot.spectrum([4, 2, 1], text),
  biplot: plot.biplot(
    cloud,
    [
      [0.5, 0.4, 0.1],
      [0.5, 0.6, -0.9],
    ],
    { ...text, groups: labels },
  ),
  polygon: plot.polygon(
    [
      [0, 0],
      [1, 0],
      [0, 1],
    ],
    { ...text, name: "triangle" },
  ),
  region: plot.region(
    [[1, 1]],
    [1],
    [
      [0, 2],
      [0, 2],
    ],
    text,
  ),
  segments: plot.segments([[0, 0]], [[1, 1]], { ...text, dashed: true }),
  text: plot.text([[0, 0]], ["here"], text),
  rule: plot.rule({ x: 1, y: [2, 3] }, { ...text, label: "limit" }),
  surface: plot.surface(bowl, square, { ...text, z: "height", n: 5, paths: { path: [[0, 0, 1]] } }),
  scatter3d: plot.scatter3d(
    [
      [0, 1, 2],
      [1, 2, 3],
    ],
    { ...text, groups: ["a", "b"] },
  ),
  arrows3d: plot.arrows3d(
    [
      [1, 0, 0],
      [0, 1, 1],
    ],
    { ...text, names: ["u", "v"] },
  ),
  plane: plot.plane(
    [
      [1, 0, 0],
      [0, 1, 1],
    ],
    { ...text, name: "U" },
  ),
};

const { scatter, line, contour, spectrum, surface, image, rule, arrows3d, plane } = pieces;

/** Every kind of figure, and figures made of figures. */
export const gallery: Record<string, plot.Figure> = {
  ...pieces,
  layers: plot.layers(scatter, line, rule, { title: "All together" }),
  space: plot.layers(plane, arrows3d),
  subplots: plot.subplots([line, contour, spectrum, surface, scatter], { title: "Five in one" }),
  images: plot.subplots([image, image, image, image, image, image]),
  animation: plot.animate(
    [0, 1, 2].map((k) =>
      plot.line(
        x,
        x.map((v) => Math.sin(v + k)),
        text,
      ),
    ),
  ),
};
