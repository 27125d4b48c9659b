import { requireNumber } from "../../core";
import { colored, figure, requireFigureOptions } from "./figure";
import { scatter } from "./scatter";
import { requirePoints } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";
import { arrowTrace } from "./vector";

/** Options of `plot.biplot`. */
export interface BiplotOptions extends FigureOptions {
  /** Names of the variables, written at the heads of the arrows. */
  names?: readonly string[];
  /** A label for each sample. */
  groups?: readonly (string | number | boolean)[];
  /** Factor by which the arrows are lengthened. Default: so that they reach as far as the samples. */
  scale?: number;
}

const reach = (points: readonly (readonly number[])[]): number =>
  points.reduce((most, p) => Math.max(most, Math.hypot(...p)), 0);

/**
 * Samples and variables in one picture (Gabriel 1971): scores as points, loadings as arrows.
 *
 * @param scores - n×2 matrix, one sample a row.
 * @param loadings - p×2 matrix, one variable a row.
 * @throws RangeError if there are not p names or n groups.
 * @example
 * plot.biplot([[1, 0], [0, 1]], [[0.6, 0.8]], { names: ["x"], scale: 1 }).data.length // => 2
 */
export function biplot(
  scores: readonly (readonly number[])[],
  loadings: readonly (readonly number[])[],
  options: BiplotOptions = {},
): Figure {
  requireFigureOptions("plot.biplot", options, ["names", "groups", "scale"]);
  const points = requirePoints("plot.biplot", "scores", scores);
  const axes = requirePoints("plot.biplot", "loadings", loadings);
  const { names = axes.map((_, j) => String(j)), groups } = options;
  if (names.length !== axes.length) {
    throw new RangeError(
      `plot.biplot: names must have length ${axes.length} (rows of loadings), got ${names.length}`,
    );
  }
  const scale = options.scale ?? (0.9 * reach(points)) / (reach(axes) || 1);
  requireNumber("plot.biplot", "scale", scale, { above: 0 });
  const heads = axes.map((row) => row.map((v) => scale * v));
  const samples = scatter(points, { size: 6, opacity: 0.6, ...(groups ? { groups } : {}) }).data;
  const arrows = colored("#222222", 0, ({ color }) =>
    arrowTrace(
      axes.map(() => [0, 0]),
      heads,
      color,
      { width: 1.5, head: 9 },
    ),
  );
  const variables: Trace = {
    ...arrows,
    mode: "lines+markers+text",
    text: names.flatMap((name) => ["", name, ""]),
    textposition: heads.flatMap(([u, v]) => [
      "top center",
      sideOf(u as number, v as number),
      "top center",
    ]),
    textfont: { size: 12 },
  };
  return figure("Biplot", [...samples, variables], { equal: true, height: 560, ...options });
}

/** On which side of an arrow's head its name stands: away from the origin. */
function sideOf(u: number, v: number): string {
  if (Math.abs(v) > 1.5 * Math.abs(u)) return v > 0 ? "top center" : "bottom center";
  return u > 0 ? "middle right" : "middle left";
}
