import { LinAlgError } from "../../core";
import { scaleBy, tame } from "../kernels/scaling";
import { backSubstitute, forwardSubstitute } from "../kernels/triangular";
import { usesLapack } from "../native/engine";
import { getri, getrs } from "../native/lapack";
import { type Dense, release } from "../storage/dense";
import { borrow, giveBack } from "../storage/scratch";
import { requireInRange } from "../storage/unpack";
import { factorLU } from "./lu";
import { transpose } from "./transpose";

/** How many times the bound n·ε for the rounding errors of one sum: those of the earlier steps add up. */
const MARGIN = 10;

/**
 * Asserts that no pivot of a matrix factored by `factorLU` is zero to working precision.
 *
 * Pivot k is what is left of an entry of A after Σⱼ lₖⱼuⱼₖ has been subtracted from it. Where that is no
 * larger than the rounding errors of the sum, of order n·ε·Σ|lₖⱼuⱼₖ|, a change of A within rounding
 * makes it exactly zero, and A singular (Higham, Accuracy and Stability of Numerical Algorithms, 9.3).
 * As no |lₖⱼ| exceeds 1, a pivot above that multiple of Σ|uⱼₖ| needs no closer look.
 */
function requireNonsingular(caller: string, a: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) {
    const pivot = Math.abs(a[k * n + k]);
    const bound = pivot / (MARGIN * n * Number.EPSILON);
    let above = 0;
    for (let p = k * n; p < k * n + k; p++) above += Math.abs(a[p]);
    if (bound > above) continue;
    let cancelled = 0;
    for (let j = 0; j < k; j++) cancelled += Math.abs(a[j * n + k] * a[k * n + j]);
    if (bound <= cancelled) {
      throw new LinAlgError(`${caller}: A is singular, pivot ${k + 1} is 0 to working precision`);
    }
  }
}

/** B ← A⁻¹·B from the factors of A: swap the rows of B as those of A were, then substitute twice. */
function solveFactored(
  a: Float64Array,
  n: number,
  pivots: Int32Array,
  b: Float64Array,
  r: number,
): void {
  for (let c = 0; c < r; c++) {
    for (let i = 0, o = c * n; i < n; i++) {
      const p = o + pivots[i] - 1;
      const t = b[o + i];
      b[o + i] = b[p];
      b[p] = t;
    }
  }
  forwardSubstitute(a, n, b, r);
  backSubstitute(a, n, b, r);
}

/** A ← A⁻¹ from the factors of A: the solution of A·X = I. */
function invertFactored(a: Float64Array, n: number, pivots: Int32Array): void {
  const x = borrow(n * n);
  x.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) x[i * n + i] = 1;
  solveFactored(a, n, pivots, x, n);
  a.set(x.subarray(0, n * n));
  giveBack(x);
}

/** Solves A·X = B with A and B given, and the solution left, as transposes; both are overwritten. */
export function solveTransposed(caller: string, At: Dense, Bt: Dense, what = "the solution"): void {
  const { data: a, rows: n } = At;
  const { data: b, rows: r } = Bt;
  const unit = tame(b, n * r) / tame(a, n * n);
  const pivots = factorLU(At);
  requireNonsingular(caller, a, n);
  (usesLapack("lu", n) ? getrs : solveFactored)(a, n, pivots, b, r);
  if (unit !== 1) scaleBy(unit, b, n * r);
  requireInRange(caller, what, b, n * r);
}

/** A ← A⁻¹ for A given, and its inverse left, as transposes. */
export function invertTransposed(caller: string, At: Dense): void {
  const { data: a, rows: n } = At;
  const unit = tame(a, n * n);
  const pivots = factorLU(At);
  requireNonsingular(caller, a, n);
  (usesLapack("lu", n) ? getri : invertFactored)(a, n, pivots);
  if (unit > 1) scaleBy(1 / unit, a, n * n);
  requireInRange(caller, "the inverse", a, n * n);
}

/**
 * The solution X of A·X = B for square A (n×n) and B (n×r), by LU with partial pivoting.
 *
 * @throws LinAlgError if A is singular to working precision; RangeError if the solution overflows;
 * the messages name `caller` and `what`.
 */
export function solve(A: Dense, B: Dense, caller = "solve", what = "the solution"): Dense {
  const At = transpose(A);
  const Bt = transpose(B);
  solveTransposed(caller, At, Bt, what);
  const X = transpose(Bt);
  release(At, Bt);
  return X;
}
