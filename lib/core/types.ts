/** A vector in ℝⁿ: a plain one-dimensional array of numbers. */
export type Vector = number[];

/** A matrix in ℝ^{m×n}: an array of m rows of n numbers each, so that `A[i][j]` is aᵢⱼ. Rows are samples. */
export type Matrix = number[][];

/** A vector that is only read: what functions take. */
export type ReadonlyVector = readonly number[];

/** A matrix that is only read: what functions take. */
export type ReadonlyMatrix = readonly ReadonlyVector[];
