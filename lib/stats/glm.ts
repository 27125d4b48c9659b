import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
  summarised,
} from "../core";
import { gram, unpack } from "../linalg/flat";
import { normal, studentT } from "../prob";
import { FAMILIES, type FamilyName } from "./glm/families";
import { irls, meansAt, workingResiduals } from "./glm/irls";
import { LINKS } from "./glm/links";
import { predictMeans } from "./glm/predict";
import { type GlmProblem, responseOf } from "./glm/problem";
import type { GlmOptions, GlmResult } from "./glm/result";
import { separationOf } from "./glm/separation";
import { productSum } from "./moments/centre";
import { maxAbs } from "./moments/powerOfTwo";
import { coefficientTable, tRatio } from "./regression/coefficients";
import { factorDesign } from "./regression/design";
import { influenceOf } from "./regression/diagnostics";
import { isPerfect, PERFECT } from "./regression/summary";
import { requireWeights } from "./regression/weights";

const OPTIONS = [
  "family",
  "link",
  "weights",
  "offset",
  "intercept",
  "names",
  "confidence",
  "tol",
  "maxIter",
] as const;

const FAMILY_NAMES: readonly FamilyName[] = ["gaussian", "binomial", "poisson"];

/** The model without its columns: the intercept alone, or nothing but the offset. */
function nullDevianceOf(problem: GlmProblem, tol: number, maxIter: number): number {
  if (!problem.intercept) return meansAt(problem, problem.offset).deviance;
  const X = problem.y.map(() => []);
  const bare = { ...problem, X };
  return irls(bare, factorDesign("glm", X, true, []), tol, maxIter).deviance;
}

/** Throws where squares of the residuals would be beyond the doubles, or lost among the smallest. */
function requireSquares(y: ReadonlyVector): void {
  const largest = maxAbs(y);
  if (largest === 0 || (largest > 1e-152 && largest < 1e152)) return;
  throw new RangeError(
    `glm: y must be measured in another unit for the gaussian family, its largest entry is ${largest}: squares of it are out of the range of doubles`,
  );
}

/**
 * A generalised linear model: the law of yᵢ is of a family, and a link of its mean is linear,
 * g(μᵢ) = ηᵢ = offsetᵢ + b₀ + xᵢᵀb. Gaussian with the identity is least squares, binomial with the logit is
 * logistic regression, Poisson with the logarithm is for counts (Nelder and Wedderburn 1972; McCullagh and
 * Nelder 1989).
 *
 * The likelihood is greatest by Fisher scoring: least squares with weights W = w(dμ/dη)²/V(μ), again and again, each by
 * QR. With k columns of D the covariance is φ(DᵀWD)⁻¹; z = b/se has about the normal law (of a gaussian family Student's).
 * The deviance is twice the log-likelihood that is lacking to a perfect fit; differences of deviances of nested models
 * have about χ² laws. AIC = 2k − 2 log L.
 *
 * @param X - n×p with n > k; no column may depend on those before it.
 * @param y - n numbers: proportions in [0, 1] for the binomial family, counts ≥ 0 for Poisson's. For the binomial family
 * also an n×2 matrix of successes and failures.
 * @param options - `family` ("gaussian", "binomial", "poisson"), `link` ("identity", "log", "logit", "probit", "cloglog"),
 * `weights`, `offset`, `intercept`, `names`, `confidence`, `tol`, `maxIter`.
 * @returns `coef`, `intercept`; `parameters` (the intercept first, as in `names`) with standard errors, tests and intervals,
 * also as `table`; `deviance` and the rest of the fit; `converged`, `message` and `warnings`: where the likelihood has no
 * maximum (separation), `converged` is false; `predict(X)`.
 * @throws LinAlgError naming the first column that depends on those before it; TypeError, RangeError for bad X, y or
 * options, or where no mean is found to begin with. O(n·k²) a step.
 * @example
 * stats.glm([[0], [1]].flatMap((x) => [x, x, x, x]), [0, 0, 0, 1, 0, 1, 1, 1], { family: "binomial" }).coef // => [2 * Math.log(3)]
 * stats.glm([[0], [0], [1], [1]], [1, 3, 5, 7], { family: "poisson" }).intercept // => Math.log(2)
 * stats.glm([[1], [2], [3], [4]], [0, 0, 1, 1], { family: "binomial" }).converged // => false
 */
