import { describe, expect, test } from "vitest";
import { accuracy, crossValidate, kFold, meanSquaredError } from "../../lib/learn";
import { data } from "./helpers";

/** Predicts the mean of the targets it has seen. */
const meanModel = (_: number[][], y: number[]) => {
  const mean = y.reduce((s, v) => s + v, 0) / y.length;
  return { predict: (Z: readonly (readonly number[])[]) => Z.map(() => mean) };
};

describe("crossValidate", () => {
  test("fits on one part and scores the other", () => {
    const y = [1, 2, 3, 6];
    const result = crossValidate(meanModel, [[0], [0], [0], [0]], y, {
      score: meanSquaredError,
      folds: kFold(4, { nSplits: 2, shuffle: false }),
    });
    // Means of the training parts: 4.5, then 1.5.
    expect(result.scores).toEqual([(3.5 ** 2 + 2.5 ** 2) / 2, (1.5 ** 2 + 4.5 ** 2) / 2]);
    expect(result.trainScores).toEqual([2.25, 0.25]);
    expect(result.mean).toBe((result.scores[0] + result.scores[1]) / 2);
    expect(result.std).toBeCloseTo(Math.abs(result.scores[0] - result.scores[1]) / Math.SQRT2, 14);
  });

  test("uses five shuffled folds by default", () => {
    const { scores } = crossValidate(meanModel, data.iris.X, data.iris.y, {
      score: meanSquaredError,
    });
    expect(scores.length).toBe(5);
  });

  test("what fit does to its data does not reach ours", () => {
    const X = [[1], [2], [3], [4]];
    const spoil = (A: number[][], y: number[]) => {
      A[0][0] = Number.NaN;
      return meanModel(A, y);
    };
    crossValidate(spoil, X, [1, 2, 3, 4], { score: meanSquaredError });
    expect(X).toEqual([[1], [2], [3], [4]]);
  });

  test("refuses what it cannot score", () => {
    const [X, y] = [
      [[1], [2]],
      [1, 2],
    ];
    const options = { score: meanSquaredError };
    expect(() => crossValidate((() => 3) as never, X, y, options)).toThrow(
      "crossValidate: fit must return a model with predict, got 3",
    );
    expect(() => crossValidate(meanModel, X, y, {} as never)).toThrow(
      "crossValidate: score must be a function, got undefined",
    );
    expect(() => crossValidate(meanModel, X, y, { score: () => Number.NaN })).toThrow(
      "crossValidate: score on fold 0 must be a finite number, got NaN",
    );
    expect(() => crossValidate(meanModel, X, [1], options)).toThrow("y must have length 2");
    const outside = [{ train: [0], test: [2] }];
    expect(() => crossValidate(meanModel, X, y, { ...options, folds: outside })).toThrow(
      "folds[0].test[0] must be an integer in [0, 1], got 2",
    );
    expect(() => crossValidate(meanModel, X, y, { ...options, folds: [] })).toThrow(TypeError);
    expect(() => crossValidate(meanModel, X, y, { score: accuracy, cv: 5 } as never)).toThrow(
      'options has no "cv"',
    );
  });

  test("refuses a prediction that is not a value for each row", () => {
    const lazy = () => ({ predict: () => [1] });
    const folds = [{ train: [0, 1], test: [2, 3] }];
    const X = [[1], [2], [3], [4]];
    expect(() => crossValidate(lazy, X, [1, 1, 1, 1], { score: () => 1, folds })).toThrow(
      "crossValidate: predict must return 2 values (rows), got an array of length 1",
    );
  });

  test("the spread of huge scores does not overflow", () => {
    const scores = [1e200, 3e200, 1e200, 3e200];
    let next = 0;
    const score = () => scores[next++ >> 1];
    const { mean, std } = crossValidate(meanModel, [[1], [2], [3], [4]], [1, 2, 3, 4], {
      score,
      folds: kFold(4, { nSplits: 4 }),
    });
    expect(mean).toBe(2e200);
    expect(std / 1e200).toBeCloseTo(Math.sqrt(4 / 3), 14);
  });
});
