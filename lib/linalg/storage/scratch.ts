/**
 * Work space that is used again. A fresh Float64Array of a megabyte costs more than copying a matrix
 * into it: the system has to find, clear and map its pages. So kernels borrow buffers here and give
 * them back; after an exception a buffer is simply left to the garbage collector.
 *
 * Buffers have power-of-two lengths and arbitrary content. At most DEPTH of each length are kept, of small
 * ones as many as the SVD has in hand at once, and none above LARGEST numbers, so the store stays below
 * 72 MB.
 */
const LARGEST = 2 ** 20;
const SMALL = 2 ** 16;
const DEPTH = 4;
const DEPTH_OF_SMALL = 12;
const store: Float64Array[][] = [];

/** A buffer of at least `length` numbers, whatever they are. */
export function borrow(length: number): Float64Array {
  const size = length <= 1 ? 0 : 32 - Math.clz32(length - 1);
  const kept = store[size]?.pop();
  return kept ?? new Float64Array(length <= LARGEST ? 2 ** size : length);
}

/** Returns borrowed buffers; the caller must not touch them afterwards. */
export function giveBack(...buffers: Float64Array[]): void {
  for (const buffer of buffers) {
    if (buffer.length > LARGEST) continue;
    const size = 31 - Math.clz32(buffer.length);
    while (store.length <= size) store.push([]);
    const depth = 2 ** size <= SMALL ? DEPTH_OF_SMALL : DEPTH;
    if (store[size].length < depth) store[size].push(buffer);
  }
}
