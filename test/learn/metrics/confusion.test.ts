import { describe, expect, test } from "vitest";
import { accuracy, confusionMatrix } from "../../../lib/learn";
import { reference as ref } from "./reference";

describe("accuracy and confusionMatrix", () => {
  test("agree with scikit-learn", () => {
    expect(accuracy(ref.three, ref.other)).toBeCloseTo(ref.accuracy, 14);
    expect(confusionMatrix(ref.three, ref.other)).toEqual({
      matrix: ref.confusion,
      labels: [0, 1, 2],
    });
  });

  test("the trace over N is the accuracy, and the counts sum to N", () => {
    const { matrix } = confusionMatrix(ref.three, ref.other);
    const trace = matrix.reduce((s, row, k) => s + row[k], 0);
    expect(trace / ref.three.length).toBe(accuracy(ref.three, ref.other));
    expect(matrix.flat().reduce((s, c) => s + c)).toBe(ref.three.length);
  });

  test("list a label that was only predicted", () => {
    expect(confusionMatrix(["b", "b"], ["a", "b"])).toEqual({
      matrix: [
        [0, 0],
        [1, 1],
      ],
      labels: ["a", "b"],
    });
  });

  test("refuse what is not a pair of label vectors", () => {
    expect(() => accuracy([], [])).toThrow("accuracy: yTrue must have at least 1 label, got 0");
    expect(() => accuracy([1], [1, 2])).toThrow(
      "accuracy: yPred must have length 1 (length of yTrue), got 2",
    );
    expect(() => accuracy<string | number>([1], ["1"])).toThrow(
      "must hold labels of one kind, yTrue and yPred[0] is a number",
    );
    expect(() => accuracy([1, Number.NaN], [1, 1])).toThrow(
      "accuracy: yTrue must hold finite numbers or strings, yTrue[1] is NaN",
    );
    expect(() => accuracy([null] as never, [1])).toThrow("yTrue[0] is null");
    expect(() => confusionMatrix(3 as never, [1])).toThrow("yTrue must be a vector of labels");
  });
});
