import type { ComplexParts } from "../complex";

/**
 * e^(−2πi·k/n) for k = 0, …, n − 1. Sine and cosine are taken of angles up to π/4 only, so that each is
 * exact to the last bit or nearly so, and the roots are as symmetric as they should be.
 */
export function rootsOfUnity(n: number): ComplexParts {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    // The nearest multiple of a quarter turn, and the rest of the angle, both exact.
    const quarter = Math.round((4 * k) / n);
    const rest = (Math.PI / 2) * ((4 * k - quarter * n) / n);
    const [cos, sin] = [Math.cos(rest), Math.sin(rest)];
    const turn = quarter % 4;
    re[k] = turn === 0 ? cos : turn === 1 ? -sin : turn === 2 ? -cos : sin;
    im[k] = turn === 0 ? -sin : turn === 1 ? -cos : turn === 2 ? sin : cos;
  }
  return { re, im };
}
