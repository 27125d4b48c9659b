import type { Matrix, ReadonlyMatrix, ReadonlyVector, Rng, Vector } from "../../core";

/** A number for one point, a vector for a matrix whose rows are points. */
export interface PointFunction {
  (x: ReadonlyVector): number;
  (x: ReadonlyMatrix): Vector;
}

/** Options of `multivariateNormal`. */
export interface MultivariateNormalOptions {
  /**
   * Whether the covariance matrix may be singular. The distribution then lives on the subspace
   * mean + range(cov) and its density is taken within that; elsewhere it is 0. Default false.
   */
  allowSingular?: boolean;
}

/** A normal distribution on ℝⁿ. */
export interface MultivariateNormal {
  readonly kind: "multivariate";
  readonly name: "multivariateNormal";
  /** n. */
  readonly dim: number;
  /** Rank of the covariance matrix: n, unless singular ones were allowed. */
  readonly rank: number;
  /** μ, of length n. */
  readonly mean: Vector;
  /** Σ: n×n. */
  readonly cov: Matrix;
  /** Density at a point, or at each row of a matrix. */
  readonly pdf: PointFunction;
  /** Logarithm of the density, which does not underflow. */
  readonly logpdf: PointFunction;
  /** Mahalanobis distance √((x − μ)ᵀΣ⁻¹(x − μ)); ∞ off the support of a singular distribution. */
  readonly mahalanobis: PointFunction;
  /** Differential entropy in nats, ½·ln det(2πe·Σ). */
  entropy(): number;
  /** The distribution of the coordinates `indices`, in that order (MML 6.5.1, (6.68)). */
  marginal(indices: ReadonlyVector): MultivariateNormal;
  /**
   * The distribution of the other coordinates, in ascending order, given that the coordinates
   * `indices` have the `values`: mean μₐ + ΣₐbΣbb⁻¹(x_b − μ_b), covariance Σₐₐ − ΣₐbΣbb⁻¹Σbₐ
   * (MML 6.5.1, (6.65)–(6.67)).
   */
  conditional(indices: ReadonlyVector, values: ReadonlyVector): MultivariateNormal;
  /** The distribution of A·X + b: N(Aμ + b, AΣAᵀ) (MML 6.5.3). `b` defaults to zero. */
  affine(A: ReadonlyMatrix, b?: ReadonlyVector): MultivariateNormal;
  /** One draw. */
  sample(rng: Rng): Vector;
  /** `n` draws, as the rows of a matrix. */
  sample(rng: Rng, n: number): Matrix;
}
