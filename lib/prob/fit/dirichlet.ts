import type { ReadonlyMatrix, ReadonlyVector } from "../../core";
import { betalnAt, digammaAt, polygammaAt } from "../../core/special";
import { sumsAfter } from "../multivariate/points";
import { ALL_EQUAL, constant, type Estimator, meanOf } from "./estimate";

/** Shapes under which shares are likeliest. */
interface Shapes {
  shapes: number[];
  /** Minus the second derivatives of the log-likelihood per point are diag(own) less `common` everywhere. */
  own: number[];
  common: number;
  converged: boolean;
}

/**
 * Shapes α of the Dirichlet law by Newton's method (T. P. Minka 2000, "Estimating a Dirichlet distribution").
 * The log-likelihood per point is Σ αᵢgᵢ − ln B(α) with the means g of the logarithms of the shares; it is
 * concave, so that a step that is halved until it ascends leads to the one maximum. O(K) a step.
 *
 * @param g - Means of the logarithms.
 * @param start - Where to begin.
 */
function likeliest(g: ReadonlyVector, start: ReadonlyVector): Shapes {
  const height = (a: ReadonlyVector) => {
    const after = sumsAfter(a);
    return a.reduce((s, v, i) => s + v * g[i] - (after[i] > 0 ? betalnAt(v, after[i]) : 0), 0);
  };
  let shapes = start.slice();
  let own: number[] = [];
  let common = 0;
  let converged = false;
  for (let iteration = 0; iteration < 200; iteration++) {
    const total = shapes.reduce((s, v) => s + v, 0);
    own = shapes.map((v) => polygammaAt(1, v));
    common = polygammaAt(1, total);
    if (converged) break;
    const whole = digammaAt(total);
    const raw = shapes.map((v, i) => (g[i] - digammaAt(v) + whole) / own[i]);
    const shift = (common * raw.reduce((s, v) => s + v, 0)) / rest(own, common);
    const move = raw.map((v, i) => v + shift / own[i]);
    if (!move.every(Number.isFinite)) break;
    const within = (part: number) => move.every((d, i) => Math.abs(d) <= part * shapes[i]);
    converged = within(1e-9); // its square is below rounding
    const at = (step: number) => shapes.map((v, i) => v + step * move[i]);
    const before = height(shapes);
    const worse = (a: number[]) => !a.every((v) => v > 0) || height(a) < before;
    let step = 1;
    // close by, rounding decides which of two heights is the larger, and Newton's step is good
    if (!within(1e-3)) while (step > 1e-10 && worse(at(step))) step /= 2;
    shapes = at(step);
  }
  return { shapes, own, common, converged };
}

/** 1 − c·Σ 1/ownᵢ, by which the determinant of diag(own) − c differs from Π ownᵢ. */
function rest(own: ReadonlyVector, common: number): number {
  return 1 - common * own.reduce((s, q) => s + 1 / q, 0);
}

/** Shapes of the mean m and of the sum that the variances, added up to v, say. */
function byMoments(m: ReadonlyVector, v: number): number[] {
  const spread = m.reduce((s, p) => s + p * (1 - p), 0);
  const size = Math.min(Math.max(spread / v - 1, 1e-3), 1e15); // a variance may underflow
  return m.map((p) => p * size);
}

/** a and b of the beta law, the Dirichlet law of x and 1 − x. */
export const fitBeta: Estimator = (x, none) => {
  if (constant(x)) throw none(ALL_EQUAL);
  const mean = meanOf(x);
  const variance = meanOf(x.map((t) => (t - mean) ** 2));
  const logs = [meanOf(x.map(Math.log)), meanOf(x.map((t) => Math.log1p(-t)))];
  const { shapes, own, common, converged } = likeliest(
    logs,
    byMoments([mean, 1 - mean], 2 * variance),
  );
  const n = x.length;
  return {
    params: shapes,
    information: own.map((q, i) => own.map((_, j) => n * ((i === j ? q : 0) - common))),
    converged,
  };
};

/** α of the Dirichlet law for checked rows of shares, and its standard errors. */
export function fitDirichlet(X: ReadonlyMatrix, none: (why: string) => RangeError) {
  const columns = X[0].map((_, j) => X.map((row) => row[j]));
  if (columns.every(constant)) throw none(ALL_EQUAL);
  const means = columns.map(meanOf);
  const variance = columns.reduce((s, x, j) => s + meanOf(x.map((v) => (v - means[j]) ** 2)), 0);
  const logs = columns.map((x) => meanOf(x.map(Math.log)));
  const { shapes, own, common, converged } = likeliest(logs, byMoments(means, variance));
  const det = rest(own, common);
  const errors = own.map((q) => Math.sqrt((1 + common / q / det) / q / X.length));
  return { shapes, errors, converged };
}
