/** A vector in ℝⁿ: a plain one-dimensional array of numbers. */
export type Vector = number[];

/** A matrix in ℝ^{m×n}: an array of m rows of n numbers each, so that `A[i][j]` is aᵢⱼ. Rows are samples. */
export type Matrix = number[][];
