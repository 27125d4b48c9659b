/**
 * Minima, roots and programs: descent from gradient steps to BFGS, least squares, global search, constraints.
 *
 * A method that does not come to its end says so: `converged` is false and `message` tells why. `history` holds the path.
 */

// Minimising

export { differentialEvolution } from "./differentialEvolution";
export { type LineSearchOptions, type LineSearchResult, lineSearch } from "./lineSearch";
export { minimize } from "./minimize";
export { minimizeScalar } from "./minimizeScalar";
export { minimizeStochastic } from "./minimizeStochastic";

// Fitting

export { type CurveFitOptions, type CurveFitResult, curveFit } from "./curveFit";
export { leastSquares } from "./leastSquares";

// Roots

export { root } from "./root";

// Programs and constraints

export { augmentedLagrangian } from "./augmentedLagrangian";
export {
  type LinprogHistoryEntry,
  type LinprogOptions,
  type LinprogResult,
  linprog,
} from "./linprog";
export { type QuadprogHistoryEntry, type QuadprogResult, quadprog } from "./quadprog";

// Types

export type {
  AugmentedLagrangianEntry,
  AugmentedLagrangianOptions,
  AugmentedLagrangianResult,
} from "./constrained/types";
export type { MinimizeMethod, MinimizeOptions } from "./descent/methods";
export type {
  BatchScalar,
  BatchValueAndGradient,
  Epoch,
  StochasticOptions,
  StochasticResult,
} from "./descent/stochasticTypes";
export type { LearningRate } from "./descent/updateRules";
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
export type {
  Duals,
  LinearConstraints,
  ProgramResult,
  ProgramStatus,
} from "./programs/constraints";
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
