export { augmentedLagrangian } from "./augmentedLagrangian";
export type {
  AugmentedLagrangianEntry,
  AugmentedLagrangianOptions,
  AugmentedLagrangianResult,
} from "./constrained/types";
export { type CurveFitOptions, type CurveFitResult, curveFit } from "./curveFit";
export type { MinimizeMethod, MinimizeOptions } from "./descent/methods";
export type {
  BatchScalar,
  BatchValueAndGradient,
  Epoch,
  StochasticOptions,
  StochasticResult,
} from "./descent/stochasticTypes";
export type { LearningRate } from "./descent/updateRules";
export { differentialEvolution } from "./differentialEvolution";
export type {
  DifferentialEvolutionOptions,
  DifferentialEvolutionResult,
  EvolutionHistoryEntry,
} from "./evolution/types";
export type { Loss } from "./fitting/loss";
export type {
  FitHistoryEntry,
  FitOptions,
  LeastSquaresOptions,
  LeastSquaresResult,
} from "./fitting/types";
export { leastSquares } from "./leastSquares";
export { type LineSearchOptions, type LineSearchResult, lineSearch } from "./lineSearch";
export {
  type LinprogHistoryEntry,
  type LinprogOptions,
  type LinprogResult,
  linprog,
} from "./linprog";
export { minimize } from "./minimize";
export { minimizeScalar } from "./minimizeScalar";
export { minimizeStochastic } from "./minimizeStochastic";
export type {
  Duals,
  LinearConstraints,
  ProgramResult,
  ProgramStatus,
} from "./programs/constraints";
export { type QuadprogHistoryEntry, type QuadprogResult, quadprog } from "./quadprog";
export { root } from "./root";
export type { RootHistoryEntry, RootMethod, RootOptions, RootResult } from "./roots/types";
export type {
  MinimizeScalarOptions,
  MinimizeScalarResult,
  ScalarHistoryEntry,
  ScalarMethod,
} from "./scalar/types";
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
