import {
  describeValue,
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireBoolean,
  requireNumber,
  requireOptions,
} from "../core";
import { packSamples, rngOrDefault } from "./guards";
import { encodeLabels, type Label } from "./labels";

/** Options of `trainTestSplit`. */
export interface SplitOptions {
  /** Share of the samples to hold out, in (0, 1), or their number, a whole number ≥ 1. Default 0.25. */
  testSize?: number;
  /** Whether each class of y gets the same share of the test set as of the data. Default false. */
  stratify?: boolean;
  /** Where the order is drawn from. Default `rng(0)`. */
  rng?: Rng;
}

/** What `trainTestSplit` returns. */
export interface Split<T> {
  XTrain: Matrix;
  XTest: Matrix;
  yTrain: T[];
  yTest: T[];
  /** Row numbers of the training samples, in the order of XTrain. */
  train: number[];
  /** Row numbers of the test samples. */
  test: number[];
}

/**
 * Shares `total` among the classes in proportion to `counts`: whole parts first, then what is left
 * to the largest remainders (of equal remainders, the earlier class).
 */
function apportion(counts: ReadonlyVector, total: number): number[] {
  const N = counts.reduce((s, c) => s + c, 0);
  const quota = counts.map((c) => (c * total) / N);
  const shares = quota.map(Math.floor);
  const left = total - shares.reduce((s, c) => s + c, 0);
  quota
    .map((q, k) => ({ k, rest: q - shares[k] }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k)
    .slice(0, left)
    .forEach(({ k }) => {
      shares[k]++;
    });
  return shares;
}

/** Which rows to hold out so that each class keeps its share, in random order. */
function stratified(codes: Int32Array, counts: number[], nTest: number, random: Rng): number[] {
  const share = apportion(counts, nTest);
  const taken = counts.map(() => 0);
  return random.permutation(codes.length).filter((n) => taken[codes[n]]++ < share[codes[n]]);
}

/**
 * Splits data at random into a part to fit on and a part to test on (MML 8.2.4).
 *
 * With `stratify`, every class of y is held out in proportion to its size, up to rounding: needed
 * where a class is rare. Rows come in random order; `train` and `test` say which they were.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Labels or targets, length N.
 * @returns `{ XTrain, XTest, yTrain, yTest, train, test }`; ⌈N·testSize⌉ samples are held out.
 * @throws RangeError if either part would be empty, or with `stratify` if a class has one sample.
 * Cost O(ND).
 * @example
 * learn.trainTestSplit([[1], [2], [3], [4]], [0, 0, 1, 1]).yTest.length // => 1
 * learn.trainTestSplit([[1], [2], [3], [4]], ["a", "a", "b", "b"], { testSize: 2, stratify: true }).yTest.sort() // => ["a", "b"]
 */
export function trainTestSplit<T>(
  X: ReadonlyMatrix,
  y: readonly T[],
  options: SplitOptions = {},
): Split<T> {
  const caller = "trainTestSplit";
  const N = packSamples(caller, "X", X, { minRows: 2, anyMagnitude: true }).rows;
  if (!Array.isArray(y)) {
    throw new TypeError(`${caller}: y must be an array, got ${describeValue(y)}`);
  }
  if (y.length !== N) {
    throw new RangeError(`${caller}: y must have length ${N} (rows of X), got ${y.length}`);
  }
  requireOptions(caller, options, ["testSize", "stratify", "rng"]);
  const { testSize = 0.25, stratify = false } = options;
  requireBoolean(caller, "stratify", stratify);
  const random = rngOrDefault(caller, options.rng);
  requireNumber(caller, "testSize", testSize, { above: 0, below: N });
  if (testSize >= 1) requireNumber(caller, "testSize", testSize, { integer: true });
  const nTest = testSize < 1 ? Math.ceil(N * testSize) : testSize;
  if (nTest >= N) {
    throw new RangeError(
      `${caller}: testSize must leave a training sample, got ${testSize} of ${N}`,
    );
  }
  let test: number[];
  if (stratify) {
    const { classes, codes, counts } = encodeLabels(caller, "y", y as unknown as readonly Label[]);
    const lone = counts.indexOf(1);
    if (lone >= 0) {
      throw new RangeError(
        `${caller}: y must hold at least 2 samples of each class to stratify, class ${describeValue(classes[lone])} has 1`,
      );
    }
    test = stratified(codes, counts, nTest, random);
  } else {
    test = random.permutation(N).slice(0, nTest);
  }
  const held = new Set(test);
  const train = random.permutation(N).filter((n) => !held.has(n));
  return {
    XTrain: train.map((n) => X[n].slice()),
    XTest: test.map((n) => X[n].slice()),
    yTrain: train.map((n) => y[n]),
    yTest: test.map((n) => y[n]),
    train,
    test,
  };
}
