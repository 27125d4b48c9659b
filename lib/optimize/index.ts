export type { Duals, LinearConstraints } from "./constraints";
export {
  type LinprogHistoryEntry,
  type LinprogOptions,
  type LinprogResult,
  linprog,
  type ProgramStatus,
} from "./linprog";
export type { MinimizeMethod, MinimizeOptions } from "./methods";
export { minimize } from "./minimize";
export { type QuadprogHistoryEntry, type QuadprogResult, quadprog } from "./quadprog";
export {
  type RootHistoryEntry,
  type RootMethod,
  type RootOptions,
  type RootResult,
  root,
} from "./root";
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
