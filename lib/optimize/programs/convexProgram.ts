import { type Dense, matvec } from "../../linalg/flat";

/**
 * A convex quadratic program as the interior-point method takes it: minimise ½xᵀQx + cᵀx subject to
 * rows·x ≤ h, A·x = b, where the first rows are G and the others those of single variables, ±xⱼ.
 */
export interface ConvexProgram {
  Q: Dense;
  c: Float64Array;
  G: Dense;
  /** The variables of the rows ±xⱼ, and their signs: 1 for an upper bound, −1 for a lower one. */
  bounded: Int32Array;
  sign: Int8Array;
  h: Float64Array;
  A: Dense;
  b: Float64Array;
}

/** x, the slacks s = h − rows·x ≥ 0, and the multipliers z ≥ 0 of these rows and y of A·x = b. */
export interface PrimalDual {
  x: Float64Array;
  s: Float64Array;
  z: Float64Array;
  y: Float64Array;
}

/** rows·x for all inequalities. */
export function inequalitiesAt({ G, bounded, sign }: ConvexProgram, x: Float64Array): Float64Array {
  const out = new Float64Array(G.rows + bounded.length);
  matvec(G, x, { out });
  for (let k = 0; k < bounded.length; k++) out[G.rows + k] = sign[k] * x[bounded[k]];
  return out;
}

/** out ← out + v. */
export function add(out: Float64Array, v: Float64Array): Float64Array {
  for (let j = 0; j < out.length; j++) out[j] += v[j];
  return out;
}

/** out ← out + rowsᵀ·w for all inequalities. */
export function addInequalities(
  out: Float64Array,
  { G, bounded, sign }: ConvexProgram,
  w: Float64Array,
): void {
  add(out, matvec(G, w, { transpose: true }));
  for (let k = 0; k < bounded.length; k++) out[bounded[k]] += sign[k] * w[G.rows + k];
}
