import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { trainTestSplit } from "../../lib/learn";
import { data } from "./helpers";

const { X, y } = data.wine;

describe("trainTestSplit", () => {
  test("parts the rows, each with its label", () => {
    const { XTrain, XTest, yTrain, yTest, train, test: held } = trainTestSplit(X, y);
    expect(held.length).toBe(45); // ⌈178 / 4⌉
    expect([...train, ...held].sort((a, b) => a - b)).toEqual(X.map((_, n) => n));
    expect(XTrain).toEqual(train.map((n) => X[n]));
    expect(yTrain).toEqual(train.map((n) => y[n]));
    expect(XTest).toEqual(held.map((n) => X[n]));
    expect(yTest).toEqual(held.map((n) => y[n]));
  });

  test("copies: changing the parts leaves the data as they are", () => {
    const rows = [[1], [2], [3]];
    const { XTrain, XTest } = trainTestSplit(rows, [1, 2, 3]);
    XTrain[0][0] = XTest[0][0] = 99;
    expect(rows).toEqual([[1], [2], [3]]);
  });

  test("stratified, each class gets its share by largest remainder", () => {
    const { yTest } = trainTestSplit(X, y, { testSize: 50, stratify: true, rng: rng(3) });
    // 50·(59, 71, 48)/178 = (16.57, 19.94, 13.48)
    expect([0, 1, 2].map((k) => yTest.filter((label) => label === k).length)).toEqual([17, 20, 13]);
  });

  test("every row is as likely as any other to be held out", () => {
    const random = rng(8);
    const times = [0, 0, 0, 0, 0];
    for (let t = 0; t < 2000; t++) {
      const rows = [[0], [1], [2], [3], [4]];
      const split = trainTestSplit(rows, [0, 0, 0, 1, 1], {
        testSize: 2,
        stratify: true,
        rng: random,
      });
      for (const n of split.test) times[n]++;
    }
    // One of three and one of two: 667 and 1000, standard deviations 21 and 22.
    times.forEach((count, n) => {
      expect(Math.abs(count - (n < 3 ? 2000 / 3 : 1000))).toBeLessThan(100);
    });
  });

  test("refuses what leaves a part empty", () => {
    expect(() => trainTestSplit([[1]], [1])).toThrow("X must have at least 2 rows");
    expect(() => trainTestSplit([[1], [2]], [1, 2], { testSize: 0.9 })).toThrow(
      "trainTestSplit: testSize must leave a training sample, got 0.9 of 2",
    );
    expect(() => trainTestSplit(X, y, { testSize: 1.5 })).toThrow("testSize must be an integer");
    expect(() => trainTestSplit(X, y, { testSize: 0 })).toThrow(
      "testSize must be a number in (0, 178)",
    );
    expect(() => trainTestSplit(X, y.slice(1))).toThrow(
      "y must have length 178 (rows of X), got 177",
    );
    expect(() => trainTestSplit([[1], [2], [3]], ["a", "a", "b"], { stratify: true })).toThrow(
      'class "b" (string) has 1',
    );
    expect(() => trainTestSplit(X, y, { stratify: 1 as never })).toThrow(
      "trainTestSplit: stratify must be true or false, got 1",
    );
    expect(() => trainTestSplit(X, y, { test_size: 3 } as never)).toThrow('no "test_size"');
  });
});
