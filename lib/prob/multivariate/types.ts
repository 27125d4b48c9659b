import type { Matrix, ReadonlyMatrix, ReadonlyVector, Rng, Vector } from "../../core";
import type { ContinuousDistribution, DiscreteDistribution } from "../factory/types";

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

/** A multinomial distribution: counts of K kinds in n trials. */
export interface Multinomial {
  readonly kind: "multivariate";
  readonly name: "multinomial";
  /** K. */
  readonly dim: number;
  /** Parameters as given to the factory. */
  readonly params: Readonly<{ n: number; p: ReadonlyVector }>;
  /** n·p, of length K. */
  readonly mean: Vector;
  /** n·(diag(p) − p·pᵀ): K×K, of rank K − 1 at most. */
  readonly cov: Matrix;
  /** Probability of a point, or of each row of a matrix; 0 where the counts do not add up to n. */
  readonly pmf: PointFunction;
  /** Logarithm of the probability, which does not underflow. */
  readonly logpmf: PointFunction;
  /** Entropy in nats. */
  entropy(): number;
  /** The distribution of the count of kind i: binomial(n, pᵢ). */
  marginal(i: number): DiscreteDistribution;
  /** One draw. */
  sample(rng: Rng): Vector;
  /** `n` draws, as the rows of a matrix. */
  sample(rng: Rng, n: number): Matrix;
}

/** A Dirichlet distribution: shares of K kinds, positive and of sum 1. */
export interface Dirichlet {
  readonly kind: "multivariate";
  readonly name: "dirichlet";
  /** K. */
  readonly dim: number;
  /** Parameters as given to the factory. */
  readonly params: Readonly<{ alpha: ReadonlyVector }>;
  /** α/α₀, of length K. */
  readonly mean: Vector;
  /** (diag(m) − m·mᵀ)/(α₀ + 1) with the mean m: K×K, of rank K − 1. */
  readonly cov: Matrix;
  /** (α − 1)/(α₀ − K), where the density is largest. Throws RangeError unless all α > 1. */
  mode(): Vector;
  /**
   * Density at a point, or at each row of a matrix, with respect to all coordinates but one; 0 off the
   * simplex, that is where one is negative or their sum is not 1 within 1e-9.
   */
  readonly pdf: PointFunction;
  /** Logarithm of the density, which does not underflow. */
  readonly logpdf: PointFunction;
  /** Differential entropy in nats. */
  entropy(): number;
  /** The distribution of the share of kind i: beta(αᵢ, α₀ − αᵢ). */
  marginal(i: number): ContinuousDistribution;
  /** One draw. */
  sample(rng: Rng): Vector;
  /** `n` draws, as the rows of a matrix. */
  sample(rng: Rng, n: number): Matrix;
}
