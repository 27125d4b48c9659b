/** Keeps the rows of the kernel matrix that were used last, at most about 200 MB of them. */
export function rowCache(N: number, row: (n: number) => Float64Array) {
  const most = Math.max(2, Math.floor(2.5e7 / N));
  const kept = new Map<number, Float64Array>();
  return (n: number): Float64Array => {
    const known = kept.get(n);
    if (known) {
      if (most < N) {
        kept.delete(n);
        kept.set(n, known);
      }
      return known;
    }
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    const fresh = row(n);
    kept.set(n, fresh);
    return fresh;
  };
}
