import { requireMatrix } from "../core";
import { packRows } from "./pack";
import { realSchur } from "./schur";

/** A complex number re + i·im. */
export interface Complex {
  re: number;
  im: number;
}

/** What `eig` returns: A·V = V·diag(values). */
export interface Eig {
  /** The n eigenvalues, each as often as it is a root of the characteristic polynomial. */
  values: Complex[];
  /** n×n: column j is a unit eigenvector that belongs to values[j]. */
  vectors: Complex[][];
}

/**
 * Balances A in place: a diagonal similarity D⁻¹·A·D, with powers of two so that nothing is rounded,
 * that makes the norms of row i and column i alike (Osborne 1960; Golub & Van Loan 7.5.7). The
 * eigenvalues stay, and they are computed more accurately from a matrix of smaller norm.
 *
 * @returns The diagonal of D.
 */
export function balance(a: Float64Array, n: number): Float64Array {
  const d = new Float64Array(n).fill(1);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < n; i++) {
      let row = 0;
      let column = 0;
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        row += Math.abs(a[i * n + j]);
        column += Math.abs(a[j * n + i]);
      }
      if (row === 0 || column === 0) continue;
      const f = 2 ** Math.round(Math.log2(row / column) / 2);
      if (column * f + row / f >= 0.95 * (column + row)) continue;
      changed = true;
      d[i] *= f;
      for (let j = 0; j < n; j++) a[i * n + j] /= f;
      for (let j = 0; j < n; j++) a[j * n + i] *= f;
    }
  }
  return d;
}

/** Eigenvalues of the quasi-triangular T: its 1×1 blocks and those of its 2×2 blocks, as pairs. */
function blockEigenvalues(t: Float64Array, n: number): Complex[] {
  const values: Complex[] = [];
  for (let k = 0; k < n; k++) {
    const below = k + 1 < n ? t[(k + 1) * n + k] : 0;
    if (below === 0) {
      values.push({ re: t[k * n + k], im: 0 });
      continue;
    }
    const half = (t[k * n + k] - t[(k + 1) * n + k + 1]) / 2;
    const re = t[(k + 1) * n + k + 1] + half;
    const im = Math.sqrt(-(half * half + t[k * n + k + 1] * below));
    values.push({ re, im }, { re, im: -im });
    k++;
  }
  return values;
}

/**
 * The solution of (T − λI)·x = 0 that belongs to the eigenvalue λ of the diagonal block at k, by back
 * substitution from row k up; xr and xi receive its real and imaginary part. Where T − λI has another
 * zero on the diagonal (a repeated eigenvalue) we divide by the rounding error of T instead: the
 * vectors of a defective matrix then come out parallel, as they should.
 */
function schurVector(
  t: Float64Array,
  n: number,
  k: number,
  lambda: Complex,
  smallest: number,
  xr: Float64Array,
  xi: Float64Array,
): void {
  xr.fill(0);
  xi.fill(0);
  let i = k - 1;
  let end = k + 1;
  if (lambda.im === 0) xr[k] = 1;
  else {
    // Block rows k, k + 1: (t₁₁ − λ)·x₁ + t₁₂·x₂ = 0.
    end = k + 2;
    const t12 = t[k * n + k + 1];
    xr[k] = 1;
    xr[k + 1] = (lambda.re - t[k * n + k]) / t12;
    xi[k + 1] = lambda.im / t12;
  }
  while (i >= 0) {
    const size = i > 0 && t[i * n + i - 1] !== 0 ? 2 : 1;
    const top = i - size + 1;
    const rhs = [0, 0, 0, 0];
    for (let r = 0; r < size; r++) {
      let re = 0;
      let im = 0;
      for (let j = i + 1; j < end; j++) {
        re -= t[(top + r) * n + j] * xr[j];
        im -= t[(top + r) * n + j] * xi[j];
      }
      rhs[2 * r] = re;
      rhs[2 * r + 1] = im;
    }
    if (size === 1) {
      const p = divide(rhs[0], rhs[1], t[i * n + i] - lambda.re, -lambda.im, smallest);
      xr[i] = p.re;
      xi[i] = p.im;
    } else {
      // Cramer's rule on [[a − λ, b], [c, d − λ]].
      const a = t[top * n + top] - lambda.re;
      const b = t[top * n + i];
      const c = t[i * n + top];
      const d = t[i * n + i] - lambda.re;
      const w = -lambda.im;
      const detRe = a * d - w * w - b * c;
      const detIm = w * (a + d);
      const p = divide(
        d * rhs[0] - w * rhs[1] - b * rhs[2],
        d * rhs[1] + w * rhs[0] - b * rhs[3],
        detRe,
        detIm,
        smallest * smallest,
      );
      const q = divide(
        a * rhs[2] - w * rhs[3] - c * rhs[0],
        a * rhs[3] + w * rhs[2] - c * rhs[1],
        detRe,
        detIm,
        smallest * smallest,
      );
      xr[top] = p.re;
      xi[top] = p.im;
      xr[i] = q.re;
      xi[i] = q.im;
    }
    let largest = 0;
    for (let r = top; r <= i; r++) largest = Math.max(largest, Math.abs(xr[r]), Math.abs(xi[r]));
    if (largest > 1e100) {
      for (let j = top; j < end; j++) {
        xr[j] /= largest;
        xi[j] /= largest;
      }
    }
    i = top - 1;
  }
}

