import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { accuracy, crossValidate, gridSearch, kFold, stratifiedKFold } from "../../lib/learn";
import { requireFolds } from "../../lib/learn/folds";
import { data, fixture } from "./helpers";

const ref = fixture<{ kFold: number[][]; stratified: number[][] }>("metrics");
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const ascending = (a: number, b: number) => a - b;

describe("kFold and stratifiedKFold", () => {
  test("agree with scikit-learn where nothing is drawn", () => {
    const plain = kFold(60, { nSplits: 7, shuffle: false });
    expect(plain.map((fold) => fold.test)).toEqual(ref.kFold);
    const y = data.iris.y.slice(0, 137);
    const strata = stratifiedKFold(y, { nSplits: 12, shuffle: false });
    expect(strata.map((fold) => fold.test)).toEqual(ref.stratified);
  });

  test("test each row once and train on all the others", () => {
    for (const folds of [
      kFold(23, { nSplits: 4, rng: rng(1) }),
      stratifiedKFold(data.wine.y, { nSplits: 4, rng: rng(1) }),
    ]) {
      const N = folds[0].train.length + folds[0].test.length;
      expect(folds.flatMap((fold) => fold.test).sort(ascending)).toEqual(range(N));
      for (const { train, test: held } of folds) {
        expect([...train, ...held].sort(ascending)).toEqual(range(N));
      }
    }
  });

  test("keep the classes in proportion: counts of a class differ by at most 1", () => {
    for (const { test: held } of stratifiedKFold(data.wine.y, { nSplits: 5, rng: rng(9) })) {
      [59, 71, 48].forEach((count, k) => {
        const inFold = held.filter((n) => data.wine.y[n] === k).length;
        expect(Math.abs(inFold - count / 5)).toBeLessThan(1);
      });
    }
  });

  test("the seed decides", () => {
    expect(kFold(30, { rng: rng(1) })).toEqual(kFold(30, { rng: rng(1) }));
    expect(kFold(30, { rng: rng(1) })).not.toEqual(kFold(30, { rng: rng(2) }));
    expect(kFold(30)).toEqual(kFold(30, { rng: rng(0) }));
  });

  test("refuse impossible divisions", () => {
    expect(() => kFold(3, { nSplits: 4 })).toThrow("kFold: nSplits must be an integer in [2, 3]");
    expect(() => kFold(3, { nSplits: 1 })).toThrow(RangeError);
    expect(() => kFold([1, 2] as never)).toThrow("kFold: N must be an integer ≥ 2, got an array");
    expect(() => stratifiedKFold([0, 0, 0, 1, 1], { nSplits: 3 })).toThrow(
      "stratifiedKFold: nSplits must be an integer in [2, 2], got 3",
    );
    expect(() => kFold(9, { rng: 1 as never })).toThrow(
      "kFold: rng must be a generator such as rng(1), got 1",
    );
  });
});

describe("folds given by hand", () => {
  const refusal = (folds: unknown) => () => requireFolds("f", folds, 4);

  test("must not share a row between training and testing", () => {
    expect(refusal([{ train: [0, 1, 2], test: [2, 3] }])).toThrow(
      "f: folds[0].train and folds[0].test share row 2",
    );
    const second = [
      { train: [0, 1], test: [2, 3] },
      { train: [3, 2], test: [1, 3] },
    ];
    expect(refusal(second)).toThrow("f: folds[1].train and folds[1].test share row 3");
  });

  test("must not hold a row twice", () => {
    expect(refusal([{ train: [0, 1, 0], test: [2] }])).toThrow(
      "f: folds[0].train holds row 0 twice",
    );
    expect(refusal([{ train: [0, 1], test: [3, 3] }])).toThrow(
      "f: folds[0].test holds row 3 twice",
    );
  });

  test("must hold rows that there are", () => {
    expect(refusal([{ train: [0, 4], test: [2] }])).toThrow(
      "f: folds[0].train[1] must be an integer",
    );
    expect(refusal([{ train: [0, 1], test: [-1] }])).toThrow(
      "f: folds[0].test[0] must be an integer",
    );
    expect(refusal([{ train: [0, 1.5], test: [2] }])).toThrow(RangeError);
    expect(refusal([{ train: [0, Number.NaN], test: [2] }])).toThrow(RangeError);
    expect(refusal([{ train: [0, "1"], test: [2] }])).toThrow(TypeError);
    expect(refusal([{ train: new Array(2), test: [2] }])).toThrow(TypeError);
  });

  test("must be lists of rows, and not empty", () => {
    expect(refusal([{ train: [], test: [2] }])).toThrow(
      "f: folds[0].train must hold row numbers, it is empty",
    );
    expect(refusal([{ train: [1], test: [] }])).toThrow(
      "f: folds[0].test must hold row numbers, it is empty",
    );
    expect(refusal([{ train: [1] }])).toThrow("f: folds[0].test must be a list of row numbers");
    expect(refusal([null])).toThrow(TypeError);
    expect(refusal([])).toThrow("f: folds must be a list of { train, test }");
    expect(refusal({ train: [1], test: [2] })).toThrow(TypeError);
  });

  test("may leave rows out, and test a row in several folds", () => {
    expect(
      refusal([
        { train: [0], test: [3] },
        { train: [1], test: [3] },
      ]),
    ).not.toThrow();
  });

  test("are checked by crossValidate and by gridSearch", () => {
    const fit = () => ({ predict: (Z: readonly unknown[]) => Z.map(() => 0) });
    const [X, y] = [
      [[1], [2], [3], [4]],
      [0, 0, 0, 0],
    ];
    const leak = { score: accuracy, folds: [{ train: [0, 1], test: [1] }] };
    expect(() => crossValidate(fit, X, y, leak)).toThrow("crossValidate: folds[0].train and");
    expect(() => gridSearch(fit, X, y, { a: [1] }, leak)).toThrow("gridSearch: folds[0].train and");
  });

  test("shuffle must be true or false", () => {
    expect(() => kFold(4, { nSplits: 2, shuffle: "no" as never })).toThrow(
      'kFold: shuffle must be true or false, got "no"',
    );
  });
});
