import {
  type Matrix,
  type ReadonlyVector,
  requireBoolean,
  requireVector,
  summarised,
  type Vector,
} from "../core";
import { fisherF } from "../prob";
import { requireTestOptions } from "./inference/options";
import { centre, meanOf, powerSum } from "./moments/centre";
import { factorDesign } from "./regression/design";
import {
  type Factor,
  factorOf,
  interactionColumns,
  type Level,
  sumContrasts,
} from "./regression/factors";
import { leastSquares } from "./regression/leastSquares";

/** Options of `anova2`. */
export interface Anova2Options {
  /** Which hypotheses are tested where the cells differ in size. Default 2. */
  type?: 1 | 2 | 3;
  /** Whether the effect of one factor may depend on the other. Default true. */
  interaction?: boolean;
  /** Names of the factors. Default ["a", "b"]. */
  names?: readonly [string, string];
}

/** An effect: a row for show(). */
export interface Anova2Row {
  source: string;
  sumOfSquares: number;
  df: number;
  meanSquare: number;
  /** F. */
  statistic: number;
  pValue: number;
  /** Partial η² = SS/(SS + residual SS). */
  etaSquared: number;
}

/** What `anova2` returns. */
export interface Anova2Result {
  /** The effects of a, of b and of both together. */
  table: Anova2Row[];
  residual: { sumOfSquares: number; df: number; meanSquare: number };
  /** The levels of a and b, in the order in which they first come. */
  levels: [Level[], Level[]];
  /** Mean of each cell, NaN for an empty one; rows are levels of a. */
  means: Matrix;
  /** Size of each cell. */
  counts: Matrix;
}

const caller = "anova2";

/** The residuals of y about the columns of X with a constant. */
function residualsOf(y: Vector, X: Matrix, names: string[]): Vector {
  return leastSquares(factorDesign(caller, X, true, names), y).residuals;
}

/** The columns of a matrix of contrasts, called by the name of the effect. */
interface Effect {
  name: string;
  X: Matrix;
}

/** Sum of squares by which `more` explains y better than `less`: ‖difference of the residuals‖². */
function gain(y: Vector, less: readonly Effect[], more: readonly Effect[]): number {
  const fit = (effects: readonly Effect[]) =>
    residualsOf(
      y,
      y.map((_, i) => effects.flatMap(({ X }) => X[i])),
      effects.flatMap(({ name, X }) => X[0].map((_, j) => `${name} ${j + 1}`)),
    );
  const [r, s] = [fit(less), fit(more)];
  return powerSum(
    r.map((v, i) => v - s[i]),
    2,
  );
}

/** Which models each effect is the difference of. */
function comparisons(type: 1 | 2 | 3, [a, b, ab]: readonly Effect[]): [Effect[], Effect[]][] {
  const full = ab ? [a, b, ab] : [a, b];
  const without = (effect: Effect) => full.filter((e) => e !== effect);
  const last: [Effect[], Effect[]][] = ab ? [[[a, b], full]] : [];
  if (type === 3) return full.map((effect) => [without(effect), full]);
  return [type === 1 ? [[], [a]] : [[b], [a, b]], [[a], [a, b]], ...last];
}

/** Entries of y by cell. */
function cellsOf(y: ReadonlyVector, a: Factor, b: Factor): Vector[][] {
  const cells = a.levels.map(() => b.levels.map((): Vector => []));
  y.forEach((v, i) => {
    cells[a.codes[i]][b.codes[i]].push(v);
  });
  return cells;
}

/**
 * Two-way analysis of variance: does the mean of y depend on the factors a and b, and does the effect of one
 * depend on the other? Each effect is tested by what it adds to a linear model with sum-to-zero contrasts:
 * F = (SS/df)/(residual SS/residual df) against the law F (Fisher 1925).
 *
 * In a balanced design, with as many entries in each cell, all types agree. Else: type 1 takes a, then b after
 * a, then the interaction (their order matters). Type 2 takes each factor after the other, which is right where
 * there is no interaction (Langsrud 2003). Type 3 takes each effect after all others: it compares unweighted
 * means of cells, also under interaction (Yates 1934).
 *
 * @param y - n finite numbers.
 * @param a - n labels: strings, numbers or booleans, at least 2 different ones.
 * @param b - n labels.
 * @param options - `type`, `interaction`, `names`.
 * @returns `{ table, residual, levels, means, counts }`, with a row `a`, `b` and `a:b` of the table for each effect.
 * @throws RangeError for an empty cell with interaction, no residual degrees of freedom, or no variation within
 * cells; LinAlgError if factors cannot be told apart. O(n·(cells)²).
 * @example
 * stats.anova2([1, 2, 3, 4, 6, 7, 8, 9], [0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0, 1, 1]).table.map((row) => row.statistic) // => [100, 16, 0]
 * stats.anova2([1, 2, 3], ["u", "u", "v"], ["r", "s", "r"]) // throws anova2: each cell must have an entry for the interaction, none has a = "v" and b = "s"
 */
