import { ratio } from "./polynomial";

/**
 * M. J. Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution",
 * Applied Statistics 37, routine PPND16: rational approximations good to 1e-16, of the quantile in
 * q = p − ½ for |q| ≤ 0.425, and in r = √(−ln p) for the tails, p being the smaller tail.
 */
const CENTRE_P = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_Q = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const NEAR_P = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const NEAR_Q = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_P = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_Q = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/** z with Φ(z) = ½ + q, for |q| ≤ 0.425. */
function centre(q: number): number {
  return q * ratio(CENTRE_P, CENTRE_Q, 0.180625 - q * q);
}

/** z > 0 with P(Z > z) = p, for p < 0.075. */
function tail(p: number): number {
  if (p === 0) return Infinity;
  const r = Math.sqrt(-Math.log(p));
  return r <= 5 ? ratio(NEAR_P, NEAR_Q, r - 1.6) : ratio(FAR_P, FAR_Q, r - 5);
}

export function ndtriAt(p: number): number {
  if (Math.abs(p - 0.5) <= 0.425) return centre(p - 0.5);
  const z = tail(p < 0.5 ? p : 1 - p); // called in one place, so that V8 takes it in
  return p < 0.5 ? -z : z;
}

export function erfinvAt(y: number): number {
  if (Math.abs(y) <= 0.85) return centre(0.5 * y) * Math.SQRT1_2;
  const z = tail(0.5 * (1 - Math.abs(y))) * Math.SQRT1_2;
  return y > 0 ? z : -z;
}

export function erfcinvAt(y: number): number {
  return Math.abs(y - 1) <= 0.85 ? erfinvAt(1 - y) : -ndtriAt(0.5 * y) * Math.SQRT1_2;
}
