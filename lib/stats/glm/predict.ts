import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireOptions,
  requireVector,
} from "../../core";
import { type Dense, matvec } from "../../linalg/flat";
import type { ContinuousDistribution } from "../../prob";
import { productSum } from "../moments/centre";
import { intervals } from "../regression/coefficients";
import type { Link } from "./links";
import type { GlmPrediction } from "./result";

/** What a prediction needs of a fit. */
export interface FittedGlm {
  intercept: boolean;
  parameters: ReadonlyVector;
  /** √φ over the scale of each column. */
  perUnit: ReadonlyVector;
  /** R⁻¹ of the scaled and weighted design. */
  inverse: Dense;
  link: Link;
  law: ContinuousDistribution;
  confidence: number;
}

/** Means at new rows; the interval is that of η, carried over by the link. */
export function predictMeans(
  { intercept, parameters, perUnit, inverse, link, law, confidence }: FittedGlm,
  X: ReadonlyMatrix,
  options: { offset?: ReadonlyVector } = {},
): GlmPrediction {
  const cols = parameters.length - (intercept ? 1 : 0);
  requireMatrix("glm.predict", "X", X, { cols, colsOf: "columns of the fitted X" });
  requireOptions("glm.predict", options, ["offset"]);
  const { offset = X.map(() => 0) } = options;
  requireVector("glm.predict", "offset", offset, { length: X.length, lengthOf: "rows of X" });
  const rows = X.map((row) => (intercept ? [1, ...row] : row));
  const linearPredictor = rows.map((row, i) => offset[i] + productSum(row, parameters));
  const standardError = rows.map((row) => {
    const x = Float64Array.from(row, (v, j) => v * perUnit[j]);
    return Math.hypot(...matvec(inverse, x, { transpose: true }));
  });
  const ends = intervals(linearPredictor, standardError, law, confidence);
  return {
    mean: linearPredictor.map((v) => link.inverse(v)),
    linearPredictor,
    standardError,
    confidenceInterval: ends.map(([low, high]) => [link.inverse(low), link.inverse(high)]),
  };
}
