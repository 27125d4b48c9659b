import { describe, expect, test } from "vitest";
import { logLoss } from "../../../lib/learn";
import { reference as ref } from "./reference";

describe("logLoss", () => {
  test("agrees with scikit-learn", () => {
    expect(logLoss(ref.three, ref.proba)).toBeCloseTo(ref.logLoss, 13);
  });

  test("takes the order of the columns from classes", () => {
    const turned = ref.proba.map(([a, b, c]) => [c, a, b]);
    expect(logLoss(ref.three, turned, { classes: [2, 0, 1] })).toBeCloseTo(ref.logLoss, 13);
  });

  test("an impossible truth costs Infinity", () => {
    expect(
      logLoss(
        [0, 1],
        [
          [1, 0],
          [1, 0],
        ],
      ),
    ).toBe(Infinity);
  });

  test("certainty that is right costs 0, and not −0", () => {
    expect(
      Object.is(
        logLoss(
          [0, 1],
          [
            [1, 0],
            [0, 1],
          ],
        ),
        0,
      ),
    ).toBe(true);
  });

  test("refuses a class that has two columns", () => {
    expect(() =>
      logLoss(
        [0, 0],
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
        { classes: [0, 0] },
      ),
    ).toThrow("logLoss: classes must differ, classes[0] and classes[1] are 0");
  });

  test("refuses what are not probabilities of the classes", () => {
    expect(() =>
      logLoss(
        [0, 1],
        [
          [0.5, 0.6],
          [0.5, 0.5],
        ],
      ),
    ).toThrow("logLoss: probabilities must have rows of sum 1, row 0 sums to 1.1");
    expect(() =>
      logLoss(
        [0, 1],
        [
          [-0.5, 1.5],
          [0.5, 0.5],
        ],
      ),
    ).toThrow("logLoss: probabilities[0][0] must be a number in [0, 1], got -0.5");
    expect(() => logLoss([0, 1], [[1], [1]])).toThrow("2 columns (number of classes)");
    expect(() =>
      logLoss(
        [0, 2],
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
        { classes: [0, 1] },
      ),
    ).toThrow("logLoss: classes must hold every label, yTrue[1] is 2");
  });
});
