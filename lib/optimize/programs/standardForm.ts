import type { Vector } from "../../core";
import { powerOfTwo } from "../kernels/vectors";
import type { Units } from "./certificate";
import type { Polyhedron } from "./constraints";
import { meanSize, scaleByCost, scaling } from "./scaling";
import { compressRows, type Sparse, turned } from "./sparse";
import type { StandardForm } from "./vertex";

/** A linear program in standard form, scaled, and what leads back. */
export interface Scaled {
  form: StandardForm;
  /** x of the program = s·x of the form, for the n variables. */
  s: Float64Array;
  /** Multiplier of a row of the program = r·that of the form. */
  r: Float64Array;
  /** What 1 in the form stands for in the rows and the costs of the program. */
  units: Units;
}

/** A with entries r·a·s, given by rows. */
function scaledRows(A: Sparse, r: Float64Array, s: Float64Array): Sparse {
  const value = A.value.slice();
  for (let i = 0; i + 1 < A.start.length; i++) {
    for (let t = A.start[i]; t < A.start[i + 1]; t++) value[t] *= r[i] * s[A.index[t]];
  }
  return { ...A, value };
}

/** The columns, and after them those of the identity of size m. */
function withSlacks({ start, index, value }: Sparse, m: number): Sparse {
  const n = start.length - 1;
  const size = index.length;
  const begin = new Int32Array(n + m + 1);
  begin.set(start);
  const at = new Int32Array(size + m);
  at.set(index);
  const entries = new Float64Array(size + m).fill(1);
  entries.set(value);
  for (let i = 0; i < m; i++) {
    begin[n + i + 1] = size + i + 1;
    at[size + i] = i;
  }
  return { start: begin, index: at, value: entries };
}

/**
 * The program in standard form, with rows and columns scaled, and right-hand sides and bounds divided by
 * their common size, costs by theirs.
 */
export function standardForm(c: Vector, given: Polyhedron): Scaled {
  const { Aub, Aeq, bub, beq, lower, upper } = given;
  const n = c.length;
  const m = Aub.length + Aeq.length;
  const A = compressRows(Aub, Aeq);
  const byColumns = turned(A, n);
  const { r, s } = scaling(A, byColumns);
  const isEmpty = (j: number) => byColumns.start[j + 1] === byColumns.start[j];
  const price = powerOfTwo(scaleByCost(c, s, isEmpty));
  const rows = scaledRows(A, r, s);
  const total = n + m;
  const cost = new Float64Array(total);
  const lo = new Float64Array(total);
  const hi = new Float64Array(total);
  for (let j = 0; j < n; j++) {
    cost[j] = c[j] * s[j];
    lo[j] = lower[j] / s[j];
    hi[j] = upper[j] / s[j];
  }
  const b = new Float64Array(m);
  for (let i = 0; i < m; i++) b[i] = r[i] * (i < bub.length ? bub[i] : beq[i - bub.length]);
  for (let i = 0; i < Aub.length; i++) hi[n + i] = Infinity;
  const size = powerOfTwo(meanSize(b, lo, hi));
  for (let i = 0; i < m; i++) b[i] /= size;
  for (let j = 0; j < n; j++) {
    lo[j] /= size;
    hi[j] /= size;
    cost[j] /= price;
    s[j] *= size;
  }
  for (let i = 0; i < m; i++) r[i] *= price;
  const columns = withSlacks(turned(rows, n), m);
  const unit = size * price;
  const over = (scales: Float64Array) => Array.from(scales, (v) => unit / v);
  const units = { rows: over(r), costs: over(s) };
  return { form: { m, n, columns, rows, b, cost, lo, hi }, r, s, units };
}
