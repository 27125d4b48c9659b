import { maxOf, type ReadonlyVector, requireFunction, requireNumber } from "../../core";
import { arrowTrace } from "./arrows";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { type Box, linspace, requireBox, requirePoints } from "./series";
import type { Color, Figure, FigureOptions } from "./spec";

/** Options of `plot.quiver`. */
export interface QuiverOptions extends FigureOptions {
  /** Arrows a side. Default 15. */
  n?: number;
  /** Whether all arrows are equally long, so that only the direction is seen. Default false. */
  normalize?: boolean;
  color?: Color;
}

/**
 * A vector field: an arrow at each point of a grid, scaled so that they do not overlap.
 *
 * @param field - [x, y] ↦ [u, v]; for a gradient field, the gradient.
 * @param box - [[x from, x to], [y from, y to]].
 * @throws TypeError if field is no function; RangeError for a box that is none, or a result without two
 * entries.
 * @example
 * plot.quiver(([x, y]) => [-y, x], [[-1, 1], [-1, 1]], { n: 2 }).data[0].x.length // => 12
 */
export function quiver(
  field: (x: number[]) => ReadonlyVector,
  box: Box,
  options: QuiverOptions = {},
): Figure {
  requireFigureOptions("plot.quiver", options, ["n", "normalize", "color"]);
  requireFunction("plot.quiver", "field", field);
  const [[x0, x1], [y0, y1]] = requireBox("plot.quiver", box);
  const { n = 15, normalize = false, color } = options;
  requireNumber("plot.quiver", "n", n, { min: 2, max: 60, integer: true });
  const tails = linspace(y0, y1, n).flatMap((v) => linspace(x0, x1, n).map((u) => [u, v]));
  const vectors = tails.map((p) => field([...p]));
  requirePoints("plot.quiver", "field(x)", vectors);
  const lengths = vectors.map(([u, v]) => Math.hypot(u as number, v as number));
  const longest = maxOf(lengths.filter(Number.isFinite)) || 1;
  const room = (0.9 * Math.min(x1 - x0, y1 - y0)) / (n - 1);
  const heads = tails.map((tail, i) => {
    const length = lengths[i];
    const factor = length === 0 ? 0 : room / (normalize ? length : longest);
    return tail.map((c, k) => c + factor * vectors[i]?.[k]);
  });
  const style = { width: 1.4, head: 9 };
  const traces = [colored(color, 0, (s) => arrowTrace(tails, heads, s.color, style))];
  return figure("Vector field", traces, { equal: true, ...options });
}
