import type { ReadonlyMatrix } from "../../core";
import { type Field, gridOf, roundHeights } from "./grid";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import type { Box } from "./series";
import { along, requirePointsInSpace, type SpaceOptions, spatial } from "./space";
import type { Figure, Trace } from "./spec";
import { SCALES } from "./theme";

/** Options of `plot.surface`. */
export interface SurfaceOptions extends SpaceOptions {
  /** Points a side at which the function is evaluated. Default 41. */
  n?: number;
  /** Default 1. */
  opacity?: number;
  /** Paths in space, by name: rows [x, y, z]. */
  paths?: Readonly<Record<string, ReadonlyMatrix>>;
}

function pathTrace(name: string, path: ReadonlyMatrix, k: number): Trace {
  return colored(undefined, k + 1, ({ color }) => ({
    type: "scatter3d",
    mode: "lines+markers",
    ...along(path),
    name,
    line: { color, width: 5 },
    marker: { color, size: 3 },
  }));
}

/**
 * A landscape as a surface in space.
 *
 * @param f - Function of [x, y], or its values {x, y, z} with z[i][j] at (x[j], y[i]).
 * @param box - [[x from, x to], [y from, y to]]; not needed with values.
 * @throws TypeError if f is neither; RangeError for a box that is none, or values that do not fit.
 * @example
 * plot.surface(([x, y]) => x * y, [[0, 1], [0, 1]], { n: 2 }).data[0].z // => [[0, 0], [0, 1]]
 */
export function surface(f: Field, box?: Box, options: SurfaceOptions = {}): Figure {
  requireFigureOptions("plot.surface", options, ["z", "eye", "n", "opacity", "paths"]);
  const { n = 41, opacity = 1, paths = {} } = options;
  const grid = gridOf("plot.surface", f, box, n);
  const traces: Trace[] = [
    {
      type: "surface",
      ...grid,
      z: roundHeights(grid.z),
      opacity,
      colorscale: SCALES.sequential,
      showscale: false,
    },
    ...Object.entries(paths).map(([name, path], k) =>
      pathTrace(name, requirePointsInSpace("plot.surface", `paths.${name}`, path), k),
    ),
  ];
  return spatial("plot.surface", "Surface", traces, options);
}
