import type { ReadonlyMatrix, ReadonlyVector } from "../../core";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { legendEntry } from "./series";
import { along, requirePointsInSpace, type SpaceOptions, spatial } from "./space";
import type { Color, Figure, Trace } from "./spec";

/** Options of `plot.arrows3d`. */
export interface Arrows3dOptions extends SpaceOptions {
  /** Where the arrows begin. Default: all at the origin. */
  origins?: ReadonlyMatrix;
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
export function arrows3d(vectors: ReadonlyMatrix, options: Arrows3dOptions = {}): Figure {
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
function tip(v: ReadonlyVector, head: ReadonlyVector, color: string): Trace {
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
