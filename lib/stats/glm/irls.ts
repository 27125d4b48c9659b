import type { ReadonlyVector, Vector } from "../../core";
import { matvec } from "../../linalg/flat";
import { meanOf, productSum } from "../moments/centre";
import { maxAbs, unitOf } from "../moments/powerOfTwo";
import { type Design, factorDesign, rootsOf } from "../regression/design";
import { leastSquares } from "../regression/leastSquares";
import type { Mean } from "./families";
import type { GlmProblem } from "./problem";

/** A point of the iterations. */
export interface GlmPoint {
  /** Of the scaled columns. */
  beta: Vector;
  eta: Vector;
  means: Mean[];
  deviance: number;
}

/** How the iterations ended. */
export interface GlmEnd extends GlmPoint {
  /** The last weighted design, about the weights at `means`. */
  design: Design;
  /** The unit of the roots of its weights. */
  rootUnit: number;
  converged: boolean;
  message: string;
  nit: number;
  history: { deviance: number }[];
}

/** The means at η, and the deviance; ∞ where a mean is none. */
export function meansAt({ y, w, family, link }: GlmProblem, eta: ReadonlyVector) {
  const means = eta.map((v) => ({ mu: link.inverse(v), rest: link.complement(v) }));
  let deviance = 0;
  means.forEach((mean, i) => {
    deviance += family.holds(mean) ? w[i] * family.deviance(y[i], mean) : Infinity;
  });
  return { means, deviance };
}

/** The weights w·(dμ/dη)²/V(μ) of the linear model that has the slope and curvature of the likelihood. */
export function workingWeights(
  { w, family, link }: GlmProblem,
  { eta, means }: Pick<GlmPoint, "eta" | "means">,
) {
  return eta.map((v, i) => {
    const slope = link.slope(v);
    return (w[i] * slope * slope) / family.variance(means[i]);
  });
}

/** (y − μ)·dη/dμ; 0 so far out that doubles no longer see the mean move, where a row weighs nothing. */
export function workingResiduals(
  { y, family, link }: GlmProblem,
  { eta, means }: Pick<GlmPoint, "eta" | "means">,
): Vector {
  return eta.map((v, i) => {
    const slope = link.slope(v);
    return slope === 0 ? 0 : family.gap(y[i], means[i]) / slope;
  });
}

const HALVINGS = 30;

/** A step of less than this share of the parameters is none, if it cannot be taken. */
const STILL = 1e-8;

/** And if it can. */
const FINE = 1e-12;

/** The point at parameters β of the scaled columns. */
function pointAt(problem: GlmProblem, D: Design, beta: Vector): GlmPoint {
  const fitted = matvec(D.S, Float64Array.from(beta));
  const eta = Array.from(fitted, (v, i) => v + problem.offset[i]);
  return { beta, eta, ...meansAt(problem, eta) };
}

/** Where the means are those the family proposes, or for its want all the same. */
function startOf(problem: GlmProblem, D: Design, step: (from: GlmPoint) => Vector): GlmPoint {
  const { y, w, offset, family, link, intercept } = problem;
  const means = y.map((v, i) => family.start(v, w[i]));
  const eta = means.map(({ mu }) => link.of(mu));
  if (eta.every(Number.isFinite)) {
    const first = pointAt(problem, D, step({ beta: [], eta, means, deviance: Infinity }));
    if (first.deviance < Infinity) return first;
  }
  const level =
    link.of(
      productSum(w, y) /
        productSum(
          w,
          y.map(() => 1),
        ),
    ) - meanOf(offset);
  const flat = pointAt(
    problem,
    D,
    D.scale.map((_, j) => (intercept && j === 0 ? level : 0)),
  );
  if (flat.deviance < Infinity) return flat;
  throw new RangeError(
    "glm: no means were found to begin with that the family has under this link; take its canonical link, or other offsets or units",
  );
}

/**
 * Fisher scoring as iterated weighted least squares (Nelder and Wedderburn 1972): from η regress
 * z = η − offset + (y − μ)·dη/dμ on X with the working weights, by QR. A step that raises the deviance or leaves
 * the means that the family has is halved. It ends when a step changes the deviance by less than
 * tol of it and the parameters no longer close in (where the link is not canonical they do so slowly).
 *
 * @param D - The design without weights, of full rank.
 * @throws RangeError if there is no mean to begin with.
 */
export function irls(problem: GlmProblem, D: Design, tol: number, maxIter: number): GlmEnd {
  const { X, offset, intercept } = problem;
  const names = D.names.slice(intercept ? 1 : 0);
  const factor = (at: GlmPoint) => {
    const { roots, unit } = rootsOf(workingWeights(problem, at));
    return { roots, rootUnit: unit, design: factorDesign("glm", X, intercept, names, roots) };
  };
  const step = (from: GlmPoint): Vector => {
    const { roots, design } = factor(from);
    const z = workingResiduals(problem, from).map((v, i) => v + from.eta[i] - offset[i]);
    const unit = unitOf(z);
    const scaled = z.map((v, i) => (v / unit) * roots[i]);
    return leastSquares(design, scaled).beta.map((b) => b * unit);
  };
  let point = startOf(problem, D, step);
  const history = [{ deviance: point.deviance }];
  const finish = (converged: boolean, message: string): GlmEnd => {
    const { design, rootUnit } = factor(point);
    return { ...point, design, rootUnit, converged, message, nit: history.length, history };
  };
  let last = Infinity;
  while (history.length < maxIter) {
    const target = step(point);
    const next = lower(problem, D, point, target);
    if (!next) {
      const moves = target.map((b, j) => b - point.beta[j]);
      return maxAbs(moves) <= STILL * maxAbs(point.beta)
        ? finish(true, "the parameters stand still")
        : finish(false, "no step lowers the deviance");
    }
    const fall = point.deviance - next.deviance;
    const move = maxAbs(next.beta.map((b, j) => b - point.beta[j]));
    point = next;
    history.push({ deviance: point.deviance });
    const flat = fall <= tol * point.deviance || point.deviance < Number.MIN_VALUE / tol;
    // where the deviance is flat the parameters may still close in, by a share of the way each step
    const closing = move > FINE * maxAbs(point.beta) && move < 0.9 * last;
    if (flat && !closing) return finish(true, `the deviance falls by less than ${tol} of it`);
    last = move;
  }
  return finish(false, `maxIter reached (${maxIter})`);
}

/** The first point on the way from the target back to the last one whose deviance is no higher. */
function lower(problem: GlmProblem, D: Design, from: GlmPoint, target: Vector): GlmPoint | null {
  for (let share = 1, k = 0; k < HALVINGS; k++, share /= 2) {
    const beta = target.map((b, j) => from.beta[j] + share * (b - from.beta[j]));
    const tried = pointAt(problem, D, beta);
    if (tried.deviance <= from.deviance * (1 + 1e-12)) return tried;
  }
  return null;
}
