export { type MinimizeMethod, type MinimizeOptions, minimize } from "./minimize";
export type {
  Bound,
  Gradient,
  HistoryEntry,
  MinimizeResult,
  Scalar,
  ValueAndGradient,
} from "./types";
export type { LearningRate } from "./updateRules";
