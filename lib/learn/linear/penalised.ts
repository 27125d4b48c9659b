import { type ReadonlyMatrix, type ReadonlyVector, requireNumber, type Vector } from "../../core";
import { type Dense, release, transpose } from "../../linalg/flat";
import { greatest, packTargets } from "../guards";
import { powerBelow } from "../scaling";
import { columnsOf } from "./columns";
import {
  coordinateDescent,
  type Descent,
  leastPenalty,
  type PenalisedSquares,
} from "./coordinateDescent";
import { centredTargets, interceptOf } from "./design";

/** Least squares with a penalty on the weights, ready to be solved for one strength after the other. */
export interface Penalised {
  mean: Float64Array;
  /** Mean of the targets, or 0 without intercept. */
  level: number;
  /** The least α for which all weights are 0; 0 where no column tells of y. */
  alphaMax: number;
  /** Solves for α; starts from the solution before. */
  solve(alpha: number): Solution;
}

/** The weights for one α, in the units of the data. */
export interface Solution extends Descent {
  coef: Vector;
  intercept: number;
}

/** Options that all penalised fits share. */
export interface PenalisedOptions {
  /** Whether to fit a constant term b, which is not penalised. Default true. */
  intercept?: boolean;
  /** Stops when the duality gap is at most this share of Σ (y_n − ȳ)²/N. Default 1e-8. */
  tol?: number;
  /** Most sweeps over the weights. Default 10000. */
  maxIter?: number;
}

/**
 * Brings data to units in which no square leaves the range of doubles: columns x̃ = (x − x̄)/u and
 * targets (y − ȳ)/v have weights w̃ = w·u/v, on which the penalties are λ₁/(uv) and λ₂/u².
 */
export function penalised(
  caller: string,
  X: ReadonlyMatrix,
  y: ReadonlyVector,
  ratio: number,
  rules: { intercept: boolean; tol: number; maxIter: number },
): Penalised {
  const { A, t } = packTargets(caller, X, y);
  const [N, D] = [A.rows, A.cols];
  const { X: scaled, mean, unit } = columnsOf(A, rules.intercept);
  const { y: rest, level } = centredTargets(t, rules.intercept);
  const v = powerBelow(greatest(rest));
  const Xt: Dense = transpose(scaled);
  release(scaled);
  const problem = (alpha: number): PenalisedSquares => ({
    Xt,
    y: rest.map((e) => e / v),
    lasso: unit.map((u) => (N * alpha * ratio) / u / v),
    ridge: unit.map((u) => (N * alpha * (1 - ratio)) / u / u),
  });
  const w = new Float64Array(D);
  const back = (x: number) => x * v * (v / N);
  return {
    mean,
    level,
    alphaMax: leastPenalty(problem(1)),
    solve(alpha) {
      const end = coordinateDescent(problem(alpha), w, rules.tol, rules.maxIter);
      const coef = Array.from(w, (wj, j) => (wj * v) / unit[j]);
      return {
        ...end,
        coef,
        intercept: interceptOf(coef, mean, level),
        objective: back(end.objective),
        gap: back(end.gap),
        history: end.history.map(({ objective, gap }) => ({
          objective: back(objective),
          gap: back(gap),
        })),
      };
    },
  };
}

/** Checks the shared options and fills them in. */
export function requirePenalised(
  caller: string,
  { tol = 1e-8, maxIter = 10000 }: PenalisedOptions,
) {
  requireNumber(caller, "tol", tol, { above: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  return { tol, maxIter };
}

/** What the duality gap says of a fit. */
export const gapMessage = (converged: boolean, tol: number, maxIter: number): string =>
  converged
    ? `the duality gap is at most ${tol} of the variance of y`
    : `the duality gap exceeds ${tol} of the variance of y after ${maxIter} sweeps`;
