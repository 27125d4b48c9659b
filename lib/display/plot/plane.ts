import { describeValue, type ReadonlyMatrix, type ReadonlyVector, requireNumber } from "../../core";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { along, requirePointsInSpace, type SpaceOptions, spatial } from "./space";
import type { Color, Figure } from "./spec";

/** Options of `plot.plane`. */
export interface PlaneOptions extends SpaceOptions {
  /** A point of the plane, in the middle of the piece that is drawn. Default the origin. */
  through?: ReadonlyVector;
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
export function plane(basis: ReadonlyMatrix, options: PlaneOptions = {}): Figure {
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