export function anova2(
  y: ReadonlyVector,
  a: readonly Level[],
  b: readonly Level[],
  options: Anova2Options = {},
): Anova2Result {
  requireVector(caller, "y", y, { minLength: 1 });
  const first = factorOf(caller, "a", a, y.length);
  const second = factorOf(caller, "b", b, y.length);
  requireTestOptions(caller, options, ["type", "interaction", "names"]);
  const { type = 2, interaction = true, names = ["a", "b"] as const } = options;
  if (![1, 2, 3].includes(type)) {
    throw new RangeError(`${caller}: type must be 1, 2 or 3, got ${String(type)}`);
  }
  requireBoolean(caller, "interaction", interaction);
  if (!Array.isArray(names) || names.length !== 2 || names.some((v) => typeof v !== "string")) {
    throw new TypeError(`${caller}: names must be two strings`);
  }
  const cells = cellsOf(y, first, second);
  const counts = cells.map((row) => row.map((cell) => cell.length));
  if (interaction) requireFull(counts, first, second, names);

  const A = { name: names[0], X: sumContrasts(first) };
  const B = { name: names[1], X: sumContrasts(second) };
  const AB = { name: names.join(":"), X: interactionColumns(A.X, B.X) };
  const effects = interaction ? [A, B, AB] : [A, B];
  const used = effects.reduce((s, e) => s + e.X[0].length, 1);
  const df = y.length - used;
  if (df < 1) {
    throw new RangeError(
      `${caller}: y must have more entries than there are means (${used}), got ${y.length}`,
    );
  }
  // the model has a constant: y may be taken about its mean, in a unit near 1
  const { d, scale } = centre(y);
  const X = y.map((_, i) => effects.flatMap((e) => e.X[i]));
  const labels = effects.flatMap((e) => e.X[0].map((_, j) => `${e.name} ${j + 1}`));
  const rss = powerSum(residualsOf(d, X, labels), 2);
  if (rss <= (10 * y.length * Number.EPSILON) ** 2 * powerSum(d, 2)) {
    throw new RangeError(`${caller}: y must vary about its means, the fit leaves no residuals`);
  }
  const law = (k: number) => fisherF(k, df);
  const table = comparisons(type, effects).map(([less, more], i) => {
    const sum = gain(d, less, more);
    const k = effects[i].X[0].length;
    const statistic = sum / k / (rss / df);
    return {
      source: effects[i].name,
      sumOfSquares: sum * scale * scale,
      df: k,
      meanSquare: (sum / k) * scale * scale,
      statistic,
      pValue: law(k).sf(statistic),
      etaSquared: sum / (sum + rss),
    };
  });
  return summarised("two-way analysis of variance", {
    table,
    residual: { sumOfSquares: rss * scale * scale, df, meanSquare: (rss / df) * scale * scale },
    levels: [first.levels, second.levels],
    means: cells.map((row) => row.map((cell) => (cell.length > 0 ? meanOf(cell) : NaN))),
    counts,
  });
}

/** Says which cell is empty, if one is. */
function requireFull(counts: Matrix, a: Factor, b: Factor, names: readonly [string, string]): void {
  for (const [i, row] of counts.entries()) {
    const j = row.indexOf(0);
    if (j < 0) continue;
    const [u, v] = [a.levels[i], b.levels[j]].map((level) => JSON.stringify(level));
    throw new RangeError(
      `${caller}: each cell must have an entry for the interaction, none has ${names[0]} = ${u} and ${names[1]} = ${v}`,
    );
  }
}
