import {
  describeValue,
  LinAlgError,
  type Matrix,
  maxOf,
  requireMatrix,
  type Vector,
} from "../../core";
import { cholesky, eigh, solve } from "../../linalg";
import { requireSymmetric, symmetricPart } from "../kernels/symmetric";
import { along, inner, negate } from "../kernels/vectors";
import type { Hessian, HessianVector } from "../types";
import type { Directions } from "./descend";
import { jacobianDifferences } from "./differences";
import type { Objective } from "./objective";

/** The user's Hessian with its result checked; or central differences of the gradient, made symmetric. */
function hessianOf(objective: Objective, hess?: Hessian): Hessian {
  if (hess === undefined) {
    return (x) => {
      return symmetricPart(jacobianDifferences((z) => objective.gradient(z), x));
    };
  }
  return (x) => {
    const [rows, cols, rowsOf] = [x.length, x.length, "length of x0"];
    const rule = { rows, cols, rowsOf, colsOf: rowsOf, allowNonFinite: true };
    const H = requireMatrix(objective.caller, "the result of hess", hess(x.slice()), rule);
    const S = requireSymmetric(objective.caller, "the result of hess", H, 1e-6);
    return objective.unit === 1 ? S : S.map((row) => row.map((v) => v / objective.unit));
  };
}

/**
 * Solves H·p = −g, with H changed where it is not positive definite: the eigenvalues λᵢ are replaced by
 * max(|λᵢ|, δ), δ = 10⁻⁸·max|λ|, so that p goes downhill along directions of negative curvature too
 * (Nocedal & Wright, section 3.4).
 */
function newtonStep(H: Matrix, g: Vector): Vector {
  try {
    cholesky(H);
    return solve(H, negate(g));
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
  }
  const { values, vectors } = eigh(H);
  const size = maxOf(values.map(Math.abs)) || 1;
  const p = g.map(() => 0);
  values.forEach((value, k) => {
    const v = vectors.map((row) => row[k]);
    const a = -inner(v, g) / Math.max(Math.abs(value), 1e-8 * size);
    for (let i = 0; i < p.length; i++) p[i] += a * v[i];
  });
  return p;
}

/** What both Newton methods share: step 1 first, and steepest descent after a failure. */
function newtonLike(choose: (x: Vector, g: Vector) => Vector): Directions {
  let plain = false;
  return {
    direction: ({ x, grad }) => {
      const p = plain ? negate(grad) : choose(x, grad);
      plain = false;
      return p;
    },
    trialStep: () => 1,
    reset: () => {
      plain = true;
    },
  };
}

/** Newton's method: p = −(∇²f)⁻¹∇f, the Hessian made positive definite where it is not. Cost: O(n³). */
export function newton(objective: Objective, hess?: Hessian): Directions {
  const H = hessianOf(objective, hess);
  return newtonLike((x, g) => {
    const at = H(x);
    return at.every((row) => row.every(Number.isFinite)) ? newtonStep(at, g) : negate(g);
  });
}

/** The product ∇²f(x)·v: from hessp, from hess, or as a difference quotient of the gradient along v. */
function productOf(objective: Objective, hess?: Hessian, hessp?: HessianVector) {
  if (hessp) {
    return (x: Vector, v: Vector): Vector => {
      const product: unknown = hessp(x.slice(), v.slice());
      if (Array.isArray(product) && product.length === x.length) {
        return product.map((v) => v / objective.unit);
      }
      throw new RangeError(
        `${objective.caller}: hessp must return a vector of length ${x.length} (length of x0), got ${describeValue(product)}`,
      );
    };
  }
  if (hess) {
    const H = hessianOf(objective, hess);
    let known: { x: Vector; H: Matrix } | null = null;
    return (x: Vector, v: Vector) => {
      if (known?.x !== x) known = { x, H: H(x) };
      return known.H.map((row) => inner(row, v));
    };
  }
  return (x: Vector, v: Vector, g: Vector): Vector => {
    const size = Math.sqrt(inner(v, v));
    const h = (Math.sqrt(Number.EPSILON) * (1 + Math.sqrt(inner(x, x)))) / size;
    return objective.gradient(along(x, h, v)).map((gi, i) => (gi - g[i]) / h);
  };
}

/**
 * Newton–CG: the Newton equations ∇²f·p = −∇f solved by conjugate gradients, from products with the
 * Hessian alone, only as exactly as the distance from the minimum deserves: to a residual of
 * min(0.1, √γ)·‖∇f‖, γ the share of the largest ‖∇f‖ so far (after Nocedal & Wright, algorithm 7.1). A direction d of negative curvature ends the
 * solution with one more step along it, as long as if the curvature dᵀ∇²f·d had the other sign, which
 * is what `newton` does with negative eigenvalues.
 */
export function newtonCG(objective: Objective, hess?: Hessian, hessp?: HessianVector): Directions {
  const product = productOf(objective, hess, hessp);
  let largest = 0;
  return newtonLike((x, g) => {
    const size = Math.sqrt(inner(g, g));
    largest = Math.max(largest, size);
    const enough = Math.min(0.1, Math.sqrt(size / largest)) * size;
    let z: Vector = g.map(() => 0);
    let r = g.slice();
    let d = negate(g);
    let rr = inner(r, r);
    for (let k = 0; k < 2 * g.length && Math.sqrt(rr) > enough; k++) {
      const Bd = product(x, d, g);
      const curvature = inner(d, Bd);
      const step = rr / (Math.abs(curvature) || inner(d, d));
      z = along(z, step, d);
      if (curvature <= Number.EPSILON * Math.sqrt(inner(d, d) * inner(Bd, Bd))) return z;
      r = along(r, step, Bd);
      const next = inner(r, r);
      d = along(negate(r), next / rr, d);
      rr = next;
    }
    return z;
  });
}
