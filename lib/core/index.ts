/**
 * What all modules stand on: the seeded random generator, comparisons, guards that name what is wrong, errors and types.
 */

// Randomness

export { type ChoiceOptions, type Rng, requireRng, rng } from "./rng";

// Comparing

export { type AllCloseOptions, allClose, type Numeric } from "./allClose";
export { maxOf, minOf } from "./extremes";

// Guards and errors

export { LinAlgError } from "./errors";
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

// Lists to be filled

export { blankVector } from "./blankVector";

// Values in words

export { dateText, describeValue, selfDescription } from "./describe";
export { summarised, summaryKind } from "./summary";

// Types

export type { Matrix, ReadonlyMatrix, ReadonlyVector, Vector } from "./types";
