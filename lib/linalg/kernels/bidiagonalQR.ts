import { LinAlgError } from "../../core";
import { makeRotation, type RotationQueue } from "./rotation";

/** Sweeps allowed for each value on average; about two suffice. */
const MAX_SWEEPS = 30;

/** The smaller singular value of the 2×2 matrix [[f, g], [0, h]]: |f·h| over the larger one. */
function smallerSingularValue(f: number, g: number, h: number): number {
  const F = Math.abs(f);
  const G = Math.abs(g);
  const H = Math.abs(h);
  const larger = (Math.sqrt((F + H) ** 2 + G * G) + Math.sqrt((F - H) ** 2 + G * G)) / 2;
  return larger === 0 ? 0 : Math.min(F, H) * (Math.max(F, H) / larger);
}

/**
 * Diagonalises the bidiagonal matrix with diagonal d and superdiagonal e by implicit QR sweeps; d
 * becomes the singular values, unsorted and of either sign. The rotations of rows and columns go to
 * the queues `left` and `right`, for U and V.
 *
 * A sweep turns neighbouring columns and rows by rotations that chase one unwanted entry down the
 * diagonal and out. It does one step of shifted QR iteration on BᵀB without ever forming BᵀB, whose
 * entries would have lost half of the digits (Golub & Kahan 1965). Where some singular value is so
 * small that a shift would drown it, the shift is zero, and the sweep is done in an order that adds
 * no numbers of opposite sign, so that small singular values keep their digits (Demmel & Kahan 1990,
 * Accurate singular values of bidiagonal matrices).
 */
export function diagonalizeBidiagonal(
  d: Float64Array,
  e: Float64Array,
  n: number,
  left?: RotationQueue,
  right?: RotationQueue,
): void {
  const eps = Number.EPSILON;
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(d[i]), Math.abs(e[i]));
  const negligible = largest * 1e-290;
  let sweeps = 0;
  for (let hi = n - 1; hi > 0; ) {
    // The trailing block lo…hi without a negligible superdiagonal entry.
    let lo = hi;
    while (lo > 0) {
      const x = Math.abs(e[lo - 1]);
      if (x <= (eps / 2) * (Math.abs(d[lo - 1]) + Math.abs(d[lo])) || x <= negligible) break;
      lo--;
    }
    if (lo > 0) e[lo - 1] = 0;
    if (lo === hi) {
      hi--;
      continue;
    }
    if (sweeps++ === MAX_SWEEPS * Math.max(n, 10)) {
      throw new LinAlgError("svd: the iteration did not converge");
    }
    // Bounds for the block: its largest entry, and what its smallest singular value exceeds (by up to
    // a factor √n).
    let mu = Math.abs(d[lo]);
    let smallest = mu;
    let top = mu;
    for (let i = lo; i < hi; i++) {
      top = Math.max(top, Math.abs(d[i + 1]), Math.abs(e[i]));
      mu = mu === 0 ? 0 : Math.abs(d[i + 1]) * (mu / (mu + Math.abs(e[i])));
      smallest = Math.min(smallest, mu);
    }
    const shift = smallerSingularValue(d[hi - 1], e[hi - 1], d[hi]);
    left?.begin(lo);
    right?.begin(lo);
    if (n * smallest <= eps * top || (shift / d[lo]) ** 2 < eps) {
      sweepWithoutShift(d, e, lo, hi, left, right);
    } else {
      sweepWithShift(d, e, lo, hi, shift, left, right);
    }
  }
  left?.finish();
  right?.finish();
}

/** What `makeRotation` returns: c, s, r. */
const rot = new Float64Array(3);

/** One QR step with shift² taken off BᵀB, implicitly: the first rotation is made from its first column. */
function sweepWithShift(
  d: Float64Array,
  e: Float64Array,
  lo: number,
  hi: number,
  shift: number,
  left?: RotationQueue,
  right?: RotationQueue,
): void {
  let f = (Math.abs(d[lo]) - shift) * (Math.sign(d[lo]) + shift / d[lo]);
  let g = e[lo];
  for (let i = lo; i < hi; i++) {
    makeRotation(f, g, rot);
    let c = rot[0];
    let s = rot[1];
    if (i > lo) e[i - 1] = rot[2];
    right?.push(c, s);
    f = c * d[i] + s * e[i];
    e[i] = c * e[i] - s * d[i];
    g = s * d[i + 1];
    d[i + 1] *= c;
    makeRotation(f, g, rot);
    c = rot[0];
    s = rot[1];
    d[i] = rot[2];
    left?.push(c, s);
    f = c * e[i] + s * d[i + 1];
    d[i + 1] = c * d[i + 1] - s * e[i];
    if (i < hi - 1) {
      g = s * e[i + 1];
      e[i + 1] *= c;
    }
  }
  e[hi - 1] = f;
}

/** The same with shift 0, in products only. */
function sweepWithoutShift(
  d: Float64Array,
  e: Float64Array,
  lo: number,
  hi: number,
  left?: RotationQueue,
  right?: RotationQueue,
): void {
  let c = 1;
  let cLeft = 1;
  let sLeft = 0;
  for (let i = lo; i < hi; i++) {
    makeRotation(d[i] * c, e[i], rot);
    c = rot[0];
    const s = rot[1];
    const r = rot[2];
    if (i > lo) e[i - 1] = sLeft * r;
    right?.push(c, s);
    makeRotation(cLeft * r, d[i + 1] * s, rot);
    cLeft = rot[0];
    sLeft = rot[1];
    d[i] = rot[2];
    left?.push(cLeft, sLeft);
  }
  const h = d[hi] * c;
  d[hi] = h * cLeft;
  e[hi - 1] = h * sLeft;
}
