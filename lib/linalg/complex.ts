import { describeValue, type ReadonlyVector, requireNumber, requireVector } from "../core";

/** A complex number re + i·im. */
export interface Complex {
  re: number;
  im: number;
}

/** Real and imaginary parts of complex numbers, in two arrays. */
export interface ComplexParts {
  re: Float64Array;
  im: Float64Array;
}

/**
 * Checks a list of real or of complex numbers, not empty, and takes it apart.
 *
 * @throws TypeError if x is neither; RangeError if it is empty or an entry is NaN or infinite.
 */
export function complexParts(
  caller: string,
  name: string,
  x: ReadonlyVector | readonly Complex[],
): ComplexParts {
  if (!Array.isArray(x) || typeof x[0] !== "object" || x[0] === null) {
    const re = Float64Array.from(requireVector(caller, name, x, { minLength: 1 }));
    return { re, im: new Float64Array(re.length) };
  }
  const n = x.length;
  const [re, im] = [new Float64Array(n), new Float64Array(n)];
  for (let k = 0; k < n; k++) {
    const z: unknown = x[k];
    if (typeof z !== "object" || z === null) {
      throw new TypeError(
        `${caller}: ${name} must hold complex numbers {re, im}, ${name}[${k}] is ${describeValue(z)}`,
      );
    }
    re[k] = requireNumber(caller, `${name}[${k}].re`, (z as Complex).re);
    im[k] = requireNumber(caller, `${name}[${k}].im`, (z as Complex).im);
  }
  return { re, im };
}

/** Complex numbers from their parts, −0 as 0. */
export function toComplex({ re, im }: ComplexParts): Complex[] {
  return Array.from(re, (x, k) => ({ re: x + 0, im: im[k] + 0 }));
}
