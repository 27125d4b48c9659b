import { requireVector } from "../../core";
import { colored, figure, requireFigureOptions } from "./figure";
import { type Field, gridOf, roundHeights } from "./grid";
import type { Box } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";
import { SCALES } from "./theme";

/** Options of `plot.surface`. */
export interface SurfaceOptions extends FigureOptions {
  /** Title of the height axis. */
  z?: string;
  /** Points a side at which the function is evaluated. Default 41. */
  n?: number;
  opacity?: number;
  /** Paths in space, by name: rows [x, y, z]. */
  paths?: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Where the eye stands, as [x, y, z]. Default [1.4, -1.5, 0.9]. */
  eye?: readonly number[];
}

/**
 * A landscape as a surface in space.
 *
 * @param f - Function of [x, y], or its values {x, y, z}.
 * @param box - [[x from, x to], [y from, y to]]; not needed with values.
 * @example
 * plot.surface(([x, y]) => x * y, [[0, 1], [0, 1]], { n: 2 }).data[0].z // => [[0, 0], [0, 1]]
 */
export function surface(f: Field, box?: Box, options: SurfaceOptions = {}): Figure {
  requireFigureOptions("plot.surface", options, ["z", "n", "opacity", "paths", "eye"]);
  const { n = 41, opacity = 1, paths = {}, eye = [1.4, -1.5, 0.9] } = options;
  const grid = gridOf("plot.surface", f, box, n);
  const [ex, ey, ez] = requireVector("plot.surface", "eye", eye, { length: 3 });
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
      colored(
        undefined,
        k + 1,
        ({ color }): Trace => ({
          type: "scatter3d",
          mode: "lines+markers",
          x: path.map((p) => p[0] as number),
          y: path.map((p) => p[1] as number),
          z: path.map((p) => p[2] as number),
          name,
          line: { color, width: 5 },
          marker: { color, size: 3 },
        }),
      ),
    ),
  ];
  return spatial("Surface", traces, options, [ex as number, ey as number, ez as number]);
}

/** A figure with three axes. */
export function spatial(
  kind: string,
  traces: readonly Trace[],
  options: FigureOptions & { z?: string },
  eye: readonly [number, number, number],
): Figure {
  const { x, y, z, ...rest } = options;
  const title = (text = "") => ({ title: { text } });
  const flat = figure(
    kind,
    traces,
    { ...rest, height: options.height ?? 480, alt: altOf(kind, options) },
    {
      scene: {
        xaxis: title(x),
        yaxis: title(y),
        zaxis: title(z),
        camera: { eye: { x: eye[0], y: eye[1], z: eye[2] } },
        ...(options.equal ? { aspectmode: "data" } : {}),
      },
    },
  );
  const { xaxis, yaxis, ...layout } = flat.layout;
  return { ...flat, layout };
}

function altOf(kind: string, { title, alt, x, y, z }: FigureOptions & { z?: string }): string {
  const axes = [x, y, z].filter(Boolean).join(", ");
  return (
    alt ??
    `${kind}${title ? `: ${title.replace(/[.\s]+$/, "")}` : ""}${axes ? ` (axes: ${axes})` : ""}.`
  );
}
