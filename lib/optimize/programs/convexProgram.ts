import type { Matrix, Vector } from "../../core";
import { along, inner, inversePower, maxAbs } from "../kernels/vectors";
import type { Duals, Polyhedron } from "./constraints";
import type { ConvexProgram, PrimalDual } from "./interiorPoint";

/** How exactly a row that was left out must hold, relative to the size of its terms. */
const HELD = 1e-8;

/** Grows an orthonormal basis of rows (Gram and Schmidt, twice over): whether a row adds to its span. */
function spanning(): (row: Vector, keep: boolean) => boolean {
  const basis: Vector[] = [];
  return (row, keep) => {
    let rest = row;
    for (const q of [...basis, ...basis]) rest = along(rest, -inner(q, rest), q);
    const size = Math.sqrt(inner(rest, rest));
    if (size <= 1e-10 * Math.sqrt(inner(row, row))) return false;
    if (keep) basis.push(rest.map((v) => v / size));
    return true;
  };
}

/** A row of a program, where it comes from, and by what it was scaled. */
interface Row {
  row: Vector;
  value: number;
  of: "ub" | "eq" | "lower" | "upper" | "fixed";
  index: number;
  scale: number;
}

/**
 * The program as the interior-point method takes it: the finite bounds are rows among the inequalities,
 * variables whose bounds coincide are equations, the objective and every row is scaled to entries near 1,
 * and rows that the equations leave no choice about are left out. `plain` leads back.
 */
export function assemble(Q: Matrix, c: Vector, { Aub, bub, Aeq, beq, lower, upper }: Polyhedron) {
  const unit = (j: number, sign: number) => c.map((_, i) => (i === j ? sign : 0));
  const times = (a: number, v: Vector) => v.map((t) => a * t);
  const scaled = (of: "ub" | "eq", A: Matrix, b: Vector) =>
    A.map((row, index): Row => {
      const scale = inversePower(maxAbs(row));
      return { row: times(scale, row), value: scale * b[index], of, index, scale };
    });
  const walls = (of: "lower" | "upper", bounds: Vector, sign: number) =>
    bounds.flatMap((value, index): Row[] => {
      if (!Number.isFinite(value)) return [];
      const fixed = lower[index] === upper[index];
      if (fixed && of === "lower") return [];
      const row = unit(index, sign);
      return [{ row, value: sign * value, of: fixed ? "fixed" : of, index, scale: 1 }];
    });
  const rows = [
    ...walls("upper", upper, 1),
    ...walls("lower", lower, -1),
    ...scaled("eq", Aeq, beq),
    ...scaled("ub", Aub, bub),
  ];
  const isEquation = ({ of }: Row) => of === "eq" || of === "fixed";
  const adds = spanning();
  const equations = rows.filter((r) => isEquation(r) && adds(r.row, true));
  const inequalities = rows.filter((r) => !isEquation(r) && adds(r.row, false));
  const objective = inversePower(Math.max(maxAbs(c), ...Q.map(maxAbs)));
  const program: ConvexProgram = {
    Q: Q.map((row) => times(objective, row)),
    c: times(objective, c),
    G: inequalities.map((r) => r.row),
    h: inequalities.map((r) => r.value),
    A: equations.map((r) => r.row),
    b: equations.map((r) => r.value),
  };
  /** The solution of the program as given: bounds that hold with equality are met exactly. */
  const plain = ({ x, s, z, y }: PrimalDual) => {
    const at = x.slice();
    const none = () => c.map(() => 0);
    const duals: Duals = {
      ub: bub.map(() => 0),
      eq: beq.map(() => 0),
      lower: none(),
      upper: none(),
    };
    inequalities.forEach(({ of, index, scale }, i) => {
      duals[of as "ub"][index] = (scale * z[i]) / objective;
      if (s[i] === 0 && of !== "ub") at[index] = of === "lower" ? lower[index] : upper[index];
    });
    equations.forEach(({ of, index, scale }, i) => {
      const multiplier = (scale * y[i]) / objective;
      if (of === "eq") duals.eq[index] = multiplier;
      else {
        at[index] = lower[index];
        duals[multiplier > 0 ? "upper" : "lower"][index] = Math.abs(multiplier);
      }
    });
    return { x: at, duals };
  };
  /** Whether the rows that were left out hold as well. */
  const consistent = (x: Vector) =>
    rows.every((r) => {
      const excess = inner(r.row, x) - r.value;
      const size = r.row.reduce((sum, v, j) => sum + Math.abs(v * x[j]), 1 + Math.abs(r.value));
      return (isEquation(r) ? Math.abs(excess) : excess) <= HELD * size;
    });
  return { program, plain, consistent, objective };
}
