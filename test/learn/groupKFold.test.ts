import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../lib/core";
import {
  accuracy,
  crossValidate,
  gridSearch,
  groupKFold,
  kFold,
  knn,
  meanSquaredError,
} from "../../lib/learn";
import { fixture } from "./helpers";

const ref = fixture<{ groups: number[]; groupFolds: number[][] }>("folds");
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("groupKFold", () => {
  test("agrees with scikit-learn where nothing is drawn", () => {
    const folds = groupKFold(ref.groups, { nSplits: 4, shuffle: false });
    expect(folds.map((fold) => fold.test)).toEqual(ref.groupFolds);
  });

  test("tests each row once, parts no group, and makes folds about equal", () => {
    const random = rng(3);
    for (let trial = 0; trial < 20; trial++) {
      const groups = random.integers(0, 12, 80).map((g) => `g${g}`);
      const folds = groupKFold(groups, { nSplits: 3, rng: rng(trial) });
      expect(folds.flatMap((f) => f.test).sort((a, b) => a - b)).toEqual(range(80));
      for (const { train, test: held } of folds) {
        const inTrain = new Set(train.map((n) => groups[n]));
        expect(held.some((n) => inTrain.has(groups[n]))).toBe(false);
        expect(train.length + held.length).toBe(80);
        expect(Math.abs(held.length - 80 / 3)).toBeLessThan(8);
      }
    }
  });

  test("the seed decides among groups of one size", () => {
    const groups = range(12);
    expect(groupKFold(groups, { rng: rng(1) })).toEqual(groupKFold(groups, { rng: rng(1) }));
    expect(groupKFold(groups, { rng: rng(1) })).not.toEqual(groupKFold(groups, { rng: rng(2) }));
  });

  test("refuses impossible divisions", () => {
    expect(() => groupKFold(["a", "b", "a"], { nSplits: 3 })).toThrow(
      "groupKFold: nSplits must be an integer in [2, 2], got 3",
    );
    expect(() => groupKFold(["a", "a"])).toThrow("groups must hold at least 2 classes, got 1");
    expect(() => groupKFold([])).toThrow("groups must have at least 1 label, got 0");
  });
});

describe("groups in crossValidate and gridSearch", () => {
  // Ten people, each with six nearly equal samples and a label of their own drawn by chance.
  const random = rng(5);
  const people = range(10);
  const label = people.map((p) => (p % 2 === 0 ? "a" : "b"));
  const place = people.map(() => random.normal(0, 10));
  const groups = people.flatMap((p) => new Array<number>(6).fill(p));
  const X: Matrix = groups.map((p) => [place[p] + random.normal(0, 0.01)]);
  const y = groups.map((p) => label[p]);
  const fit = (A: Matrix, t: string[]) => knn(A, t, { k: 1 });

  test("the leak of a person into both parts is closed", () => {
    expect(crossValidate(fit, X, y, { score: accuracy }).mean).toBe(1);
    expect(crossValidate(fit, X, y, { score: accuracy, groups }).mean).toBeLessThan(0.8);
  });

  test("folds given must not part a group", () => {
    const folds = kFold(60, { nSplits: 3 });
    expect(() => crossValidate(fit, X, y, { score: accuracy, groups, folds })).toThrow(
      "crossValidate: folds[0].train and folds[0].test share group",
    );
    const good = groupKFold(groups, { nSplits: 5 });
    expect(crossValidate(fit, X, y, { score: accuracy, groups, folds: good }).scores.length).toBe(
      5,
    );
    expect(() => crossValidate(fit, X, y, { score: accuracy, groups: [1, 2] })).toThrow(
      "crossValidate: groups must have length 60 (rows of X), got 2",
    );
    const one = X.map(() => "all");
    expect(() => crossValidate(fit, X, y, { score: accuracy, groups: one })).toThrow(
      "groups must hold at least 2 classes",
    );
  });

  test("a search nests in it with the groups of the rows it learns from", () => {
    const seen: number[][] = [];
    const result = crossValidate(
      (A: Matrix, t: string[], rows: number[]) => {
        seen.push(rows);
        expect(A).toEqual(rows.map((n) => X[n]));
        const own = rows.map((n) => groups[n]);
        const search = gridSearch(
          (B: Matrix, u: string[], { k }: { k: number }) => knn(B, u, { k }),
          A,
          t,
          { k: [1, 3] },
          { score: accuracy, groups: own },
        );
        return search.model;
      },
      X,
      y,
      { score: accuracy, groups, passRows: true },
    );
    expect(seen.length).toBe(5);
    expect(result.mean).toBeLessThan(0.8);
  });

  test("without passRows fit has two arguments, so a model can stand there alone", () => {
    const spy = (...args: unknown[]) => {
      expect(args.length).toBe(2);
      return { predict: (Z: readonly (readonly number[])[]) => Z.map(() => 0) };
    };
    const zeros = X.map(() => 0);
    expect(crossValidate(spy, X, zeros, { score: meanSquaredError }).mean).toBe(0);
    expect(() =>
      crossValidate(spy, X, zeros, { score: meanSquaredError, passRows: 1 as never }),
    ).toThrow("crossValidate: passRows must be true or false, got 1");
  });
});
