import { type Arguments, call } from "./openblas";

/**
 * From how many multiplications on the work is shared between all processors: for products that of
 * 256×256 matrices, for factorisations, which gain less, of 512×512 ones. Below, a second thread saves
 * little (measured: nothing for most of them); but where the processors are busy with something else,
 * the threads wait for each other many times as long as the whole work takes one.
 */
const SHARED_FROM = { product: 2 ** 24, factorisation: 2 ** 27 };

/** How many threads OpenBLAS may use, as many as it started with, and how many it is set to use. */
let threads = 0;
let current = 0;

/** Runs a routine that makes about `work` multiplications, on one thread or on all; its `info`. */
export function run(
  kind: keyof typeof SHARED_FROM,
  work: number,
  name: Parameters<typeof call>[0],
  ...args: Arguments
): number {
  if (threads === 0) {
    threads = call("openblas_get_num_threads");
    current = threads;
  }
  const wanted = work >= SHARED_FROM[kind] ? threads : 1;
  if (wanted !== current) {
    call("openblas_set_num_threads", wanted);
    current = wanted;
  }
  return call(name, ...args);
}
