import { describeValue } from "../describe";
import { polyval, ratio } from "./polynomial";

/**
 * ψ(1 + t) = (t − t₀)·P(t)/Q(t) on [0, 2], relative error 3e-17, t₀ + 1 being the positive zero of ψ
 * (here as the sum of two doubles); derived in test/prob/fixtures/coefficients.py.
 */
const P = [
  1.2503801375034054, 2.1633942914346003, 1.4176486061915108, 0.45361054458056704,
  0.07543735973844712, 0.006350582117172025, 0.000239854074919172, 2.9439514984194216e-6,
  2.132222519130402e-9,
];
const Q = [
  1, 2.413736080343141, 2.1818840960343415, 0.9730907043034267, 0.2332747854268785,
  0.03028762771808635, 0.0020141591703143674, 5.9152057788445143e-5, 5.237974431442859e-7,
];
const ROOT_HEAD = 0.46163214496836236;
const ROOT_TAIL = -1.5522348162858677e-17;

/** B₂ₖ/(2k): the asymptotic series, DLMF 5.11.2. */
const ASYMPTOTIC = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32760,
  1 / 12,
  -3617 / 8160,
];

/** ψ(1 + t) for 0 ≤ t ≤ 2. */
function digamma1p(t: number): number {
  return (t - ROOT_HEAD - ROOT_TAIL) * ratio(P, Q, t);
}

/** cot(πx), with x brought into [−½, ½] exactly. */
function cotPi(x: number): number {
  const r = x - Math.round(x);
  if (Math.abs(r) <= 0.25) return 1 / Math.tan(Math.PI * r);
  return Math.sign(r) * Math.tan(Math.PI * (0.5 - Math.abs(r)));
}

/** ψ(x) − ln x for x ≥ 10, about −1/(2x). */
export function digammaMinusLog(x: number): number {
  const z = 1 / (x * x);
  return -0.5 / x - z * polyval(ASYMPTOTIC, z);
}

/** digammaMinusLog(x + d) − digammaMinusLog(x) for x ≥ 10, d > 0: term by term where the two are close. */
function minusLogRise(x: number, d: number): number {
  if (d > 0.01 * x) return digammaMinusLog(x + d) - digammaMinusLog(x);
  const log = Math.log1p(d / x);
  const square = 1 / (x * x);
  let sum = (0.5 / x) * (d / (x + d));
  let power = square;
  for (let k = 0; k < ASYMPTOTIC.length; k++) {
    sum -= ASYMPTOTIC[k] * power * Math.expm1(-2 * (k + 1) * log);
    power *= square;
  }
  return sum;
}

/**
 * ψ(x + d) − ψ(x) for x, d > 0, without the cancellation of the two: by the recurrence of ψ up to 10, whose
 * terms 1/(x + k) − 1/(x + d + k) are positive, then by the asymptotic series.
 */
export function digammaDifference(x: number, d: number): number {
  let sum = 0;
  let y = x;
  for (; y < 10; y += 1) sum += d / (y + d) / y;
  return sum + Math.log1p(d / y) + minusLogRise(y, d);
}

export function digammaAt(x: number): number {
  if (x <= 0) {
    if (x === Math.floor(x)) {
      throw new RangeError(`digamma: x must not be a pole (0, −1, −2, …), got ${describeValue(x)}`);
    }
    return digammaAt(1 - x) - Math.PI * cotPi(x); // reflection
  }
  if (x < 1) return digamma1p(x) - 1 / x;
  if (x >= 10) return x === Infinity ? x : Math.log(x) + digammaMinusLog(x);
  let y = x;
  let sum = 0;
  while (y > 3) {
    y -= 1;
    sum += 1 / y;
  }
  return digamma1p(y - 1) + sum;
}
