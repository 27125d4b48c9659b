/** What β and v = y − Kβ say of the machine: its constant term, and how far it is from the optimum. */
export interface Certificate {
  /** b of f(x) = Σ β_n k(x_n, x) + b. */
  b: number;
  /** Dual objective Σ α_n − ½ βᵀKβ. */
  dual: number;
  /** Primal objective of the same machine; dual + gap. */
  primal: number;
  gap: number;
}

/** The dual objective Σ α_n − ½ βᵀKβ = ½ Σ β_n(y_n + v_n). */
export function dualObjective(y: Int8Array, beta: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < y.length; n++) sum += beta[n] * (y[n] + v[n]);
  return sum / 2;
}

/**
 * b is that of support vectors strictly between their bounds, for which y f(x) = 1 and so b = v: of
 * these the mean, and where there is none the middle of what the conditions allow, `middle`.
 *
 * As Σβ = 0, the gap βᵀKβ + Σ C_nξ_n − Σα is Σ_n α_n max(0, m_n − 1) + (C_n − α_n) max(0, 1 − m_n) with the
 * margins m_n = y_n f(x_n): in this form no term is negative, whatever the rounding.
 */
export function certify(
  y: Int8Array,
  beta: Float64Array,
  v: Float64Array,
  C: (n: number) => number,
  middle: number,
): Certificate {
  let [sum, free] = [0, 0];
  for (let n = 0; n < y.length; n++) {
    const alpha = Math.abs(beta[n]);
    if (alpha === 0 || alpha === C(n)) continue;
    sum += v[n];
    free++;
  }
  const b = free > 0 ? sum / free : middle;
  let gap = 0;
  for (let n = 0; n < y.length; n++) {
    const alpha = Math.abs(beta[n]);
    const short = y[n] * (v[n] - b); // 1 − m_n
    gap += short > 0 ? (C(n) - alpha) * short : -alpha * short;
  }
  const dual = dualObjective(y, beta, v);
  return { b, dual, primal: dual + gap, gap };
}
