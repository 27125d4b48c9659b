import { maxOf, minOf, type ReadonlyMatrix, requireMatrix, requireNumber } from "../../core";
import { arrowTrace, labelTrace, sideOf } from "./arrows";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { scatter } from "./scatter";
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

const reach = (points: ReadonlyMatrix): number =>
  points.reduce((most, p) => Math.max(most, Math.hypot(...p)), 0);

/** Height of a line of text and width of a letter, in pixels. */
const LINE = 15;
const LETTER = 7;

/** Pixels that the data's reach, both ways, is drawn in. */
const DRAWN = 420;

/**
 * Where the names stand: at the heads, but those on the same side that would cover each other moved
 * apart, upwards from the lowest.
 */
function namePlaces(
  heads: ReadonlyMatrix,
  sides: readonly string[],
  names: readonly string[],
  unit: number,
): number[][] {
  const placed: { x: number; y: number; side: string; width: number }[] = [];
  const order = heads.map((_, j) => j).sort((i, j) => heads[i][1] - heads[j][1]);
  const places = heads.map((head) => [...head]);
  for (const j of order) {
    const own = { x: heads[j][0], y: heads[j][1], side: sides[j], width: names[j].length * LETTER };
    for (const other of placed) {
      const near = Math.abs(own.x - other.x) < Math.max(own.width, other.width) * unit;
      if (near && own.side === other.side) own.y = Math.max(own.y, other.y + LINE * unit);
    }
    placed.push(own);
    places[j][1] = own.y;
  }
  return places;
}

/** Ranges that hold points, heads and names. */
function rangesOf(
  points: ReadonlyMatrix,
  places: ReadonlyMatrix,
  names: readonly string[],
  unit: number,
): { xRange: [number, number]; yRange: [number, number] } {
  const half = names.map((name) => name.length * LETTER * unit);
  const xs = [
    ...points.map((p) => p[0]),
    ...places.flatMap((p, j) => [p[0] - half[j], p[0] + half[j]]),
  ];
  const ys = [...points.map((p) => p[1]), ...places.map((p) => p[1])];
  const room = 2 * LINE * unit;
  return {
    xRange: [minOf(xs) - LINE * unit, maxOf(xs) + LINE * unit],
    yRange: [minOf(ys) - room, maxOf(ys) + room],
  };
}

/** The first two columns of scores, and of the components the first two rows, turned to a row a variable. */
function inThePlane(scores: ReadonlyMatrix, components: ReadonlyMatrix) {
  const caller = "plot.biplot";
  const two = (name: string, A: ReadonlyMatrix, size: number, what: string) => {
    if (size >= 2) return;
    throw new RangeError(
      `${caller}: ${name} must have at least 2 ${what} (components), got ${A.length}×${A[0].length}`,
    );
  };
  const S = requireMatrix(caller, "scores", scores, { minRows: 1 });
  two("scores", S, S[0].length, "columns");
  const C = requireMatrix(caller, "components", components, { minRows: 1 });
  two("components", C, C.length, "rows");
  return { points: S.map(([x, y]) => [x, y]), axes: C[0].map((x, j) => [x, C[1][j]]) };
}

/**
 * Samples and variables in one picture (Gabriel 1971): the samples' scores on the first two components
 * as points, and for each variable an arrow to its entries in these components. Takes what `learn.pca`
 * returns as it is: `plot.biplot(model.scores, model.components)`.
 *
 * @param scores - n×M, a row a sample, M ≥ 2; the first two columns are drawn.
 * @param components - M×p, a row a component, M ≥ 2; the first two rows are drawn.
 * @throws RangeError if there are fewer than two components, or not p names or n groups.
 * @example
 * plot.biplot([[1, 0], [0, 1]], [[0.6], [0.8]], { names: ["x"], scale: 1 }).data.length // => 3
 */
export function biplot(
  scores: ReadonlyMatrix,
  components: ReadonlyMatrix,
  options: BiplotOptions = {},
): Figure {
  requireFigureOptions("plot.biplot", options, ["names", "groups", "scale"]);
  const { points, axes } = inThePlane(scores, components);
  const { names = axes.map((_, j) => String(j)), groups } = options;
  if (names.length !== axes.length) {
    throw new RangeError(
      `plot.biplot: names must have length ${axes.length} (columns of components), got ${names.length}`,
    );
  }
  const scale = options.scale ?? (0.9 * reach(points)) / (reach(axes) || 1);
  requireNumber("plot.biplot", "scale", scale, { above: 0 });
  const heads = axes.map((row) => row.map((v) => scale * v));
  const samples = scatter(points, { size: 6, opacity: 0.6, ...(groups ? { groups } : {}) }).data;
  const origin = axes.map(() => [0, 0]);
  const sides = heads.map((head) => sideOf([0, 0], head));
  const unit = (2 * Math.max(reach(points), reach(heads))) / DRAWN;
  const places = namePlaces(heads, sides, names, unit);
  const variables = [
    arrowTrace(origin, heads, INK, { width: 1.5, head: 10 }),
    labelTrace(places, names, sides, INK, 12),
  ];
  const ranges = rangesOf(points, places, names, unit);
  return figure("Biplot", [...samples, ...variables], {
    equal: true,
    height: 560,
    ...ranges,
    ...options,
  });
}
