import {
  describeValue,
  minOf,
  type Rng,
  requireBoolean,
  requireNumber,
  requireOptions,
} from "../core";
import { rngOrDefault } from "./guards";
import { encodeLabels, type Label } from "./labels";

/** Row numbers to fit on and to test on. Over the folds of one division, the test parts cover each row once. */
export interface Fold {
  train: number[];
  test: number[];
}

/** Options of `kFold` and `stratifiedKFold`. */
export interface FoldOptions {
  /** Number of folds K, 2 ≤ K ≤ N. Default 5. */
  nSplits?: number;
  /** Whether to assign rows at random; without it they are dealt in order. Default true. */
  shuffle?: boolean;
  /** Where the order is drawn from. Default `rng(0)`. */
  rng?: Rng;
}

/**
 * Asserts that folds given by hand are lists of row numbers below N, none empty, in which no row occurs
 * twice and none is both trained and tested on: that would be a leak.
 */
export function requireFolds(caller: string, folds: unknown, N: number): void {
  if (!Array.isArray(folds) || folds.length === 0) {
    throw new TypeError(
      `${caller}: folds must be a list of { train, test }, got ${describeValue(folds)}`,
    );
  }
  folds.forEach((fold: Partial<Fold> | null, k) => {
    const use = new Map<number, "train" | "test">();
    for (const part of ["train", "test"] as const) {
      const rows: unknown = fold?.[part];
      const name = `folds[${k}].${part}`;
      if (!Array.isArray(rows)) {
        throw new TypeError(
          `${caller}: ${name} must be a list of row numbers, got ${describeValue(rows)}`,
        );
      }
      if (rows.length === 0) {
        throw new RangeError(`${caller}: ${name} must hold row numbers, it is empty`);
      }
      for (const [i, n] of rows.entries()) {
        requireNumber(caller, `${name}[${i}]`, n, { min: 0, max: N - 1, integer: true });
        const before = use.get(n);
        if (before !== undefined) {
          throw new RangeError(
            before === part
              ? `${caller}: ${name} holds row ${n} twice`
              : `${caller}: folds[${k}].train and folds[${k}].test share row ${n}`,
          );
        }
        use.set(n, part);
      }
    }
  });
}

/** Checks the options of a division and fills them in. */
export function readFoldOptions(caller: string, options: FoldOptions, most: number) {
  requireOptions(caller, options, ["nSplits", "shuffle", "rng"]);
  const { nSplits = 5, shuffle = true } = options;
  requireNumber(caller, "nSplits", nSplits, { min: 2, max: most, integer: true });
  requireBoolean(caller, "shuffle", shuffle);
  return { nSplits, shuffle, random: rngOrDefault(caller, options.rng) };
}

/** From the fold in which each row is tested to the folds. */
export function gather(foldOf: ArrayLike<number>, nSplits: number): Fold[] {
  return Array.from({ length: nSplits }, (_, k) => {
    const fold: Fold = { train: [], test: [] };
    for (let n = 0; n < foldOf.length; n++) fold[foldOf[n] === k ? "test" : "train"].push(n);
    return fold;
  });
}

/**
 * Divides N samples into K folds of nearly equal size (MML 8.2.4): each sample is tested in one fold
 * and trained on in the K − 1 others. The first N mod K folds have one sample more.
 *
 * @param N - Number of samples.
 * @returns K folds `{ train, test }` of ascending row numbers.
 * @throws RangeError unless 2 ≤ nSplits ≤ N. O(KN).
 * @example
 * learn.kFold(4, { nSplits: 2, shuffle: false })[0] // => { train: [2, 3], test: [0, 1] }
 * learn.kFold(10).length // => 5
 */
export function kFold(N: number, options: FoldOptions = {}): Fold[] {
  requireNumber("kFold", "N", N, { min: 2, integer: true });
  const { nSplits, shuffle, random } = readFoldOptions("kFold", options, N);
  const order = shuffle ? random.permutation(N) : Array.from({ length: N }, (_, n) => n);
  const foldOf = new Int32Array(N);
  const size = Math.floor(N / nSplits);
  const longer = N % nSplits;
  order.forEach((n, place) => {
    const inLonger = longer * (size + 1);
    foldOf[n] =
      place < inLonger
        ? Math.floor(place / (size + 1))
        : longer + Math.floor((place - inLonger) / size);
  });
  return gather(foldOf, nSplits);
}

/**
 * Divides samples into K folds that each hold the classes in the proportions of the whole.
 *
 * The labels in sorted order are dealt to the folds like cards, which says how many of each class a
 * fold gets; then the samples of each class fill these places in order, or at random. See Kohavi 1995, "A study
 * of cross-validation and bootstrap for accuracy estimation and model selection".
 *
 * @param y - Labels, length N.
 * @returns K folds `{ train, test }` of ascending row numbers.
 * @throws RangeError unless 2 ≤ nSplits ≤ the size of the smallest class. O(N log N + CN + KN) for C
 * classes.
 * @example
 * learn.stratifiedKFold(["a", "b", "a", "b"], { nSplits: 2, shuffle: false })[0].test // => [0, 1]
 */
export function stratifiedKFold<T extends Label>(
  y: readonly T[],
  options: FoldOptions = {},
): Fold[] {
  const caller = "stratifiedKFold";
  const { codes, counts } = encodeLabels(caller, "y", y);
  const { nSplits, shuffle, random } = readFoldOptions(caller, options, minOf(counts));
  const foldOf = new Int32Array(y.length);
  let dealt = 0;
  counts.forEach((count, k) => {
    const places = Array.from({ length: count }, (_, i) => (dealt + i) % nSplits).sort(
      (a, b) => a - b,
    );
    dealt += count;
    const order = shuffle ? random.shuffle(places) : places;
    let next = 0;
    codes.forEach((code, n) => {
      if (code === k) foldOf[n] = order[next++];
    });
  });
  return gather(foldOf, nSplits);
}
