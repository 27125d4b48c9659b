/** (a + bi)/(c + di) as [re, im], with a divisor smaller than `smallest` replaced by that. */
function divide(a: number, b: number, c: number, d: number, smallest: number): [number, number] {
  if (Math.abs(c) + Math.abs(d) < smallest) return [a / smallest, b / smallest];
  if (Math.abs(c) >= Math.abs(d)) {
    const r = d / c;
    const q = c + d * r;
    return [(a + b * r) / q, (b - a * r) / q];
  }
  const r = c / d;
  const q = c * r + d;
  return [(a * r + b) / q, (b * r - a) / q];
}

/** −Σⱼ t[row + j]·x[j] over from ≤ j < to. */
function minusDot(
  t: Float64Array,
  row: number,
  x: Float64Array,
  o: number,
  from: number,
  to: number,
) {
  let sum = 0;
  for (let j = from; j < to; j++) sum -= t[row + j] * x[o + j];
  return sum;
}

/**
 * The eigenvectors of a quasi-triangular T (n×n, row-major; see `realSchur`) by back substitution:
 * (T − λI)·x = 0, solved from the row of λ's own block upwards (Golub & Van Loan 7.6.4).
 *
 * Row k of X receives the vector of a real eigenvalue; for a pair re ± i·im at rows k and k + 1 they
 * receive real and imaginary part of the vector of re + i·im. Where T − λI has another zero on its
 * diagonal, as with a repeated eigenvalue, we divide by the rounding error of T instead: the vectors
 * of a defective matrix then come out parallel, as they should.
 */
export function schurVectors(
  t: Float64Array,
  n: number,
  wr: Float64Array,
  wi: Float64Array,
  x: Float64Array,
): void {
  let scale = 0;
  for (let p = 0; p < n * n; p++) scale = Math.max(scale, Math.abs(t[p]));
  const smallest = Number.EPSILON * (scale || 1);
  x.fill(0, 0, n * n);
  for (let k = 0; k < n; k++) {
    const re = k * n;
    x[re + k] = 1;
    if (wi[k] === 0) {
      substitute(t, n, k - 1, k + 1, wr[k], 0, smallest, x, re, -1);
      continue;
    }
    // Row k of (T − λI)·x = 0 within the block: (tₖₖ − λ)·1 + tₖ,ₖ₊₁·xₖ₊₁ = 0.
    const beside = t[k * n + k + 1];
    x[re + k + 1] = (wr[k] - t[k * n + k]) / beside;
    x[re + n + k + 1] = wi[k] / beside;
    substitute(t, n, k - 1, k + 2, wr[k], wi[k], smallest, x, re, re + n);
    k++;
  }
}

/**
 * Back substitution from row i up, where the entries of x from i + 1 to end − 1 are known. The real
 * part of x stands at x[re …], the imaginary part at x[im …], unless im < 0 says that it is real.
 */
function substitute(
  t: Float64Array,
  n: number,
  i: number,
  end: number,
  lambdaRe: number,
  lambdaIm: number,
  smallest: number,
  x: Float64Array,
  re: number,
  im: number,
): void {
  while (i >= 0) {
    const isPair = i > 0 && t[i * n + i - 1] !== 0;
    const d = t[i * n + i] - lambdaRe;
    const bRe = minusDot(t, i * n, x, re, i + 1, end);
    const bIm = im < 0 ? 0 : minusDot(t, i * n, x, im, i + 1, end);
    let largest: number;
    if (!isPair) {
      const [yRe, yIm] = divide(bRe, bIm, d, -lambdaIm, smallest);
      x[re + i] = yRe;
      if (im >= 0) x[im + i] = yIm;
      largest = Math.max(Math.abs(yRe), Math.abs(yIm));
      i--;
    } else {
      // Two unknowns at once: Cramer's rule on [[a − λ, b], [c, d − λ]].
      const top = i - 1;
      const a = t[top * n + top] - lambdaRe;
      const b = t[top * n + i];
      const c = t[i * n + top];
      const w = -lambdaIm;
      const aRe = minusDot(t, top * n, x, re, i + 1, end);
      const aIm = im < 0 ? 0 : minusDot(t, top * n, x, im, i + 1, end);
      const detRe = a * d - w * w - b * c;
      const detIm = w * (a + d);
      const tiny = smallest * smallest;
      const [yRe, yIm] = divide(
        d * aRe - w * aIm - b * bRe,
        d * aIm + w * aRe - b * bIm,
        detRe,
        detIm,
        tiny,
      );
      const [zRe, zIm] = divide(
        a * bRe - w * bIm - c * aRe,
        a * bIm + w * bRe - c * aIm,
        detRe,
        detIm,
        tiny,
      );
      x[re + top] = yRe;
      x[re + i] = zRe;
      if (im >= 0) {
        x[im + top] = yIm;
        x[im + i] = zIm;
      }
      largest = Math.max(Math.abs(yRe), Math.abs(yIm), Math.abs(zRe), Math.abs(zIm));
      i -= 2;
    }
    if (largest > 1e100) {
      // Only the direction matters: keep the numbers in range.
      for (let j = i + 1; j < end; j++) {
        x[re + j] /= largest;
        if (im >= 0) x[im + j] /= largest;
      }
    }
  }
}
