/** ln(1 − e^{−t}) for t ≥ 0, by M. Mächler's rule (2012, "Accurately computing log(1 − exp(−|a|))"). */
export function log1mexpAt(t: number): number {
  return t <= Math.LN2 ? Math.log(-Math.expm1(-t)) : Math.log1p(-Math.exp(-t));
}
