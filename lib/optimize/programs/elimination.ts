import { Growing, type Sparse, turned } from "./sparse";

/** A pivot is at least this part of the largest entry of its column. */
const THRESHOLD = 0.1;
/** A column whose entries have all fallen below this, relative to what they were, depends on the others. */
const DEPENDENT = 1e-11;

/**
 * A factorisation B = L·U of the basis, up to the order of rows and columns: step k eliminates row
 * `pivotRow[k]` with the column in position `pivotAt[k]`.
 */
export interface Factors {
  pivotRow: Int32Array;
  pivotAt: Int32Array;
  diagonal: Float64Array;
  /** Line k: the rows below the pivot of step k, and their multipliers. */
  lower: Sparse;
  /** The steps at which `lower` has entries. */
  lowerSteps: number[];
  /** Line k: the rows above the pivot of step k. */
  upper: Sparse;
  /** The same by rows: line i holds the steps to the right of the pivot in row i. */
  upperRows: Sparse;
  /** Positions whose column depended on the others, each with the row whose unit column took its place. */
  replaced: { position: number; row: number }[];
}

/** The basis while it is being eliminated. */
export class Elimination {
  private readonly m: number;
  private readonly pivotRow: Int32Array;
  private readonly pivotAt: Int32Array;
  private readonly diagonal: Float64Array;
  private readonly lower = new Growing();
  private readonly upper = new Growing();
  private readonly lowerSteps: number[] = [];
  private step = 0;
  /** The step that eliminated a row; −1 as long as none has. */
  private readonly stepOfRow: Int32Array;
  private readonly isDone: Uint8Array;
  /** How many columns that are left have an entry in a row, and how many rows that are left a column. */
  private readonly rowCount: Int32Array;
  private readonly columnCount: Int32Array;
  private readonly columnQueue: number[] = [];
  private readonly rowQueue: number[] = [];

  constructor(
    private readonly columns: Sparse,
    private readonly members: Int32Array,
  ) {
    const m = members.length;
    this.m = m;
    this.pivotRow = new Int32Array(m);
    this.pivotAt = new Int32Array(m);
    this.diagonal = new Float64Array(m);
    this.stepOfRow = new Int32Array(m).fill(-1);
    this.isDone = new Uint8Array(m);
    this.rowCount = new Int32Array(m);
    this.columnCount = new Int32Array(m);
  }

  /** Ends a step: its entries of L and U have been written. */
  private eliminate(row: number, position: number, pivot: number): void {
    this.pivotRow[this.step] = row;
    this.pivotAt[this.step] = position;
    this.diagonal[this.step] = pivot;
    this.stepOfRow[row] = this.step;
    this.isDone[position] = 1;
    this.upper.end();
    this.lower.end();
    const { start } = this.lower;
    if (start[this.step + 1] > start[this.step]) this.lowerSteps.push(this.step);
    this.step++;
  }

  /** Which positions have an entry in each row. */
  private positionsByRow(): { start: Int32Array; positions: Int32Array } {
    const { m, members, rowCount, columnCount } = this;
    const { start: begin, index } = this.columns;
    for (let p = 0; p < m; p++) {
      const j = members[p];
      columnCount[p] = begin[j + 1] - begin[j];
      for (let t = begin[j]; t < begin[j + 1]; t++) rowCount[index[t]]++;
    }
    const start = new Int32Array(m + 1);
    for (let i = 0; i < m; i++) start[i + 1] = start[i] + rowCount[i];
    const positions = new Int32Array(start[m]);
    const next = start.slice();
    for (let p = 0; p < m; p++) {
      const j = members[p];
      for (let t = begin[j]; t < begin[j + 1]; t++) positions[next[index[t]]++] = p;
    }
    return { start, positions };
  }

  /** The size of the entry of a column in a row (if −1, in the only one left), and its largest one. */
  private sizes(position: number, row: number) {
    const { start, index, value } = this.columns;
    const j = this.members[position];
    let [all, here, at] = [0, 0, -1];
    for (let t = start[j]; t < start[j + 1]; t++) {
      const i = index[t];
      if (this.stepOfRow[i] >= 0) continue;
      const size = Math.abs(value[t]);
      if (size > all) all = size;
      if (row < 0 || i === row) [here, at] = [size, i];
    }
    return { all, here, at };
  }

  /** Eliminates a singleton, whose column is as it was: nothing has been subtracted from it. */
  private take(row: number, position: number, positionsOf: Int32Array): void {
    const { start, index, value } = this.columns;
    const { stepOfRow, rowCount, columnCount } = this;
    const j = this.members[position];
    let pivot = 0;
    for (let t = start[j]; t < start[j + 1]; t++) if (index[t] === row) pivot = value[t];
    for (let t = start[j]; t < start[j + 1]; t++) {
      const i = index[t];
      if (stepOfRow[i] >= 0) this.upper.push(i, value[t]);
      else if (i !== row) this.lower.push(i, value[t] / pivot);
      if (stepOfRow[i] < 0 && --rowCount[i] === 1) this.rowQueue.push(i);
    }
    this.eliminate(row, position, pivot);
    for (const p of positionsOf) {
      if (!this.isDone[p] && --columnCount[p] === 1) this.columnQueue.push(p);
    }
  }

