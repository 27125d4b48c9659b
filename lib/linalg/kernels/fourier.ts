import type { ComplexParts } from "../complex";
import { rootsOfUnity } from "./rootsOfUnity";

/** The factors taken out of a length; one with a larger prime goes to Bluestein's method: a step of radix p costs n·p operations. */
const RADICES = [4, 2, 3, 5, 7, 11, 13];

const parts = (n: number): ComplexParts => ({ re: new Float64Array(n), im: new Float64Array(n) });

/**
 * The discrete Fourier transform Xₖ = Σⱼ xⱼ·e^(−2πi·jk/n), in new arrays. Of any length n in
 * O(n log n): by factors of n where they are small, by Bluestein's convolution where one is large.
 */
export function fourier(x: ComplexParts): ComplexParts {
  const n = x.re.length;
  const factors: number[] = [];
  let rest = n;
  for (const p of RADICES) {
    for (; rest % p === 0; rest /= p) factors.push(p);
  }
  return rest === 1 ? mixedRadix(x, factors) : bluestein(x);
}

/**
 * Stockham's method. After the factors with product L, entry k·s + c (s = n/L) is entry k of the transform
 * of every s-th entry of x from the c-th on; a factor p combines p of these to one of length p·L, and
 * nothing has to be put in order afterwards (Van Loan, Computational Frameworks for the Fast Fourier
 * Transform, 1.7 and 2.3).
 */
function mixedRadix(x: ComplexParts, factors: readonly number[]): ComplexParts {
  const n = x.re.length;
  const roots = rootsOfUnity(n);
  let from: ComplexParts = { re: x.re.slice(), im: x.im.slice() };
  let to = parts(n);
  let L = 1;
  for (const p of factors) {
    if (p === 4) combineFour(from, to, L, roots);
    else combine(from, to, p, L, roots);
    [from, to] = [to, from];
    L *= p;
  }
  return from;
}

/** Output k + r·L of a butterfly is Σ_q w_pL^(q·k)·w_p^(q·r)·x_q, with w_m = e^(−2πi/m). */
function combine(x: ComplexParts, y: ComplexParts, p: number, L: number, w: ComplexParts): void {
  const n = x.re.length;
  const s = n / (p * L);
  const re = new Float64Array(p);
  const im = new Float64Array(p);
  for (let k = 0; k < L; k++) {
    for (let c = 0; c < s; c++) {
      for (let q = 0, at = k * p * s + c; q < p; q++, at += s) {
        const cos = w.re[q * k * s];
        const sin = w.im[q * k * s];
        re[q] = x.re[at] * cos - x.im[at] * sin;
        im[q] = x.re[at] * sin + x.im[at] * cos;
      }
      for (let r = 0, at = k * s + c; r < p; r++, at += L * s) {
        let sumRe = re[0];
        let sumIm = im[0];
        for (let q = 1; q < p; q++) {
          const root = (((q * r) % p) * n) / p;
          sumRe += re[q] * w.re[root] - im[q] * w.im[root];
          sumIm += re[q] * w.im[root] + im[q] * w.re[root];
        }
        y.re[at] = sumRe;
        y.im[at] = sumIm;
      }
    }
  }
}

/** The same for p = 4, whose roots ±1 and ±i need no multiplication. */
function combineFour(x: ComplexParts, y: ComplexParts, L: number, w: ComplexParts): void {
  const s = x.re.length / (4 * L);
  for (let k = 0; k < L; k++) {
    const [c1, c2, c3] = [w.re[k * s], w.re[2 * k * s], w.re[3 * k * s]];
    const [s1, s2, s3] = [w.im[k * s], w.im[2 * k * s], w.im[3 * k * s]];
    for (let c = 0, i = k * 4 * s, o = k * s; c < s; c++, i++, o++) {
      const a = x.re[i];
      const b = x.im[i];
      const a1 = x.re[i + s] * c1 - x.im[i + s] * s1;
      const b1 = x.re[i + s] * s1 + x.im[i + s] * c1;
      const a2 = x.re[i + 2 * s] * c2 - x.im[i + 2 * s] * s2;
      const b2 = x.re[i + 2 * s] * s2 + x.im[i + 2 * s] * c2;
      const a3 = x.re[i + 3 * s] * c3 - x.im[i + 3 * s] * s3;
      const b3 = x.re[i + 3 * s] * s3 + x.im[i + 3 * s] * c3;
      y.re[o] = a + a2 + (a1 + a3);
      y.im[o] = b + b2 + (b1 + b3);
      y.re[o + L * s] = a - a2 + (b1 - b3);
      y.im[o + L * s] = b - b2 - (a1 - a3);
      y.re[o + 2 * L * s] = a + a2 - (a1 + a3);
      y.im[o + 2 * L * s] = b + b2 - (b1 + b3);
      y.re[o + 3 * L * s] = a - a2 - (b1 - b3);
      y.im[o + 3 * L * s] = b - b2 + (a1 - a3);
    }
  }
}

/**
 * Bluestein's method (1970) for lengths with a large prime factor: as jk = (j² + k² − (k − j)²)/2, the
 * transform is a convolution with e^(πi·j²/n) between two multiplications with its conjugate, and a
 * convolution may be padded with zeros to a power of two.
 */
function bluestein(x: ComplexParts): ComplexParts {
  const n = x.re.length;
  const m = 2 ** Math.ceil(Math.log2(2 * n - 1));
  const roots = rootsOfUnity(2 * n);
  const a = parts(m);
  const b = parts(m);
  for (let j = 0; j < n; j++) {
    const root = (j * j) % (2 * n);
    const [cos, sin] = [roots.re[root], roots.im[root]];
    a.re[j] = x.re[j] * cos - x.im[j] * sin;
    a.im[j] = x.re[j] * sin + x.im[j] * cos;
    b.re[j] = cos;
    b.im[j] = -sin;
    if (j > 0) {
      b.re[m - j] = cos;
      b.im[m - j] = -sin;
    }
  }
  const [A, B] = [fourier(a), fourier(b)];
  // Their product, with re and im exchanged, whose transform is the inverse one, exchanged again.
  const C = parts(m);
  for (let k = 0; k < m; k++) {
    C.im[k] = A.re[k] * B.re[k] - A.im[k] * B.im[k];
    C.re[k] = A.re[k] * B.im[k] + A.im[k] * B.re[k];
  }
  const c = fourier(C);
  const X = parts(n);
  for (let k = 0; k < n; k++) {
    const root = (k * k) % (2 * n);
    const [cos, sin] = [roots.re[root] / m, roots.im[root] / m];
    X.re[k] = c.im[k] * cos - c.re[k] * sin;
    X.im[k] = c.im[k] * sin + c.re[k] * cos;
  }
  return X;
}
