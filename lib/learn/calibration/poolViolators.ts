/** A value with its weight > 0. */
export interface Point {
  x: number;
  y: number;
  weight: number;
}

/**
 * The rising values f_i that make Σ weight_i (y_i − f_i)² least, for points in order of x, by pooling
 * adjacent violators: a stack of blocks, of which the last two become one while their means do not rise. Each
 * point is pushed once and pooled at most once: O(n).
 */
export function poolViolators(points: readonly Point[]): Float64Array {
  const n = points.length;
  const mean = new Float64Array(n);
  const weight = new Float64Array(n);
  const end = new Int32Array(n);
  let top = -1;
  points.forEach((point, i) => {
    top++;
    mean[top] = point.y;
    weight[top] = point.weight;
    end[top] = i + 1;
    while (top > 0 && mean[top - 1] >= mean[top]) {
      const both = weight[top - 1] + weight[top];
      mean[top - 1] += (mean[top] - mean[top - 1]) * (weight[top] / both);
      weight[top - 1] = both;
      end[top - 1] = end[top];
      top--;
    }
  });
  const fitted = new Float64Array(n);
  for (let block = 0, i = 0; block <= top; block++) {
    for (; i < end[block]; i++) fitted[i] = mean[block];
  }
  return fitted;
}
