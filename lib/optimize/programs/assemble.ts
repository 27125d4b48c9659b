import type { Vector } from "../../core";
import { fromRows } from "../../linalg/flat";
import { inner, maxAbs, powerOfTwo } from "../kernels/vectors";
import { type Claim, leftOver, type Units } from "./certificate";
import type { Duals, Polyhedron } from "./constraints";
import type { ConvexProgram, PrimalDual } from "./convexProgram";
import { equilibrate } from "./equilibrate";
import { meanSize, scaleByCost } from "./scaling";
import { Span } from "./span";
import { compressRows, turned } from "./sparse";

/** A quadratic program as the interior-point method takes it, and what leads back. */
export interface Assembled {
  program: ConvexProgram;
  /** x of the program as given. */
  pointOf: (x: Float64Array) => Vector;
  /** The objective as given is so many times that of the program, but for a constant. */
  price: number;
  /** The solution as given: bounds that hold with equality are met exactly. */
  claimOf: (at: PrimalDual, gradient: (x: Vector) => Vector) => Claim;
  /** What 1 in the program stands for in x as given; 0 for a variable whose bounds coincide. */
  scale: Vector;
  /** And in the rows and the gradient as given. */
  units: Units;
}

/** A unit of length for x: the mean size of right-hand sides and bounds, or of the free minimum. */
function lengthOf(sides: ArrayLike<number>[], Q: readonly Vector[], c: ArrayLike<number>): number {
  if (sides.some((v) => Array.from(v).some((t) => t !== 0 && Number.isFinite(t)))) {
    return powerOfTwo(meanSize(...sides));
  }
  let most = 0;
  for (const row of Q) most = Math.max(most, maxAbs(row));
  return powerOfTwo(most > 0 ? maxAbs(c) / most : 1);
}

/**
 * Takes a program apart: variables whose bounds coincide are put in, those that are left and the rows are
 * scaled, and rows that the equations leave no choice about are left out (whether they hold is seen in
 * the end).
 */
export function assemble(Q: readonly Vector[], c: Vector, given: Polyhedron): Assembled {
  const { Aub, bub, Aeq, beq, lower, upper } = given;
  const kept = c.map((_, j) => j).filter((j) => lower[j] < upper[j]);
  const fixed = c.map((_, j) => (lower[j] < upper[j] ? 0 : lower[j]));
  const keptOf = (row: Vector) => kept.map((j) => row[j]);
  const rows = [...Aub, ...Aeq].map(keptOf);
  const sides = [...bub, ...beq].map((v, i) => {
    return v - inner(i < Aub.length ? Aub[i] : Aeq[i - Aub.length], fixed);
  });
  const quadratic = kept.map((i) => keptOf(Q[i]));
  const byRows = compressRows(rows);
  const byColumns = turned(byRows, kept.length);
  const diagonal = quadratic.map((row, k) => row[k]);
  const { s, r } = equilibrate(diagonal, byRows, byColumns);
  const linear = kept.map((j) => c[j] + inner(Q[j], fixed));
  scaleByCost(linear, s, (k) => {
    return !(diagonal[k] > 0) && byColumns.start[k + 1] === byColumns.start[k];
  });

  const scaledQ = quadratic.map((row, i) => row.map((v, j) => v * s[i] * s[j]));
  const scaledC = linear.map((v, k) => v * s[k]);
  const scaledSides = sides.map((v, i) => v * r[i]);
  const [low, high] = [lower, upper].map((bound) => kept.map((j, k) => bound[j] / s[k]));
  const size = lengthOf([scaledSides, low, high], scaledQ, scaledC);
  let most = 0;
  for (const row of scaledQ) most = Math.max(most, maxAbs(row) * size * size);
  const price = powerOfTwo(Math.max(most, maxAbs(scaledC) * size));

  const span = new Span();
  const scaledRow = (i: number) => Float64Array.from(rows[i], (v, j) => v * r[i] * s[j]);
  const equations: number[] = [];
  for (let i = Aub.length; i < rows.length; i++) if (span.add(scaledRow(i))) equations.push(i);
  const hasEquations = equations.length > 0;
  const isFree = (row: Float64Array) => maxAbs(row) > 0 && !(hasEquations && span.has(row));
  const inequalities = bub.map((_, i) => i).filter((i) => isFree(scaledRow(i)));
  const bounds = kept.flatMap((_, k) => {
    const unit = new Float64Array(kept.length);
    unit[k] = 1;
    const walls = [
      { k, sign: 1, value: high[k] },
      { k, sign: -1, value: -low[k] },
    ].filter(({ value }) => value < Infinity);
    return walls.length > 0 && isFree(unit) ? walls : [];
  });

  const matrix = (which: number[]) => {
    const M = fromRows(which.map((i) => Array.from(scaledRow(i))));
    return { ...M, cols: kept.length };
  };
  const at = (which: number[]) => which.map((i) => scaledSides[i] / size);
  const program: ConvexProgram = {
    Q: {
      ...fromRows(scaledQ.map((row) => row.map((v) => (v * size * size) / price))),
      cols: kept.length,
    },
    c: Float64Array.from(scaledC, (v) => (v * size) / price),
    G: matrix(inequalities),
    bounded: Int32Array.from(bounds, ({ k }) => k),
    sign: Int8Array.from(bounds, ({ sign }) => sign),
    h: Float64Array.from([...at(inequalities), ...bounds.map(({ value }) => value / size)]),
    A: matrix(equations),
    b: Float64Array.from(at(equations)),
  };

  const pointOf = (x: Float64Array) => {
    const out = fixed.slice();
    kept.forEach((j, k) => {
      out[j] = x[k] * s[k] * size + 0;
    });
    return out;
  };
  const claimOf: Assembled["claimOf"] = (found, gradient) => {
    const x = pointOf(found.x).map((v, j) => Math.min(Math.max(v, lower[j]), upper[j]));
    const none = () => c.map(() => 0);
    const duals: Duals = {
      ub: bub.map(() => 0),
      eq: beq.map(() => 0),
      lower: none(),
      upper: none(),
    };
    inequalities.forEach((i, k) => {
      duals.ub[i] = (found.z[k] * r[i] * price) / size;
    });
    equations.forEach((i, k) => {
      duals.eq[i - bub.length] = (found.y[k] * r[i] * price) / size;
    });
    bounds.forEach(({ k, sign }, t) => {
      const j = kept[k];
      const row = inequalities.length + t;
      duals[sign > 0 ? "upper" : "lower"][j] = (found.z[row] * price) / (s[k] * size);
      if (found.s[row] === 0) x[j] = (sign > 0 ? upper : lower)[j];
    });
    // what holds a fixed variable in its place
    const { rest } = leftOver(gradient(x), given, duals.ub, duals.eq);
    c.forEach((_, j) => {
      if (lower[j] === upper[j]) duals[rest[j] > 0 ? "lower" : "upper"][j] = Math.abs(rest[j]);
    });
    return { x, duals };
  };
  const scale = c.map(() => 0);
  kept.forEach((j, k) => {
    scale[j] = s[k] * size;
  });
  const units = {
    rows: Array.from(r, (v) => size / v),
    costs: scale.map((v) => (v === 0 ? 0 : price / v)),
  };
  return { program, pointOf, price, claimOf, scale, units };
}
