import { ascending } from "./order";

/**
 * The order in which eigenvalues are returned: by real part, ascending; of those whose real parts
 * agree up to rounding by the size of the imaginary part, and of a pair re ± i·im the one with + first.
 */
export function eigenvalueOrder(wr: Float64Array, wi: Float64Array, n: number): number[] {
  let scale = 0;
  for (let k = 0; k < n; k++) scale = Math.max(scale, Math.abs(wr[k]), Math.abs(wi[k]));
  const order = ascending(wr, n);
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && wr[order[to]] - wr[order[to - 1]] <= 1e-10 * scale) to++;
    if (to > from + 1) {
      const run = order.slice(from, to).sort((p, q) => {
        const gap = Math.abs(wi[p]) - Math.abs(wi[q]);
        return gap !== 0 ? gap : wi[q] - wi[p] || p - q;
      });
      for (let k = from; k < to; k++) order[k] = run[k - from];
    }
    from = to;
  }
  return order;
}

/**
 * Scales the vector with real part x[re …] and imaginary part x[im …] (real if im < 0) to unit length,
 * its entry of largest magnitude real and positive; of entries tied for it, the first.
 */
export function normalise(x: Float64Array, re: number, im: number, n: number): void {
  let largest = 0;
  for (let i = 0; i < n; i++) {
    largest = Math.max(largest, Math.abs(x[re + i]), im < 0 ? 0 : Math.abs(x[im + i]));
  }
  let sum = 0;
  let peak = 0;
  let at = 0;
  for (let i = 0; i < n; i++) {
    const size = (x[re + i] / largest) ** 2 + (im < 0 ? 0 : (x[im + i] / largest) ** 2);
    sum += size;
    if (size * (1 - 1e-10) <= peak) continue;
    peak = size;
    at = i;
  }
  const size = Math.sqrt(peak) * largest;
  const length = Math.sqrt(sum) * largest;
  const cos = x[re + at] / size;
  const sin = im < 0 ? 0 : x[im + at] / size;
  for (let i = 0; i < n; i++) {
    const a = x[re + i] / length;
    const b = im < 0 ? 0 : x[im + i] / length;
    x[re + i] = a * cos + b * sin;
    if (im >= 0) x[im + i] = b * cos - a * sin;
  }
  if (im >= 0) x[im + at] = 0;
}
