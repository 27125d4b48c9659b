import type { SparseMatrix } from "./SparseMatrix";

/** The lower triangle of a sparse matrix, diagonal included; undefined if a diagonal entry is not positive. */
function lowerTriangle(A: SparseMatrix) {
  const indptr = new Int32Array(A.rows + 1);
  const indices: number[] = [];
  const data: number[] = [];
  for (let i = 0; i < A.rows; i++) {
    for (let p = A.indptr[i]; p < A.indptr[i + 1] && A.indices[p] <= i; p++) {
      indices.push(A.indices[p]);
      data.push(A.data[p]);
    }
    const last = indices.length - 1;
    if (last < indptr[i] || indices[last] !== i || !(data[last] > 0)) return undefined;
    indptr[i + 1] = last + 1;
  }
  return { indptr, indices: Int32Array.from(indices), data: Float64Array.from(data) };
}

/** Σⱼ lᵢⱼlₖⱼ over the columns j < k that the rows from p on and from q on have both. */
function commonProduct(
  indices: Int32Array,
  l: Float64Array,
  p: number,
  q: number,
  k: number,
): number {
  let sum = 0;
  while (indices[p] < k && indices[q] < k) {
    const gap = indices[p] - indices[q];
    if (gap === 0) sum += l[p] * l[q];
    if (gap <= 0) p++;
    if (gap >= 0) q++;
  }
  return sum;
}

/**
 * Incomplete Cholesky factorisation without fill: L·Lᵀ ≈ A, where L has entries only where A has (Meijerink
 * & van der Vorst 1977). Where a pivot is not positive, which can happen though A is positive definite,
 * the diagonal is raised by a factor 1 + α and all done again, α doubled until it works (Manteuffel 1980).
 *
 * @returns z ← (L·Lᵀ)⁻¹·r, or undefined if A is not positive definite.
 */
export function incompleteCholesky(
  A: SparseMatrix,
): ((r: Float64Array, z: Float64Array) => void) | undefined {
  const lower = lowerTriangle(A);
  if (!lower) return undefined;
  const { indptr, indices, data } = lower;
  const n = A.rows;
  for (let alpha = 0; alpha < 1e3; alpha = alpha === 0 ? 1e-3 : 2 * alpha) {
    const l = data.slice();
    let fails = false;
    for (let i = 0; i < n && !fails; i++) {
      const last = indptr[i + 1] - 1;
      let pivot = data[last] * (1 + alpha);
      for (let p = indptr[i]; p < last; p++) {
        const k = indices[p];
        l[p] -= commonProduct(indices, l, indptr[i], indptr[k], k);
        l[p] /= l[indptr[k + 1] - 1];
        pivot -= l[p] * l[p];
      }
      fails = !(pivot > Number.EPSILON * data[last]);
      l[last] = Math.sqrt(pivot);
    }
    if (!fails) return (r, z) => solveFactors(indptr, indices, l, r, z);
  }
  return undefined;
}

/** z ← (L·Lᵀ)⁻¹·r by two substitutions along the rows of L. */
function solveFactors(
  indptr: Int32Array,
  indices: Int32Array,
  l: Float64Array,
  r: Float64Array,
  z: Float64Array,
): void {
  const n = indptr.length - 1;
  for (let i = 0; i < n; i++) {
    const last = indptr[i + 1] - 1;
    let sum = r[i];
    for (let p = indptr[i]; p < last; p++) sum -= l[p] * z[indices[p]];
    z[i] = sum / l[last];
  }
  for (let i = n - 1; i >= 0; i--) {
    const last = indptr[i + 1] - 1;
    z[i] /= l[last];
    for (let p = indptr[i]; p < last; p++) z[indices[p]] -= l[p] * z[i];
  }
}
