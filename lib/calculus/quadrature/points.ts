/**
 * The rule of Gauss with 10 points and its extension by Kronrod to 21, on [−1, 1]: points from the end to
 * the middle, of which every second is one of Gauss's (Piessens et al. 1983, QUADPACK, with their
 * weights by L. W. Fullerton).
 */
export const POINTS = [
  0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845,
  0.7808177265864169, 0.6794095682990244, 0.5627571346686047, 0.4333953941292472,
  0.2943928627014602, 0.14887433898163122,
];
export const KRONROD = [
  0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996,
  0.0931254545836976, 0.10938715880229764, 0.12349197626206584, 0.13470921731147334,
  0.14277593857706009, 0.1477391049013385,
];
export const KRONROD_MIDDLE = 0.1494455540029169;
export const GAUSS = [
  0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635,
  0.29552422471475287,
];

/**
 * What the values at the 21 points count for in the polynomial through them at t: those at −x and at x
 * for each point, and the one in the middle (barycentric formula; Berrut & Trefethen 2004).
 */
export function interpolationWeights(t: number): [number[], number[], number] {
  const x = [...POINTS.map((v) => -v), ...POINTS, 0];
  const terms = x.map((v, i) => {
    const product = x.reduce((p, u, k) => (k === i ? p : p * (v - u)), 1);
    return 1 / (product * (t - v));
  });
  const total = terms.reduce((sum, v) => sum + v, 0);
  const weights = terms.map((v) => v / total);
  const n = POINTS.length;
  return [weights.slice(0, n), weights.slice(n, 2 * n), weights[2 * n]];
}

/**
 * Degree 19 and 20 of the polynomials with Σ wᵢp(xᵢ)q(xᵢ) = 1 if p = q, else 0, by their three-term
 * recurrence: wᵢp(xᵢ) at the points above the middle, and at the middle.
 */
export function highestPolynomials(): [number[], number[]] {
  const x = [...POINTS, 0, ...POINTS.map((v) => -v)];
  const w = [...KRONROD, KRONROD_MIDDLE, ...KRONROD];
  const inner = (p: number[], q: number[]) => p.reduce((sum, v, i) => sum + w[i] * v * q[i], 0);
  const basis: number[][] = [];
  for (let degree = 0; degree < x.length; degree++) {
    let p = degree === 0 ? x.map(() => 1) : basis[degree - 1].map((v, i) => v * x[i]);
    for (let pass = 0; pass < 2; pass++) {
      for (const q of basis) {
        const part = inner(p, q);
        p = p.map((v, i) => v - part * q[i]);
      }
    }
    const size = Math.sqrt(inner(p, p));
    basis.push(p.map((v) => v / size));
  }
  const weighed = (p: number[]) => p.slice(0, POINTS.length + 1).map((v, i) => v * w[i]);
  return [weighed(basis[19]), weighed(basis[20])];
}
