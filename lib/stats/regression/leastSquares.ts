import type { Vector } from "../../core";
import { productError, sumError } from "../../core/special";
import { matvec } from "../../linalg/flat";
import { productSum } from "../moments/centre";
import { columnOf, type Design } from "./design";

const MOST_STEPS = 5;

/**
 * start − last − Σ aⱼbⱼ over a[from], a[from + step], …, as if in twice the precision, then rounded
 * (Ogita, Rump and Oishi 2005, Dot2).
 */
function minusDot(
  start: number,
  last: number,
  a: Float64Array,
  from: number,
  step: number,
  b: Float64Array,
): number {
  let total = start - last;
  let lost = sumError(start, -last, total);
  for (let j = 0, i = from; j < b.length; j++, i += step) {
    const p = -a[i] * b[j];
    const next = total + p;
    lost += sumError(total, p, next) + productError(-a[i], b[j], p);
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
  const [n, k] = [S.rows, S.cols];
  const columnsOfQ = Array.from({ length: k }, (_, j) => columnOf(Q, j));
  const beta = new Float64Array(k);
  const r = new Float64Array(n);
  for (let step = 0; step < MOST_STEPS; step++) {
    const f = y.map((v, i) => minusDot(v, r[i], S.data, i * k, 1, beta));
    const g = beta.map((_, j) => minusDot(0, 0, S.data, j, k, r));
    const h = matvec(inverse, g, { transpose: true });
    const w = Float64Array.from(columnsOfQ, (q, j) => productSum(q, f) - h[j]);
    const change = matvec(inverse, w);
    const explained = matvec(Q, w);
    for (let i = 0; i < n; i++) r[i] += f[i] - explained[i];
    let still = true;
    for (let j = 0; j < k; j++) {
      beta[j] += change[j];
      still &&= Math.abs(change[j]) <= Number.EPSILON * Math.abs(beta[j]);
    }
    if (still) break;
  }
  return { beta: Array.from(beta), residuals: Array.from(r) };
}
