import type { ReadonlyVector, Vector } from "../../core";
import { matvec, transpose } from "../../linalg";
import { productSum } from "../moments/centre";
import type { Design } from "./design";

const MOST_STEPS = 5;
/** 2²⁷ + 1: multiplying by it splits a double in two halves (Veltkamp 1968). */
const SPLITTER = 134217729;

/** What rounding takes from the product p of a and b (Dekker 1971). Entries must be moderate. */
function roundingOfProduct(a: number, b: number, p: number): number {
  const ca = SPLITTER * a;
  const cb = SPLITTER * b;
  const ah = ca - (ca - a);
  const bh = cb - (cb - b);
  const al = a - ah;
  const bl = b - bh;
  return al * bl - (p - ah * bh - al * bh - ah * bl);
}

/** start − Σ aⱼbⱼ as if in twice the precision, then rounded (Ogita, Rump and Oishi 2005, Dot2). */
function minusDot(start: number, a: ReadonlyVector, b: ReadonlyVector): number {
  let total = start;
  let lost = 0;
  for (let j = 0; j < a.length; j++) {
    const p = -a[j] * b[j];
    const next = total + p;
    const back = next - total;
    lost += total - (next - back) + (p - back) + roundingOfProduct(-a[j], b[j], p);
    total = next;
  }
  return total + lost;
}

/**
 * The coefficients β of the scaled columns that minimise ‖y − S·β‖², with the residuals r.
 *
 * Both solve the augmented system r + S·β = y, Sᵀr = 0. We start from 0 and correct by what is
 * left of either equation, f = y − r − S·β and g = −Sᵀr, formed in twice the precision:
 * with w = Qᵀf − R⁻ᵀg the corrections are R⁻¹w to β and f − Q·w to r. The first step is the usual QR
 * solution; the others take off its rounding errors, however large the residuals (Björck 1967), until
 * β stands still or five steps are done.
 *
 * @param y - n numbers of magnitude about 1. O(n·k).
 */
export function leastSquares(design: Design, y: Vector): { beta: Vector; residuals: Vector } {
  const { S, Q, inverse } = design;
  const [columnsOfS, columnsOfQ] = [transpose(S), transpose(Q)];
  const inverseTransposed = transpose(inverse);
  let beta: Vector = inverse.map(() => 0);
  let residuals: Vector = y.map(() => 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const f = y.map((v, i) => minusDot(v, [1, ...S[i]], [residuals[i], ...beta]));
    const g = columnsOfS.map((s) => minusDot(0, s, residuals));
    const h = matvec(inverseTransposed, g);
    const w = columnsOfQ.map((q, j) => productSum(q, f) - h[j]);
    const change = matvec(inverse, w);
    beta = beta.map((b, j) => b + change[j]);
    residuals = residuals.map((r, i) => r + f[i] - productSum(Q[i], w));
    if (change.every((c, j) => Math.abs(c) <= Number.EPSILON * Math.abs(beta[j]))) break;
  }
  return { beta, residuals };
}