export function glm(
  X: ReadonlyMatrix,
  y: ReadonlyVector | ReadonlyMatrix,
  options: GlmOptions = {},
): GlmResult {
  requireOptions("glm", options, OPTIONS);
  const { family: name = "gaussian", intercept = true, confidence = 0.95 } = options;
  const { tol = 1e-12, maxIter = 100 } = options;
  const family = FAMILIES[requireOneOf("glm", "family", name, FAMILY_NAMES)];
  const { link: linkName = family.links[0] } = options;
  const link = LINKS[requireOneOf("glm", "link", linkName, family.links)];
  requireBoolean("glm", "intercept", intercept);
  requireNumber("glm", "confidence", confidence, { above: 0, below: 1 });
  requireNumber("glm", "tol", tol, { above: 0, below: 1 });
  requireNumber("glm", "maxIter", maxIter, { min: 1, integer: true });
  const D = factorDesign("glm", X, intercept, options.names);
  const n = X.length;
  const { y: observed, trials } = responseOf("glm", y, name, family, n);
  if (family.dispersed) requireSquares(observed);
  const given = requireWeights("glm", options.weights, X) ?? trials.map(() => 1);
  const { offset = observed.map(() => 0) } = options;
  requireVector("glm", "offset", offset, { length: n, lengthOf: "rows of X" });
  const w = given.map((v, i) => v * trials[i]);
  const problem: GlmProblem = {
    X,
    y: observed,
    w,
    offset: offset.slice(),
    intercept,
    family,
    link,
  };

  const end = irls(problem, D, tol, maxIter);
  const { design, rootUnit, means, eta, deviance } = end;
  const { scale, names } = D;
  const k = names.length;
  const df = { model: k - (intercept ? 1 : 0), residual: n - k, null: n - (intercept ? 1 : 0) };
  const gaps = observed.map((v, i) => family.gap(v, means[i]));
  const pearson = gaps.map(
    (gap, i) => gap * (Math.sqrt(w[i]) / Math.sqrt(family.variance(means[i]))),
  );
  const pearsonChiSquare = productSum(pearson, pearson);
  const dispersion = family.dispersed ? pearsonChiSquare / df.residual : 1;

  const perUnit = scale.map((s) => Math.sqrt(dispersion) / rootUnit / s);
  const relative = unpack(gram(design.inverse, { transpose: true }));
  const covariance = relative.map((row, i) => row.map((v, j) => v * perUnit[i] * perUnit[j]));
  const parameters = end.beta.map((b, j) => b / scale[j]);
  const errors = relative.map((row, j) => Math.sqrt(row[j] * dispersion) / rootUnit);
  const standardErrors = errors.map((e, j) => e / scale[j]);
  const law = family.dispersed ? studentT(df.residual) : normal(0, 1);
  const zValues = end.beta.map((b, j) => tRatio(b, errors[j]));
  const rows = coefficientTable(names, parameters, standardErrors, zValues, law, confidence);
  const { tValues, table, ...columns } = rows;

  const warnings: string[] = [];
  const separation = separationOf(problem, D, end);
  if (separation) warnings.push(separation);
  const squares = observed.reduce((s, v, i) => s + w[i] * v * v, 0);
  if (family.dispersed && isPerfect(deviance, squares, n)) warnings.push(PERFECT);
  const phi = family.dispersed ? deviance / n : 1;
  const logLikelihood =
    phi === 0
      ? Infinity
      : observed.reduce((s, v, i) => s + family.logLikelihood(v, means[i], w[i], phi), 0);
  const { leverage } = influenceOf(design, gaps, 1);
  const fitted = {
    intercept,
    parameters,
    perUnit,
    inverse: design.inverse,
    link,
    law,
    confidence,
  };
  return summarised("generalised linear model", {
    coef: parameters.slice(intercept ? 1 : 0),
    intercept: intercept ? parameters[0] : 0,
    ...columns,
    zValues,
    table: table.map(({ t, ...row }) => ({ ...row, z: t })),
    covariance,
    deviance,
    nullDeviance: nullDevianceOf(problem, tol, maxIter),
    df,
    dispersion,
    pearsonChiSquare,
    logLikelihood,
    aic: 2 * k - 2 * logLikelihood,
    fitted: means.map(({ mu }) => mu),
    linearPredictor: eta,
    residuals: {
      response: gaps,
      deviance: observed.map(
        (v, i) => Math.sign(gaps[i]) * Math.sqrt(w[i] * family.deviance(v, means[i])),
      ),
      pearson,
      working: workingResiduals(problem, end),
    },
    leverage,
    converged: end.converged && !separation,
    message: separation ?? end.message,
    nit: end.nit,
    history: end.history,
    warnings,
    predict: (newX, further) => predictMeans(fitted, newX, further),
  });
}
