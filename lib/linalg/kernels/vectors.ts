/** The few operations on vectors in flat storage that iterative methods consist of. */

/** xᵀy. */
export function innerProduct(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/** y ← y + f·x. */
export function addMultiple(f: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) y[i] += f * x[i];
}
