import type { ReadonlyVector } from "../core";
import { type Complex, type ComplexParts, complexParts, toComplex } from "./complex";
import { fourier } from "./kernels/fourier";
import { scaleBy } from "./kernels/scaling";
import { requireInRange } from "./storage/unpack";

/** The transform times `factor`; in units of the largest entry, so that no sum on the way overflows. */
function transform(caller: string, x: ComplexParts, factor: number): ComplexParts {
  const n = x.re.length;
  let largest = 0;
  for (const part of [x.re, x.im]) for (const v of part) largest = Math.max(largest, Math.abs(v));
  if (largest === 0) return x;
  const unit = 2 ** Math.max(Math.min(Math.floor(Math.log2(largest)), 1023), -1022);
  for (const part of [x.re, x.im]) scaleBy(1 / unit, part, n);
  const X = fourier(x);
  for (const part of [X.re, X.im]) {
    scaleBy(factor, part, n);
    scaleBy(unit, part, n);
    requireInRange(caller, "the transform", part, n);
  }
  return X;
}

/**
 * The discrete Fourier transform Xₖ = Σⱼ xⱼ·e^(−2πi·jk/n), k = 0, …, n − 1: x written in the orthogonal
 * basis of complex oscillations, Xₖ/n being the share of the one that goes round k times.
 *
 * x: n real or complex numbers, the result n complex ones; for real x, Xₙ₋ₖ is the conjugate of Xₖ.
 * Convolution becomes multiplication, and Σ|xⱼ|² = Σ|Xₖ|²/n (Parseval). By the fast Fourier transform
 * for whatever n, primes too: mixed radix where the prime factors are at most 13, else Bluestein's
 * method. Costs O(n log n) operations (Cooley & Tukey 1965; Van Loan 1992).
 *
 * @param x - n real or complex numbers.
 * @returns n complex numbers {re, im}.
 * @throws TypeError if x holds anything else; RangeError if it is empty or the transform overflows.
 * @example
 * linalg.fft([1, 2, 3, 4]).map((z) => z.re) // => [10, -2, -2, -2]
 * linalg.fft([0, 1, 0, 0])[1] // => { re: 0, im: -1 }
 * linalg.fft([{ re: 1, im: 1 }]) // => [{ re: 1, im: 1 }]
 */
export function fft(x: ReadonlyVector | readonly Complex[]): Complex[] {
  return toComplex(transform("fft", complexParts("fft", "x", x), 1));
}

/**
 * The inverse of `fft`: xⱼ = (1/n)·Σₖ Xₖ·e^(2πi·jk/n).
 *
 * X: n real or complex numbers, the result n complex ones. Costs O(n log n) operations. See Van Loan,
 * Computational Frameworks for the Fast Fourier Transform, 1992.
 *
 * @param X - n real or complex numbers.
 * @returns n complex numbers {re, im}.
 * @throws TypeError if X holds anything else; RangeError if it is empty.
 * @example
 * linalg.ifft(linalg.fft([1, 2, 3])).map((z) => z.re) // => [1, 2, 3]
 */
export function ifft(X: ReadonlyVector | readonly Complex[]): Complex[] {
  // Re and im exchanged before and after turn e^(−i·φ) into e^(i·φ).
  const { re, im } = complexParts("ifft", "X", X);
  const x = transform("ifft", { re: im, im: re }, 1 / re.length);
  return toComplex({ re: x.im, im: x.re });
}
