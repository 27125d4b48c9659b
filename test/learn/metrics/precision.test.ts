import { describe, expect, test } from "vitest";
import { f1, precision, recall } from "../../../lib/learn";
import { expectClose } from "../helpers";
import { reference as ref } from "./reference";

const scores = [precision, recall, f1];

describe("precision, recall and f1", () => {
  test("agree with scikit-learn for two classes", () => {
    expectClose(
      scores.map((score) => score(ref.binary, ref.guess)),
      ref.binaryScores,
      { rtol: 1e-14 },
    );
  });

  test.each(["macro", "weighted", "micro"] as const)("agree for three classes, %s", (average) => {
    expectClose(
      scores.map((score) => score(ref.three, ref.other, { average })),
      ref.averages[average],
      { rtol: 1e-14 },
    );
  });

  test("f1 is the harmonic mean of the other two", () => {
    const [p, r, f] = scores.map((score) => score(ref.three, ref.other, { positive: 2 }));
    expect(f).toBeCloseTo(2 / (1 / p + 1 / r), 14);
  });

  test("a score 0/0 names the class, or takes the value it is given", () => {
    expect(() => precision([0, 1], [0, 0])).toThrow(
      "precision: class 1 was never predicted, so its precision is 0/0; pass { zeroDivision }",
    );
    expect(() => recall(["a"], ["b"], { positive: "b" })).toThrow(
      'recall: class "b" (string) was never true',
    );
    expect(precision([0, 1], [0, 0], { zeroDivision: 0 })).toBe(0);
    expect(precision([0, 0], [0, 0], { zeroDivision: 1 })).toBe(1);
    expect(precision([0, 1, 2], [0, 1, 1], { average: "macro", zeroDivision: 0 })).toBe(0.5);
  });

  test("a class that is never true has no weight, and its 0/0 does not matter", () => {
    expect(recall([0, 0, 1], [0, 2, 1], { average: "weighted" })).toBeCloseTo(2 / 3, 15);
    expect(() => recall([0, 0, 1], [0, 2, 1], { average: "macro" })).toThrow(
      "class 2 was never true",
    );
  });

  test("the positive class must be determined", () => {
    expect(() => f1(["a", "b"], ["a", "b"])).toThrow(
      'f1: options must give positive (one of "a" (string), "b" (string)) or average',
    );
    expect(() => f1([0, 1], [0, 1], { positive: 1, average: "macro" })).toThrow("got both");
    expect(() => f1([0, 1], [0, 1], { average: "mean" as never })).toThrow(
      "average must be one of",
    );
    expect(() => f1<number | string>([0, 1], [0, 1], { positive: "1" })).toThrow("of one kind");
  });
});
