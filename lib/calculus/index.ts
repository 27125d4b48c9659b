import "./methods";

export { Dual, dual, jvp } from "./dual";
export { checkGrad, type GradientCheck } from "./finite/checkGrad";
export { type DerivativeEstimate, derivative, derivativeEstimate } from "./finite/derivative";
export { gradient, jacobian } from "./finite/gradient";
export { hessian } from "./finite/hessian";
export { type Extrapolation, richardson } from "./finite/richardson";
export type { DifferenceOptions } from "./finite/stencil";
export {
  type GradientFunction,
  grad,
  type StructureGradient,
  type UntypedGradient,
  type ValueAndGradient,
  valueAndGrad,
} from "./grad";
export { hessianAD, hvp, jacobianAD, type MatrixFunction } from "./jacobian";
export { sigmoid, softplus, tanh } from "./ops/activations";
export { add, neg, sub } from "./ops/add";
export { div, mul } from "./ops/arithmetic";
export { cholesky } from "./ops/cholesky";
export { constant } from "./ops/constant";
export { logdet } from "./ops/determinant";
export {
  acos,
  asin,
  atan,
  cos,
  cosh,
  exp,
  expm1,
  log,
  log1p,
  sin,
  sinh,
  sqrt,
  tan,
} from "./ops/elementary";
export { max, min } from "./ops/extremes";
export { at, type SliceOptions, slice, take } from "./ops/indexing";
export { norm } from "./ops/norm";
export { abs, maximum, minimum, relu } from "./ops/piecewise";
export { pow } from "./ops/pow";
export { dot, matmul, outer, type Product, trace } from "./ops/products";
export { type AxisOptions, mean, type Reduction, sum } from "./ops/reduce";
export { type ConcatOptions, concat, diag, reshape, stack, transpose } from "./ops/shape";
export { logSoftmax, logsumexp, type SoftmaxOptions, softmax } from "./ops/softmax";
export { inv, solve } from "./ops/solve";
export { Tape, Variable } from "./tape";
export { taylor } from "./taylor";
export { Tensor } from "./tensor";
export { Tracked } from "./tracked";
export type {
  Broadcast,
  Elementwise,
  Gradient,
  Operand,
  Reduced,
  Result,
  Scalar,
  Untracked,
} from "./types";
