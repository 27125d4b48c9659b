import { describeValue } from "../core";
import { type Fold, type FoldOptions, gather, readFoldOptions } from "./folds";
import { encodeLabels, type Label } from "./labels";

/**
 * Divides samples into K folds such that no group is both trained and tested on: where a patient gave
 * several samples, a model is to be judged on patients it has not seen. The groups, the largest first, go
 * each to the fold that is smallest so far, which makes the folds about equal. Groups of one size
 * are dealt at random, or without `shuffle` the greatest label first. See Roberts et al. 2017,
 * "Cross-validation strategies for data with temporal, spatial, hierarchical, or phylogenetic structure".
 *
 * @param groups - What each sample belongs to, a number or string, length N.
 * @returns K folds `{ train, test }` of ascending row numbers.
 * @throws RangeError unless 2 ≤ nSplits ≤ the number of groups.
 * Cost O(N + G log G + GK) for G groups.
 * @example
 * learn.groupKFold(["ann", "bob", "ann", "cat"], { nSplits: 2, shuffle: false })[0] // => { train: [1, 3], test: [0, 2] }
 */
export function groupKFold<T extends Label>(
  groups: readonly T[],
  options: FoldOptions = {},
): Fold[] {
  const caller = "groupKFold";
  const { classes, codes, counts } = encodeLabels(caller, "groups", groups, { minClasses: 2 });
  const { nSplits, shuffle, random } = readFoldOptions(caller, options, classes.length);
  const order = shuffle
    ? random.permutation(classes.length)
    : classes.map((_, g) => classes.length - 1 - g);
  order.sort((a, b) => counts[b] - counts[a]);
  const sizes = new Array<number>(nSplits).fill(0);
  const foldOfGroup = new Int32Array(classes.length);
  for (const g of order) {
    let smallest = 0;
    for (let k = 1; k < nSplits; k++) if (sizes[k] < sizes[smallest]) smallest = k;
    foldOfGroup[g] = smallest;
    sizes[smallest] += counts[g];
  }
  return gather(
    codes.map((g) => foldOfGroup[g]),
    nSplits,
  );
}

/** Asserts that no fold trains and tests on the same group. */
export function requireGroupsApart(
  caller: string,
  folds: readonly Fold[],
  groups: readonly Label[],
): void {
  folds.forEach(({ train, test }, k) => {
    const seen = new Set(train.map((n) => groups[n]));
    const shared = test.find((n) => seen.has(groups[n]));
    if (shared === undefined) return;
    throw new RangeError(
      `${caller}: folds[${k}].train and folds[${k}].test share group ${describeValue(groups[shared])}`,
    );
  });
}
