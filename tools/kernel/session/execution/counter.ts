/** Numbers of cells: those that are stored count from 1, other code has numbers below 0. */
export class Counter {
  /** The number of the latest cell. */
  cells = 0;
  private others = 0;

  next(stored: boolean): number {
    return stored ? ++this.cells : --this.others;
  }
}
