export { type AllCloseOptions, allClose, type Numeric } from "./allClose";
export { dateText, describeValue, selfDescription } from "./describe";
export { LinAlgError } from "./errors";
export { maxOf, minOf } from "./extremes";
export {
  type MatrixRule,
  type NumberRule,
  requireBoolean,
  requireFunction,
  requireMatrix,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
  type VectorRule,
} from "./guards";
export { type Iteration, type OnProgress, requireOnProgress } from "./iteration";
export { type ChoiceOptions, type Rng, requireRng, rng } from "./rng";
export { summarised, summaryKind } from "./summary";
export type { Matrix, ReadonlyMatrix, ReadonlyVector, Vector } from "./types";
