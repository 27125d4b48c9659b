/**
 * ∫ f over (0, ½) for an f that may have a logarithmic singularity at 0: the double exponential
 * formula of H. Takahasi & M. Mori (1974), Publ. RIMS 9, with u = ½/(1 + e^{−π·sinh t}).
 */
export function integrateHalf(f: (u: number) => number): number {
  const step = 1 / 64;
  let sum = 0;
  for (let k = -220; k <= 220; k++) {
    const t = k * step;
    const s = Math.PI * Math.sinh(t);
    const u = 0.5 / (1 + Math.exp(-s));
    const weight = (0.5 * Math.PI * Math.cosh(t)) / ((1 + Math.exp(-s)) * (1 + Math.exp(s)));
    if (u > 1e-40) sum += weight * f(u);
  }
  return sum * step;
}
