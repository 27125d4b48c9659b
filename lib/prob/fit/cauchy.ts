import type { Estimator } from "./estimate";

/**
 * Location and scale of the Cauchy law. For a given scale the likelihood may have many maxima in the
 * location; for both together it has one (J. B. Copas 1975, Biometrika 62), unless half of the values or more
 * are one and the same. The iteration reweights means, wᵢ = 1/(1 + zᵢ²), with the accelerated scale
 * of J. T. Kent, D. E. Tyler & Y. Vardi (1994), and ascends from wherever it starts.
 */
export const fitCauchy: Estimator = (x, none) => {
  const n = x.length;
  const sorted = x.slice().sort((a, b) => a - b);
  const half = Math.ceil(n / 2);
  if (sorted.some((v, i) => i + half <= n && sorted[i + half - 1] === v)) {
    throw none("half of the values or more are equal, and the likelihood grows without end there");
  }
  let location = sorted[n >> 1];
  let scale = (sorted[Math.floor(0.75 * (n - 1))] - sorted[Math.ceil(0.25 * (n - 1))]) / 2;
  if (!(scale > 0)) scale = (sorted[n - 1] - sorted[0]) / 2;
  let converged = false;
  for (let iteration = 0; iteration < 10000 && !converged; iteration++) {
    let [weights, shift, square] = [0, 0, 0];
    for (const v of x) {
      const z = (v - location) / scale;
      const w = 1 / (1 + z * z);
      weights += w;
      shift += w * z;
      square += w * z * z;
    }
    const step = shift / weights;
    const ratio = Math.sqrt(square / weights);
    location += step * scale;
    scale *= ratio;
    converged = Math.abs(step) < 1e-14 && Math.abs(ratio - 1) < 1e-14;
  }
  let [p, q, r] = [0, 0, 0];
  for (const v of x) {
    const z = (v - location) / scale;
    const w = 1 / (1 + z * z);
    p += 2 * w * w * (1 - z * z);
    q += 4 * w * w * z;
    r += 4 * w * w * z * z;
  }
  const unit = scale * scale;
  return {
    params: [location, scale],
    information: [
      [p / unit, q / unit],
      [q / unit, r / unit],
    ],
    converged,
  };
};
