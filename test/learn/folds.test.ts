import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { kFold, stratifiedKFold } from "../../lib/learn";
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
