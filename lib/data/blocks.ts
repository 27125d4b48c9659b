/** Rows that are read at a time. */
const BLOCK = 4096;

/**
 * Reads rows 0…rows−1 block by block, until one says that it is of no use. (A function that is called
 * often is soon compiled, whole and for good; one that loops over a million rows in its first call is
 * compiled while it runs, and again for the next column.)
 *
 * @param read - Reads rows from…to−1, and says whether to go on.
 * @returns Whether all were read.
 */
export function inBlocks(rows: number, read: (from: number, to: number) => boolean): boolean {
  for (let from = 0; from < rows; from += BLOCK) {
    if (!read(from, Math.min(from + BLOCK, rows))) return false;
  }
  return true;
}
