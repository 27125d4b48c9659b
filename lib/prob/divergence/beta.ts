import { betalnAt, digammaDifference, log1pmx, logRatio } from "../../core/special";
import { betaEntropy } from "../entropy/beta";
import { excess, massExcess, productRatioMinus1 } from "./excess";
import { gammaBregman, stepsTo, stirlingBregman } from "./gammaBregman";

/**
 * The divergence of Beta(c, d) from Beta(a, b): with D(y, x) = lnΓ(y) − lnΓ(x) − (y − x)ψ(x) it is
 * D(c, a) + D(d, b) − D(c + d, a + b). For large shapes, and where one is tiny, these cancel, in
 * different ways; for laws far apart the definition, E[ln p(X)] − E[ln q(X)], loses nothing.
 */
export function betaDivergence(a: number, b: number, c: number, d: number): number {
  if (excess(c, a) === Infinity || excess(d, b) === Infinity) return Infinity;
  const far = farApart(a, b, c, d);
  if (far !== undefined) return far;
  if (Math.min(a, b, c, d) >= 10) return largeShapes(a, b, c, d);
  return Math.max(b, d) <= Math.max(a, c)
    ? gammaBregman(d, b) + raised(a, b, c, d)
    : gammaBregman(c, a) + raised(b, a, d, c);
}

/**
 * ln B(c, d) − c·E[ln X] − d·E[ln(1 − X)] less the same of a and b, which is the entropy's; undefined where
 * these cancel.
 */
function farApart(a: number, b: number, c: number, d: number): number | undefined {
  const parts = [
    betalnAt(c, d),
    c * digammaDifference(a, b),
    d * digammaDifference(b, a),
    -betaEntropy(a, b),
  ];
  const sum = parts.reduce((s, v) => s + v, 0);
  const size = parts.reduce((s, v) => s + Math.abs(v), 0);
  return sum > 0.01 * size ? sum : undefined;
}

/**
 * By Stirling's formula in each D: the terms of the order of the shapes add up to (c + d) times the
 * divergence between coins that fall as the means of the two laws say.
 */
function largeShapes(a: number, b: number, c: number, d: number): number {
  const [n, m] = [a + b, c + d];
  const halves = excess(c, a) + excess(d, b) - excess(m, n, c - a + (d - b));
  const rest =
    stirlingBregman(c, a, c - a) +
    stirlingBregman(d, b, d - b) -
    stirlingBregman(m, n, c - a + (d - b));
  return coins(a, b, c, d) + 0.5 * halves + rest;
}

/** (c + d) times the divergence of a coin of probability a/(a + b) from one of c/(c + d). */
function coins(a: number, b: number, c: number, d: number): number {
  const [n, m] = [a + b, c + d];
  const odds = productRatioMinus1(a, d, c, b); // the ratio of the odds, less 1
  if (odds > -0.9 && odds < 9) {
    const heads = odds * (b / n);
    const tails = (-odds / (1 + odds)) * (a / n);
    return -c * log1pmx(heads) - d * log1pmx(tails);
  }
  const [p, q, u, v] = [a / n, b / n, c / m, d / m];
  const difference = Math.max(p, u) < Math.max(q, v) ? p - u : v - q;
  return m * (massExcess(p, u, difference) + massExcess(q, v, -difference));
}

/**
 * D(c, a) − D(c + d, a + b) for b and d that may be tiny beside a and c: every term of the one is
 * subtracted from its fellow of the other in closed form. First a and c are raised by the recurrence of
 * Γ to where one term of the error of Stirling's formula is enough.
 */
function raised(a: number, b: number, c: number, d: number): number {
  const steps = stepsTo(500, Math.min(a, c));
  const [alpha, beta] = [c - a, d - b];
  let sum = 0;
  for (let k = 0; k < steps; k++) {
    sum += excessDifference({ a: a + k, b, c: c + k, d, alpha, beta });
  }
  const [A, C] = [a + steps, c + steps];
  const [N, M] = [A + b, C + d];
  const shapes = { a: A, b, c: C, d, alpha, beta };
  const w = relativeStep(shapes);
  // C·ln(1 + w) − d·ln(M/N) + d − b, of which the terms of first order are cancelled by hand
  const second =
    (alpha / N) * (alpha / M) * b * (b / A) -
    (alpha / N) * beta * ((C + b + 2 * d) / M) -
    (d / M) * (beta / N) * beta;
  const e = (alpha + beta) / N;
  const leading =
    w > -0.5 && w < 1
      ? second + C * log1pmx(w) - d * logMinus(e, () => logRatio(M, N))
      : C * (logRatio(C, A) - logRatio(M, N)) - d * logRatio(M, N) + beta;
  const half = 0.5 * excessDifference(shapes);
  // 1/12 of 1/C − 1/A + (C − A)/A² less the same of M and N
  const u = alpha / A;
  const stirling =
    u * (u / C) * (d / M) +
    u * (u / M) * (b * ((A + N) / N / N)) -
    ((2 * alpha + beta) / M) * (beta / N / N);
  return sum + leading + half + stirling / 12;
}

/** The shapes of two laws, of which c = a + alpha and d = b + beta. */
interface Shapes {
  a: number;
  b: number;
  c: number;
  d: number;
  alpha: number;
  beta: number;
}

/** w with c/a = (1 + w)·(c + d)/(a + b): (bc − ad)/(a(c + d)), or (b·alpha − a·beta) for c near a. */
function relativeStep({ a, b, c, d, alpha, beta }: Shapes): number {
  const m = c + d;
  if (Math.abs(alpha) < 0.5 * a) return (alpha / a) * (b / m) - beta / m;
  return (c > a ? (c / m) * (b / a) : (c / a) * (b / m)) - d / m; // factors of ordinary size
}

/** ln(1 + w) − w, by the logarithm itself where w is close to −1. */
function logMinus(w: number, log: () => number): number {
  return w > -0.5 ? log1pmx(w) : log() - w;
}

/** φ(c/a) − φ((c + d)/(a + b)) with φ(x) = x − 1 − ln x. */
function excessDifference(shapes: Shapes): number {
  const { a, b, c, d, alpha, beta } = shapes;
  const [n, m] = [a + b, c + d];
  const w = relativeStep(shapes);
  return w * ((alpha + beta) / n) - logMinus(w, () => logRatio(c, a) - logRatio(m, n));
}
