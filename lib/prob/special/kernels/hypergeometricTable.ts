import { productError, STIRLING } from "../../../core/special";
import { excessOf } from "../../divergence/excess";
import { factorialRest } from "./factorialRest";
import { GAUSS_NODES, GAUSS_WEIGHTS } from "./gauss";

/** A 2×2 table [[a, b], [c, d]] of numbers ≥ 0, whole but for those between two steps. */
export interface Table {
  a: number;
  b: number;
  c: number;
  d: number;
}

/** (a·d − b·c)/(a + b + c + d): how far each cell lies from what the margins let expect. */
function deviation({ a, b, c, d }: Table): number {
  const [ad, bc] = [a * d, b * c];
  return (ad - bc + (productError(a, d, ad) - productError(b, c, bc))) / (a + b + c + d);
}

/**
 * ln of C(a + b, a)·C(c + d, c)/C(a + b + c + d, a + c), the hypergeometric chance of a table given its
 * margins: of the nine factorials the leading terms add up to minus half the likelihood-ratio statistic,
 * Σ x·ln(x/E) = Σ [x·ln(x/E) − x + E], in which nothing cancels (the saddle-point form of C. Loader 2000).
 */
export function logTableMass(t: Table): number {
  return logMass(t, deviation(t));
}

/** The same given how far the cells are from what is expected, of which they may be too large to tell. */
function logMass({ a, b, c, d }: Table, e: number): number {
  const [n, m, p, q] = [a + b, c + d, a + c, b + d];
  const total = n + m;
  const rests =
    factorialRest(n) -
    factorialRest(a) -
    factorialRest(b) +
    (factorialRest(m) - factorialRest(c) - factorialRest(d)) +
    (factorialRest(p) + factorialRest(q) - factorialRest(total));
  return (
    rests -
    excessOf(a, n * (p / total), -e) -
    excessOf(b, n * (q / total), e) -
    excessOf(c, m * (p / total), e) -
    excessOf(d, m * (q / total), -e)
  );
}

/** The table one step up or, for s < 0, down. */
const moved = ({ a, b, c, d }: Table, s: number): Table => ({
  a: a + s,
  b: b - s,
  c: c - s,
  d: d + s,
});

/** Where the ratio of neighbours is below this, the terms die out within some 2000 steps. */
const STEEP = 0.98;

/**
 * The chances of this table and all beyond it (a growing), divided by its own, for a table past the
 * mode. Term by term, or where they fall slowly, by an integral.
 */
export function tableTail(t: Table): number {
  const { a, b, c, d } = t;
  const ratio = (b / (a + 1)) * (c / (d + 1));
  return ratio > STEEP && Math.min(a, b, c, d) > 1000 ? smoothTail(t) : summedTail(t);
}

function summedTail({ a, b, c, d }: Table): number {
  let [sum, term] = [1, 1];
  const steps = Math.min(b, c);
  for (let k = 0; k < steps && term > 1e-18 * sum; k++) {
    term *= ((b - k) / (a + k + 1)) * ((c - k) / (d + k + 1));
    sum += term;
  }
  return sum;
}

/**
 * Σ_{k ≥ 0} f(k) = ∫ f from −½ on + f′(−½)/24 − 7f‴(−½)/5760 + … (Euler–Maclaurin's formula at midpoints),
 * f being the chance k steps on. The integral goes by Gauss's formula over pieces as long as f takes to
 * change.
 */
function smoothTail(t: Table): number {
  const own = logTableMass(t);
  const e = deviation(t);
  const f = (s: number) => Math.exp(logMass(moved(t, s), e + s) - own);
  const { a, b, c, d } = moved(t, -0.5);
  const slope = logSlope(b) + logSlope(c) - logSlope(a) - logSlope(d);
  const bend = -(1 / a + 1 / b + 1 / c + 1 / d);
  const third = slope * (slope * slope + 3 * bend);
  const piece = 1 / (Math.abs(slope) + Math.sqrt(-bend));
  let sum = 0;
  for (let left = -0.5; ; left += piece) {
    const before = sum;
    for (let i = 0; i < GAUSS_NODES.length; i++) {
      const [middle, reach] = [left + piece / 2, (piece / 2) * GAUSS_NODES[i]];
      sum += (piece / 2) * GAUSS_WEIGHTS[i] * (f(middle - reach) + f(middle + reach));
    }
    if (sum - before <= 1e-17 * sum) break;
    if (left + 2 * piece >= Math.min(t.b, t.c)) break; // beyond, f is below rounding
  }
  return sum + f(-0.5) * (slope / 24 - (7 * third) / 5760);
}

/** ψ(1 + x) for x > 1000, the slope of ln Γ(1 + x). */
function logSlope(x: number): number {
  return Math.log(x) + 0.5 / x - STIRLING[0] / (x * x);
}
