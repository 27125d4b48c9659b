import type { ReadonlyMatrix } from "../../core";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { groupsOf, legendEntry } from "./series";
import { along, requirePointsInSpace, type SpaceOptions, spatial } from "./space";
import type { Color, Figure } from "./spec";

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
export function scatter3d(points: ReadonlyMatrix, options: Scatter3dOptions = {}): Figure {
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
