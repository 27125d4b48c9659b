import { requireNumber } from "../../core";
import { arrowTrace, labelTrace } from "./arrows";
import { figure, requireFigureOptions } from "./figure";
import { scatter } from "./scatter";
import { requirePoints } from "./series";
import type { Figure, FigureOptions } from "./spec";

/** Options of `plot.biplot`. */
export interface BiplotOptions extends FigureOptions {
  /** Names of the variables, written at the heads of the arrows. */
  names?: readonly string[];
  /** A label for each sample. */
  groups?: readonly (string | number | boolean)[];
  /** Factor by which the arrows are lengthened. Default: so that they reach as far as the samples. */
  scale?: number;
}

/** Colour of the arrows: neither light nor dark, to be read on both. */
const INK = "#444444";

const reach = (points: readonly (readonly number[])[]): number =>
  points.reduce((most, p) => Math.max(most, Math.hypot(...p)), 0);

/**
 * Samples and variables in one picture (Gabriel 1971): scores as points, loadings as arrows.
 *
 * @param scores - n×2 matrix, one sample a row.
 * @param loadings - p×2 matrix, one variable a row.
 * @throws RangeError if there are not p names or n groups.
 * @example
 * plot.biplot([[1, 0], [0, 1]], [[0.6, 0.8]], { names: ["x"], scale: 1 }).data.length // => 3
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
  const origin = axes.map(() => [0, 0]);
  const variables = [
    arrowTrace(origin, heads, INK, { width: 1.5, head: 10 }),
    labelTrace(origin, heads, names, INK, 12),
  ];
  return figure("Biplot", [...samples, ...variables], { equal: true, height: 560, ...options });
}
