import type { ReadonlyMatrix } from "../../core";

/**
 * A matrix without its zeros, compressed along one axis: line k (a row, or a column) holds the entries
 * value[t] at index[t] for start[k] ≤ t < start[k + 1].
 */
export interface Sparse {
  start: Int32Array;
  index: Int32Array;
  value: Float64Array;
}

/** The rows of matrices that stand one above the other. */
export function compressRows(...blocks: readonly ReadonlyMatrix[]): Sparse {
  let [rows, count] = [0, 0];
  for (const block of blocks) {
    rows += block.length;
    for (const row of block) for (let j = 0; j < row.length; j++) if (row[j] !== 0) count++;
  }
  const start = new Int32Array(rows + 1);
  const index = new Int32Array(count);
  const value = new Float64Array(count);
  let [k, t] = [0, 0];
  for (const block of blocks) {
    for (const row of block) {
      for (let j = 0; j < row.length; j++) {
        if (row[j] === 0) continue;
        index[t] = j;
        value[t++] = row[j];
      }
      start[++k] = t;
    }
  }
  return { start, index, value };
}

/** The same matrix compressed along the other axis, which has `lines` lines. */
export function turned({ start, index, value }: Sparse, lines: number): Sparse {
  const begin = new Int32Array(lines + 1);
  for (let t = 0; t < index.length; t++) begin[index[t] + 1]++;
  for (let k = 0; k < lines; k++) begin[k + 1] += begin[k];
  const next = begin.slice();
  const at = new Int32Array(index.length);
  const entries = new Float64Array(index.length);
  for (let k = 0; k + 1 < start.length; k++) {
    for (let t = start[k]; t < start[k + 1]; t++) {
      const to = next[index[t]]++;
      at[to] = k;
      entries[to] = value[t];
    }
  }
  return { start: begin, index: at, value: entries };
}

/** A compressed matrix that grows line by line. */
export class Growing {
  readonly start: number[] = [0];
  index: Int32Array = new Int32Array(256);
  value: Float64Array = new Float64Array(256);
  private used = 0;

  /** Adds an entry to the line that is being written. */
  push(index: number, value: number): void {
    if (this.used === this.index.length) {
      const [olderIndex, olderValue] = [this.index, this.value];
      this.index = new Int32Array(2 * this.used);
      this.value = new Float64Array(2 * this.used);
      this.index.set(olderIndex);
      this.value.set(olderValue);
    }
    this.index[this.used] = index;
    this.value[this.used++] = value;
  }

  /** Ends the line. */
  end(): void {
    this.start.push(this.used);
  }

  /** What has been written. */
  done(): Sparse {
    return {
      start: Int32Array.from(this.start),
      index: this.index.subarray(0, this.used),
      value: this.value.subarray(0, this.used),
    };
  }
}
