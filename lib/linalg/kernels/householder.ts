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

/** Below this the quotients of a reflection lose digits. */
const TINY = 2 ** -960;

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
  const norm = Math.hypot(x0, tail);
  if (norm < TINY) {
    // Near the bottom of the range numbers have fewer digits: the same further up.
    for (let i = start; i < start + length; i++) x[i] *= 2 ** 500;
    const tau = makeReflector(x, start, length);
    x[start] *= 2 ** -500;
    return tau;
  }
  const beta = x0 > 0 ? -norm : norm;
  const v0 = x0 - beta;
  for (let i = start + 1; i < start + length; i++) x[i] /= v0;
  x[start] = beta;
  return -v0 / beta;
}

/**
 * Applies H = I − τ·v·vᵀ to `count` vectors: y ← y − τ·(vᵀy)·v. v₀ is taken as 1 and the rest of v
 * stands in x[v + 1 … v + length); the vectors start at y[first], `stride` apart. Four are done at
 * once, so that v is fetched once for them all.
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
  let c = 0;
  let o = first;
  for (; c + 3 < count; c += 4, o += 4 * stride) {
    const o1 = o + stride;
    const o2 = o1 + stride;
    const o3 = o2 + stride;
    let s0 = y[o];
    let s1 = y[o1];
    let s2 = y[o2];
    let s3 = y[o3];
    for (let i = 1; i < length; i++) {
      const t = x[v + i];
      s0 += t * y[o + i];
      s1 += t * y[o1 + i];
      s2 += t * y[o2 + i];
      s3 += t * y[o3 + i];
    }
    s0 *= tau;
    s1 *= tau;
    s2 *= tau;
    s3 *= tau;
    y[o] -= s0;
    y[o1] -= s1;
    y[o2] -= s2;
    y[o3] -= s3;
    for (let i = 1; i < length; i++) {
      const t = x[v + i];
      y[o + i] -= s0 * t;
      y[o1 + i] -= s1 * t;
      y[o2 + i] -= s2 * t;
      y[o3 + i] -= s3 * t;
    }
  }
  for (; c < count; c++, o += stride) {
    let sum = y[o];
    for (let i = 1; i < length; i++) sum += x[v + i] * y[o + i];
    sum *= tau;
    y[o] -= sum;
    for (let i = 1; i < length; i++) y[o + i] -= sum * x[v + i];
  }
}

/**
 * Householder QR on column-major storage, in place: step k mirrors what is left of column k onto the
 * diagonal. Afterwards R is on and above the diagonal and the vectors of the mirrors below it.
 */
export function triangularize(a: Float64Array, m: number, n: number, tau: Float64Array): void {
  for (let j = 0; j < Math.min(m, n); j++) {
    const p = j * m + j;
    tau[j] = makeReflector(a, p, m - j);
    reflect(a, p, m - j, tau[j], a, p + m, m, n - j - 1);
  }
}

/**
 * Forms the first `columns` columns of Q = H₁·H₂⋯Hₖ in place of the k mirrors, column-major with m
 * rows: the vector of mirror j stands below the diagonal of column j. The mirrors are applied to the
 * columns of the identity, last one first, so that each touches only what is no longer trivial.
 */
export function formQ(
  q: Float64Array,
  m: number,
  columns: number,
  k: number,
  tau: Float64Array,
): void {
  for (let j = k; j < columns; j++) {
    q.fill(0, j * m, (j + 1) * m);
    q[j * m + j] = 1;
  }
  for (let j = k - 1; j >= 0; j--) {
    const d = j * m + j;
    reflect(q, d, m - j, tau[j], q, d + m, m, columns - j - 1);
    // Column j is Hⱼ·eⱼ = eⱼ − τ·v.
    for (let i = d + 1; i < (j + 1) * m; i++) q[i] *= -tau[j];
    q[d] = 1 - tau[j];
    q.fill(0, j * m, d);
  }
}
