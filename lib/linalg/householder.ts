/**
 * Householder reflections, the tool behind QR, eigenvalues and the SVD (Golub & Van Loan 5.1).
 *
 * H = I − τ·v·vᵀ with v₀ = 1 mirrors space at the hyperplane perpendicular to v (τ = 2/‖v‖²). It is
 * symmetric and orthogonal, so applying it keeps every length, and rounding errors do not grow. Given
 * x, we choose v so that H·x = β·e₁: all entries but the first vanish at one stroke.
 */

/** The Euclidean norm of x[start … start + length), safe from overflow and underflow. */
export function safeNorm(x: Float64Array, start: number, length: number): number {
  const end = start + length;
  let sum = 0;
  for (let i = start; i < end; i++) sum += x[i] * x[i];
  if (sum > 1e-280 && sum < 1e300) return Math.sqrt(sum);
  let largest = 0;
  for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(x[i]));
  if (largest === 0) return 0;
  sum = 0;
  for (let i = start; i < end; i++) sum += (x[i] / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/**
 * Chooses the reflection that takes x = x[start … start + length) to β·e₁, writes β and the tail of v
 * over x, and returns τ.
 *
 * β = −sign(x₀)·‖x‖: of the two mirrors that would do, the one for which x₀ − β adds numbers of one
 * sign and loses no digits. Where the tail of x is zero already, τ = 0 and H = I.
 */
export function makeReflector(x: Float64Array, start: number, length: number): number {
  const tail = length > 1 ? safeNorm(x, start + 1, length - 1) : 0;
  if (tail === 0) return 0;
  const x0 = x[start];
  const beta = x0 > 0 ? -Math.hypot(x0, tail) : Math.hypot(x0, tail);
  const v0 = x0 - beta;
  for (let i = start + 1; i < start + length; i++) x[i] /= v0;
  x[start] = beta;
  return -v0 / beta;
}

/**
 * Applies H = I − τ·v·vᵀ to `count` vectors: y ← y − τ·(vᵀy)·v. v₀ is taken as 1 and the rest of v
 * stands in x[v + 1 … v + length); the vectors start at x[first], `stride` apart.
 */
export function reflect(
  x: Float64Array,
  v: number,
  length: number,
  tau: number,
  y: Float64Array,
  first: number,
  stride: number,
  count: number,
): void {
  if (tau === 0) return;
  for (let c = 0, o = first; c < count; c++, o += stride) {
    let sum = y[o];
    for (let i = 1; i < length; i++) sum += x[v + i] * y[o + i];
    sum *= tau;
    y[o] -= sum;
    for (let i = 1; i < length; i++) y[o + i] -= sum * x[v + i];
  }
}
