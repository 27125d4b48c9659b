/** A row whose part off the span is smaller than this, relative to the row, lies in it. */
const WITHIN = 1e-10;

/** Grows an orthonormal basis of rows by the method of Gram and Schmidt, done twice over. */
export class Span {
  private readonly basis: Float64Array[] = [];

  /** What is left of a row, and its size, once its part within the span is taken off. */
  private off(row: Float64Array): { rest: Float64Array; size: number } {
    const rest = row.slice();
    for (let pass = 0; pass < 2; pass++) {
      for (const q of this.basis) {
        let dot = 0;
        for (let j = 0; j < q.length; j++) dot += q[j] * rest[j];
        if (dot !== 0) for (let j = 0; j < q.length; j++) rest[j] -= dot * q[j];
      }
    }
    let sum = 0;
    for (const v of rest) sum += v * v;
    return { rest, size: Math.sqrt(sum) };
  }

  /** Whether a row lies in the span. */
  has(row: Float64Array): boolean {
    const { size } = this.off(row);
    let sum = 0;
    for (const v of row) sum += v * v;
    return size <= WITHIN * Math.sqrt(sum);
  }

  /** Adds a row; false if it lies in the span already. */
  add(row: Float64Array): boolean {
    if (this.has(row)) return false;
    const { rest, size } = this.off(row);
    this.basis.push(rest.map((v) => v / size));
    return true;
  }
}
