/**
 * The positions 0, …, n − 1 in the order that puts x into ascending order (equal entries keep theirs),
 * by insertion: eigenvalues come out of their iterations nearly sorted, and then that is fastest.
 */
export function ascending(x: ArrayLike<number>, n: number): number[] {
  const order: number[] = [];
  for (let k = 0; k < n; k++) {
    let p = k;
    while (p > 0 && x[order[p - 1]] > x[k]) {
      order[p] = order[p - 1];
      p--;
    }
    order[p] = k;
  }
  return order;
}
