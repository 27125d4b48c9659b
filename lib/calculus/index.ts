/**
 * Derivatives four ways (MML chapter 5), and integrals by `quad`.
 *
 * 1. **Finite differences** take a function as it is: `derivative`, `gradient`, `jacobian`, `hessian`,
 *    and `checkGrad` to check a gradient written by hand. Easy, but good to some digits only.
 * 2. **Forward mode** computes with dual numbers, a value and its derivative together: `jvp`, `dual`.
 * 3. **Reverse mode** writes the computation on a tape and reads it backwards: `grad`, `valueAndGrad`,
 *    and by composition `jacobianAD`, `hessianAD`, `hvp`. One pass for any number of variables.
 * 4. **Power series** computes with Taylor coefficients: `taylor`, to any order.
 *
 * The last three are exact to rounding. They do not look at the text of your function but run it, on
 * values that stand for its arguments ({@link Tracked}). So write it with the functions of this module
 * in place of operators and `Math`,
 *
 *     const f = ([x, y]: number[]) => add(sin(x), mul(x, pow(y, 2)));
 *     f([1, 2])             // plain numbers in, a plain number out
 *     grad(f)([1, 2])       // its gradient
 *     hessianAD(f)([1, 2])  // its Hessian
 *     gradient(f, [1, 2])   // by differences, to compare
 *
 * or with methods, which read from left to right: `(x) => x.sin().mul(2).sum()`. (The type of the
 * parameter may be that of plain numbers, as above, so that f fits wherever a plain function does; or
 * `Tracked`, which has the methods and refuses operators already in the editor.) A value is a number, a
 * vector or a matrix; shapes broadcast as in NumPy. The parameters of a model may be an object, and so
 * is their gradient:
 *
 *     const loss = (p: { W: Tracked; b: Tracked }) => matmul(X, p.W).add(p.b).tanh().sub(Y).pow(2).sum();
 *     grad(loss)({ W, b })  // { W: …, b: … }
 *
 * Transformations nest in any order: `grad((x) => grad(f)(x))` is f″, `jvp(grad(f))` is `hvp(f)`.
 *
 * **Where there is no derivative** we follow a convention, one of the subgradients: `abs` and `relu`
 * have slope 0 at 0, the norm has gradient 0 at 0, entries that tie for `max` or `min` share its
 * derivative equally, as a and b do in `maximum` and `minimum`. `sqrt` has slope ∞ at 0. Second
 * derivatives at such points are refused, and `taylor` refuses them too, for there is no series.
 *
 * **No NaN arises in silence.** 0/0, ∞ − ∞, 0·∞, and numbers outside a function's domain are errors
 * where they happen, with the name of the operation; so is a NaN passed in.
 *
 * How it works: `tracking/tracked.ts` is the idea on a page, `tape.ts`, `duals.ts` and `jet.ts` beside it
 * are the three ways to carry an operation out, `ops/` holds the operations, each with its value and its
 * rules.
 */

import "./tracking/methods";

// Finite differences

export { checkGrad, type GradientCheck } from "./checkGrad";
export { derivative, derivativeEstimate } from "./derivative";
export { gradient } from "./gradient";
export { hessian } from "./hessian";
export { jacobian } from "./jacobian";
export { type Extrapolation, richardson } from "./richardson";

// Automatic differentiation

export { dual } from "./dual";
export {
  type GradientFunction,
  grad,
  type StructureGradient,
  type UntypedGradient,
  type ValueAndGradient,
  valueAndGrad,
} from "./grad";
export { hessianAD } from "./hessianAD";
export { hvp } from "./hvp";
export { jacobianAD, type MatrixFunction } from "./jacobianAD";
export { jvp } from "./jvp";
export { constant } from "./ops/constant";
export { taylor } from "./taylor";

// Integrals

export { type QuadOptions, type QuadResult, quad } from "./quad";

// Operations entry by entry

export { logSigmoid, sigmoid, softplus, tanh } from "./ops/activations";
export { add, neg, sub } from "./ops/add";
export { div, mul } from "./ops/arithmetic";
export { exp, expm1, log, log1p, sqrt } from "./ops/elementary";
export { abs, maximum, minimum, relu } from "./ops/piecewise";
export { pow } from "./ops/pow";
export { digamma, erf, gammaln } from "./ops/special";
export { acos, asin, atan, cos, cosh, sin, sinh, tan } from "./ops/trigonometric";
export { type Condition, where } from "./ops/where";

// Sums, softmax and extremes

export { max, min } from "./ops/extremes";
export { type AxisOptions, mean, type Reduction, sum } from "./ops/reduce";
export { logSoftmax, logsumexp, type SoftmaxOptions, softmax } from "./ops/softmax";

// Vectors and matrices

export { cholesky } from "./ops/cholesky";
export { logdet } from "./ops/determinant";
export { type EigH, eigh } from "./ops/eigh";
export { norm } from "./ops/norm";
export { dot, matmul, outer, type Product, trace } from "./ops/products";
export { type QR, qr } from "./ops/qr";
export { inv, solve } from "./ops/solve";
export { type SVD, svd } from "./ops/svd";

// Shapes and parts

export { at, type SliceOptions, slice, take } from "./ops/indexing";
export { type ConcatOptions, concat, stack } from "./ops/join";
export { diag, reshape, transpose } from "./ops/shape";

// Values that are followed

export { Dual } from "./tracking/duals";
export { Tape, Variable } from "./tracking/tape";
export { Tensor } from "./tracking/tensor";
export { Tracked } from "./tracking/tracked";

// Types

export type { DerivativeEstimate } from "./differences/estimate";
export type { DifferenceOptions } from "./differences/stencil";
export type {
  Broadcast,
  Elementwise,
  Gradient,
  Operand,
  Reduced,
  Result,
  Scalar,
  Untracked,
} from "./tracking/types";
