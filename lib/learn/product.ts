import * as flat from "../linalg/flat";

/** C ← A·B for flat row-major A (m×k), B (k×n), C (m×n), by linalg. */
export function product(
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
): void {
  const out = { data: c, rows: m, cols: n };
  flat.product({ data: a, rows: m, cols: k }, { data: b, rows: k, cols: n }, { out });
}

/** Aᵀ in flat row-major storage, for A of m rows and n columns. */
export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  return flat.transpose({ data: a, rows: m, cols: n }).data;
}
