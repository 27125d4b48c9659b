import { describeValue, requireNumber } from "../../core";
import { colored, requireFigureOptions } from "./figure";
import { groupsOf, legendEntry } from "./series";
import { requirePointsInSpace, type SpaceOptions, spatial } from "./space";
import type { Color, Figure, Trace } from "./spec";

const along = (points: readonly (readonly number[])[]) => ({
  x: points.map((p) => p[0]),
  y: points.map((p) => p[1]),
  z: points.map((p) => p[2]),
});

/** Options of `plot.scatter3d`. */
export interface Scatter3dOptions extends SpaceOptions {
  /** A label for each point: points of one label share their colour. */
  groups?: readonly (string | number | boolean)[];
  /** Size of the markers in pixels. Default 4. */
  size?: number;
  name?: string;
  color?: Color;
}

/** WebGL knows fewer marker shapes than the plane. */
const SHAPES = ["circle", "square", "diamond", "cross", "x"];

/**
 * Points in space, in groups of one colour and marker each if they have labels.
 *
 * @param points - Rows [x, y, z].
 * @throws RangeError if a row has not three entries, or groups differ in number.
 * @example
 * plot.scatter3d([[0, 1, 2]]).data[0].z // => [2]
 */
export function scatter3d(
  points: readonly (readonly number[])[],
  options: Scatter3dOptions = {},
): Figure {
  requireFigureOptions("plot.scatter3d", options, ["z", "eye", "groups", "size", "name", "color"]);
  const rows = requirePointsInSpace("plot.scatter3d", "points", points);
  const { groups, size = 4, name, color } = options;
  if (groups && groups.length !== rows.length) {
    throw new RangeError(
      `plot.scatter3d: groups must have length ${rows.length} (number of points), got ${groups.length}`,
    );
  }
  const parts: [string | undefined, number[]][] = groups
    ? [...groupsOf(groups)]
    : [[name, rows.map((_, i) => i)]];
  const traces = parts.map(([group, members], k) =>
    colored(color, k, (style) => ({
      type: "scatter3d",
      mode: "markers",
      ...along(members.map((i) => rows[i])),
      marker: { size, color: style.color, symbol: SHAPES[k % SHAPES.length] },
      ...legendEntry(group),
    })),
  );
  return spatial("plot.scatter3d", "Points in space", traces, options);
}

/** Options of `plot.arrows3d`. */
export interface Arrows3dOptions extends SpaceOptions {
  /** Where the arrows begin. Default: all at the origin. */
  origins?: readonly (readonly number[])[];
  /** A name for each, written at its head. */
  names?: readonly string[];
  color?: Color;
}

/**
 * Vectors in space as arrows, with equal units on all axes.
 *
 * @param vectors - Rows [x, y, z].
 * @throws RangeError if a row has not three entries, or origins or names differ in number.
 * @example
 * plot.arrows3d([[0, 0, 2]]).data[0].z // => [0, 2]
 */
export function arrows3d(
  vectors: readonly (readonly number[])[],
  options: Arrows3dOptions = {},
): Figure {
  requireFigureOptions("plot.arrows3d", options, ["z", "eye", "origins", "names", "color"]);
  const rows = requirePointsInSpace("plot.arrows3d", "vectors", vectors);
  const { origins = rows.map(() => [0, 0, 0]), names, color } = options;
  const tails = requirePointsInSpace("plot.arrows3d", "origins", origins);
  for (const [key, list] of Object.entries({ origins, names })) {
    if (list && list.length !== rows.length) {
      throw new RangeError(
        `plot.arrows3d: ${key} must have length ${rows.length} (number of vectors), got ${list.length}`,
      );
    }
  }
  const traces = rows.flatMap((v, i) => {
    const head = v.map((c, k) => c + tails[i][k]);
    const slot = names ? i : 0;
    return [
      colored(color, slot, (style) => shaft(tails[i], head, names?.[i], style.color)),
      colored(color, slot, (style) => tip(v, head, style.color)),
    ];
  });
  return spatial("plot.arrows3d", "Vectors in space", traces, { equal: true, ...options });
}

function shaft(tail: number[], head: number[], name: string | undefined, color: string): Trace {
  return {
    type: "scatter3d",
    mode: name ? "lines+text" : "lines",
    ...along([tail, head]),
    line: { color, width: 6 },
    text: name && ["", name],
    textposition: "top center",
    textfont: { color, size: 15 },
    ...legendEntry(name),
  };
}

/** A cone whose point is at the head, as long as a tenth of the arrow. */
function tip(v: readonly number[], head: readonly number[], color: string): Trace {
  const [u, w, z] = v.map((c) => c / 10);
  return {
    type: "cone",
    ...along([head]),
    u: [u],
    v: [w],
    w: [z],
    anchor: "tip",
    sizemode: "raw",
    sizeref: 1.2,
    colorscale: [
      [0, color],
      [1, color],
    ],
    showscale: false,
    showlegend: false,
    hoverinfo: "skip",
  };
}

/** Options of `plot.plane`. */
export interface PlaneOptions extends SpaceOptions {
  /** A point of the plane, in the middle of the piece that is drawn. Default the origin. */
  through?: readonly number[];
  /** The piece holds through + s·u + t·v for |s|, |t| ≤ size. Default 1. */
  size?: number;
  /** Default 0.45. */
  opacity?: number;
  name?: string;
  color?: Color;
}

/**
 * A piece of the plane spanned by two vectors.
 *
 * @param basis - The spanning vectors [u, v], rows of three entries.
 * @throws RangeError unless there are two rows of three entries.
 * @example
 * plot.plane([[1, 0, 0], [0, 1, 0]]).data[0].x // => [-1, 1, 1, -1]
 */
export function plane(basis: readonly (readonly number[])[], options: PlaneOptions = {}): Figure {
  const own = ["z", "eye", "through", "size", "opacity", "name", "color"];
  requireFigureOptions("plot.plane", options, own);
  const rows = requirePointsInSpace("plot.plane", "basis", basis);
  if (rows.length !== 2) {
    throw new RangeError(`plot.plane: basis must have 2 rows, got ${describeValue(basis)}`);
  }
  const { through = [0, 0, 0], size = 1, opacity = 0.45, name, color } = options;
  const [middle] = requirePointsInSpace("plot.plane", "through", [through]);
  requireNumber("plot.plane", "size", size, { above: 0 });
  const [u, v] = rows;
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([s, t]) => middle.map((c, k) => c + size * (s * u[k] + t * v[k])));
  const sheet = colored(color, 0, (style) => ({
    type: "mesh3d",
    ...along(corners),
    i: [0, 0],
    j: [1, 2],
    k: [2, 3],
    color: style.color,
    opacity,
    flatshading: true,
    hoverinfo: "skip",
    ...(name === undefined ? { showlegend: false } : { name, showlegend: true }),
  }));
  return spatial("plot.plane", "Plane in space", [sheet], { equal: true, ...options });
}
