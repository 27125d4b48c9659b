import type { ReadonlyVector } from "../../core";
import { sumsAfter } from "../multivariate/points";
import { betaDivergence } from "./beta";

/**
 * The divergence of Dirichlet(b) from Dirichlet(a). A stick is broken: of what is left after the shares
 * before, the i-th takes a share of the law Beta(aᵢ, aᵢ₊₁ + … + a_K), independent of the others. So the
 * divergence is the sum of those of beta laws, none of which is negative.
 */
export function dirichletDivergence(a: ReadonlyVector, b: ReadonlyVector): number {
  const [afterA, afterB] = [sumsAfter(a), sumsAfter(b)];
  let sum = 0;
  for (let i = 0; i < a.length - 1; i++) sum += betaDivergence(a[i], afterA[i], b[i], afterB[i]);
  return sum;
}
