export type { MinimizeMethod, MinimizeOptions } from "./methods";
export { minimize } from "./minimize";
export type {
  Bound,
  Gradient,
  Hessian,
  HessianVector,
  HistoryEntry,
  MinimizeResult,
  Scalar,
  ValueAndGradient,
} from "./types";
export type { LearningRate } from "./updateRules";