/** (a + bi)/(c + di), with a divisor smaller than `smallest` replaced by it. */
function divide(a: number, b: number, c: number, d: number, smallest: number): Complex {
  if (Math.abs(c) + Math.abs(d) < smallest) return { re: a / smallest, im: b / smallest };
  if (Math.abs(c) >= Math.abs(d)) {
    const r = d / c;
    const q = c + d * r;
    return { re: (a + b * r) / q, im: (b - a * r) / q };
  }
  const r = c / d;
  const q = c * r + d;
  return { re: (a * r + b) / q, im: (b * r - a) / q };
}

/** Scales x to unit length with its entry of largest magnitude real and positive. */
function normalise(xr: Float64Array, xi: Float64Array): void {
  const n = xr.length;
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(xr[i]), Math.abs(xi[i]));
  let sum = 0;
  let peak = 0;
  for (let i = 0; i < n; i++) {
    const size = (xr[i] / largest) ** 2 + (xi[i] / largest) ** 2;
    sum += size;
    peak = Math.max(peak, size);
  }
  const at = xr.findIndex(
    (x, i) => (x / largest) ** 2 + (xi[i] / largest) ** 2 >= peak * (1 - 1e-10),
  );
  const size = Math.hypot(xr[at], xi[at]);
  const cos = xr[at] / size;
  const sin = xi[at] / size;
  const length = largest * Math.sqrt(sum);
  for (let i = 0; i < n; i++) {
    const x = xr[i] / length;
    const y = xi[i] / length;
    xr[i] = x * cos + y * sin;
    xi[i] = y * cos - x * sin;
  }
  xi[at] = 0;
}

/**
 * The order in which eigenvalues are returned: by real part, ascending; of those whose real parts
 * agree up to rounding by the size of the imaginary part, and of a pair re ± i·im the one with + first.
 */
function eigenvalueOrder(values: Complex[]): number[] {
  const scale = values.reduce((max, { re, im }) => Math.max(max, Math.hypot(re, im)), 0);
  const order = values.map((_, k) => k).sort((p, q) => values[p].re - values[q].re);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]].re - values[order[to - 1]].re <= 1e-10 * scale) {
      to++;
    }
    const run = order.slice(from, to).sort((p, q) => {
      const gap = Math.abs(values[p].im) - Math.abs(values[q].im);
      return gap !== 0 ? gap : values[q].im - values[p].im || p - q;
    });
    order.splice(from, to - from, ...run);
    from = to;
  }
  return order;
}

/**
 * Eigenvalues and eigenvectors of a square matrix that need not be symmetric: A·v = λ·v (MML 4.2).
 * They may be complex; those of a real matrix then come in conjugate pairs.
 *
 * A: n×n. Balancing, reduction to Hessenberg form, Francis' QR iteration to real Schur form, then one
 * back substitution for each vector, about 25n³ operations in all (Golub & Van Loan 7.5, 7.6). A
 * defective matrix, which has fewer than n independent eigenvectors, gets parallel ones, and its
 * repeated eigenvalue is found to about ε^(1/k) only, k the size of its Jordan block. For a symmetric
 * matrix `eigh` is faster and more accurate.
 *
 * @returns `values` by ascending real part, pairs side by side with +im first, and `vectors` with the
 * unit eigenvector of values[j] in column j, its entry of largest magnitude real and positive.
 * @throws RangeError if A is not square; LinAlgError if the iteration does not converge.
 * @example
 * linalg.eig([[0, -1], [1, 0]]).values // => [{ re: 0, im: 1 }, { re: 0, im: -1 }]
 * linalg.eig([[4, 2], [1, 3]]).values.map((z) => z.re) // => [2, 5]
 */
export function eig(A: readonly (readonly number[])[]): Eig {
  requireMatrix("eig", "A", A, { square: true });
  const n = A.length;
  const t = packRows(A);
  let largest = 0;
  for (const x of t) largest = Math.max(largest, Math.abs(x));
  const unit = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest)); // no overflow in between
  for (let i = 0; i < n * n; i++) t[i] /= unit;
  const d = balance(t, n);
  const qt = realSchur(t, n);
  let scale = 0;
  for (const x of t) scale = Math.max(scale, Math.abs(x));
  const smallest = Number.EPSILON * (scale || 1);
  const values = blockEigenvalues(t, n);
  const columns: { xr: Float64Array; xi: Float64Array }[] = [];
  const yr = new Float64Array(n);
  const yi = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const { im } = values[k];
    if (im < 0) {
      const { xr, xi } = columns[k - 1];
      columns.push({ xr, xi: xi.map((y) => -y) });
      continue;
    }
    schurVector(t, n, k, values[k], smallest, yr, yi);
    const xr = new Float64Array(n);
    const xi = new Float64Array(n);
    for (let j = 0; j < Math.min(k + 2, n); j++) {
      for (let i = 0; i < n; i++) {
        xr[i] += yr[j] * qt[j * n + i];
        xi[i] += yi[j] * qt[j * n + i];
      }
    }
    for (let i = 0; i < n; i++) {
      xr[i] *= d[i];
      xi[i] *= d[i];
    }
    normalise(xr, xi);
    columns.push({ xr, xi });
  }
  const order = eigenvalueOrder(values);
  return {
    values: order.map((k) => ({ re: values[k].re * unit, im: values[k].im * unit })),
    vectors: Array.from({ length: n }, (_, i) =>
      order.map((k) => ({ re: columns[k].xr[i], im: columns[k].xi[i] })),
    ),
  };
}
