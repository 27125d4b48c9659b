import { betalnAt, digammaAt, polygammaAt } from "../../core/special";
import { ALL_EQUAL, constant, type Estimator, meanOf } from "./estimate";

/**
 * Shapes a and b of the beta law, by Newton's method. The log-likelihood per value is
 * a·u + b·v − ln B(a, b) with the means u and v of ln x and ln(1 − x); it is concave, so that a step that is
 * halved until it ascends leads to the one maximum.
 */
export const fitBeta: Estimator = (x, none) => {
  if (constant(x)) throw none(ALL_EQUAL);
  const [u, v] = [meanOf(x.map(Math.log)), meanOf(x.map((t) => Math.log1p(-t)))];
  const height = (a: number, b: number) => a * u + b * v - betalnAt(a, b);
  const mean = meanOf(x);
  const variance = x.reduce((sum, t) => sum + (t - mean) ** 2, 0) / x.length;
  const size = Math.max((mean * (1 - mean)) / variance - 1, 1e-3); // a + b by the moments
  let [a, b] = [mean * size, (1 - mean) * size];
  let converged = false;
  let [p, q, r] = [0, 0, 0];
  for (let iteration = 0; iteration < 200; iteration++) {
    const [whole, both] = [digammaAt(a + b), polygammaAt(1, a + b)];
    const [g, h] = [u - digammaAt(a) + whole, v - digammaAt(b) + whole];
    [p, q, r] = [polygammaAt(1, a) - both, -both, polygammaAt(1, b) - both];
    if (converged) break;
    const det = p * r - q * q;
    const [da, db] = [(r * g - q * h) / det, (p * h - q * g) / det];
    if (!Number.isFinite(da + db)) break;
    converged = Math.abs(da) <= 1e-9 * a && Math.abs(db) <= 1e-9 * b; // its square is below rounding
    let step = 1;
    const start = height(a, b);
    const worse = () =>
      !(a + step * da > 0 && b + step * db > 0) || height(a + step * da, b + step * db) < start;
    // close by, rounding decides which of two heights is the larger, and Newton's step is good
    const close = Math.abs(da) < 1e-3 * a && Math.abs(db) < 1e-3 * b;
    while (!close && step > 1e-10 && worse()) step /= 2;
    [a, b] = [a + step * da, b + step * db];
  }
  const n = x.length;
  return {
    params: [a, b],
    information: [
      [n * p, n * q],
      [n * q, n * r],
    ],
    converged,
  };
};

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