  /** Takes columns with one row left and rows with one column left, which make no fill, while there are any. */
  singletons(): void {
    const { start, positions } = this.positionsByRow();
    const inRow = (i: number) => positions.subarray(start[i], start[i + 1]);
    for (let k = 0; k < this.m; k++) {
      if (this.columnCount[k] === 1) this.columnQueue.push(k);
      if (this.rowCount[k] === 1) this.rowQueue.push(k);
    }
    for (;;) {
      const position = this.columnQueue.pop();
      if (position !== undefined) {
        if (this.isDone[position] || this.columnCount[position] !== 1) continue;
        const { here, at } = this.sizes(position, -1);
        if (here > DEPENDENT) this.take(at, position, inRow(at));
        continue;
      }
      const row = this.rowQueue.pop();
      if (row === undefined) return;
      if (this.stepOfRow[row] >= 0 || this.rowCount[row] !== 1) continue;
      const only = inRow(row).find((p) => !this.isDone[p])!;
      const { all, here } = this.sizes(only, row);
      if (here > DEPENDENT && here >= THRESHOLD * all) this.take(row, only, inRow(row));
    }
  }

  /**
   * Takes what is left column by column, those with few rows first (Gilbert and Peierls 1988); the pivot is,
   * among entries that are large enough, the one whose row has the fewest. Returns dependent positions.
   */
  nucleus(): number[] {
    const { m, columns, members, stepOfRow, rowCount, columnCount, lower, upper } = this;
    const { start, index, value } = columns;
    const rest: number[] = [];
    for (let p = 0; p < m; p++) if (!this.isDone[p]) rest.push(p);
    rest.sort((p, q) => columnCount[p] - columnCount[q]);
    const first = this.step;
    const work = new Float64Array(m);
    const isIn = new Uint8Array(m);
    const pattern = new Int32Array(m);
    const dependent: number[] = [];
    for (const position of rest) {
      const j = members[position];
      let [count, size] = [0, 0];
      for (let t = start[j]; t < start[j + 1]; t++) {
        const i = index[t];
        work[i] = value[t];
        isIn[i] = 1;
        pattern[count++] = i;
        size = Math.max(size, Math.abs(value[t]));
      }
      for (let k = first; k < this.step; k++) {
        const v = work[this.pivotRow[k]];
        if (v === 0) continue;
        for (let t = lower.start[k]; t < lower.start[k + 1]; t++) {
          const i = lower.index[t];
          work[i] -= lower.value[t] * v;
          if (isIn[i]) continue;
          isIn[i] = 1;
          pattern[count++] = i;
        }
      }
      let largest = 0;
      for (let c = 0; c < count; c++) {
        const i = pattern[c];
        if (stepOfRow[i] < 0) largest = Math.max(largest, Math.abs(work[i]));
      }
      if (largest <= DEPENDENT * size) dependent.push(position);
      else {
        let row = -1;
        for (let c = 0; c < count; c++) {
          const i = pattern[c];
          if (stepOfRow[i] >= 0 || Math.abs(work[i]) < THRESHOLD * largest) continue;
          if (row < 0 || rowCount[i] < rowCount[row]) row = i;
        }
        for (let c = 0; c < count; c++) {
          const i = pattern[c];
          if (i === row || work[i] === 0) continue;
          if (stepOfRow[i] >= 0) upper.push(i, work[i]);
          else lower.push(i, work[i] / work[row]);
        }
        this.eliminate(row, position, work[row]);
      }
      for (let c = 0; c < count; c++) {
        work[pattern[c]] = 0;
        isIn[pattern[c]] = 0;
      }
    }
    return dependent;
  }

  /** Puts unit columns into the dependent positions, and hands over the factors. */
  finish(dependent: readonly number[]): Factors {
    const replaced: Factors["replaced"] = [];
    let row = 0;
    for (const position of dependent) {
      while (this.stepOfRow[row] >= 0) row++;
      replaced.push({ position, row });
      this.eliminate(row, position, 1);
    }
    const upper = this.upper.done();
    return {
      pivotRow: this.pivotRow,
      pivotAt: this.pivotAt,
      diagonal: this.diagonal,
      lower: this.lower.done(),
      lowerSteps: this.lowerSteps,
      upper,
      upperRows: turned(upper, this.m),
      replaced,
    };
  }
}
