import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { accuracy, naiveBayes } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  labels: number[];
  firstProba: Matrix;
}
const reference = fixture<
  Record<"gaussianPriors" | "multinomial" | "multinomialHalf" | "bernoulli", Reference> & {
    gaussian: Reference & { means: Matrix; variances: Matrix };
  }
>("naiveBayes");
const { wine, digits } = data;
const dark = digits.X.map((row) => row.map((x) => (x > 7 ? 1 : 0)));

describe("naiveBayes against scikit-learn", () => {
  test.each([
    ["gaussian", wine.X, wine.y, {}, reference.gaussian],
    ["given priors", wine.X, wine.y, { priors: [0.2, 0.5, 0.3] }, reference.gaussianPriors],
    ["multinomial", digits.X, digits.y, { features: "multinomial" }, reference.multinomial],
    [
      "multinomial, alpha ½",
      digits.X,
      digits.y,
      { features: "multinomial", alpha: 0.5 },
      reference.multinomialHalf,
    ],
    ["bernoulli", dark, digits.y, { features: "bernoulli" }, reference.bernoulli],
  ] as const)("%s", (_, X, y, options, want) => {
    const model = naiveBayes(X, y, options);
    expect(model.predict(X)).toEqual(want.labels);
    expectClose(model.predictProba(X.slice(0, 5)), want.firstProba, { rtol: 1e-8, atol: 1e-30 });
  });

  test("means and variances of the classes", () => {
    const { means, variances } = naiveBayes(wine.X, wine.y);
    expectClose(means!, reference.gaussian.means, { rtol: 1e-12 });
    expectClose(variances!, reference.gaussian.variances, { rtol: 1e-11 });
  });
});

describe("naiveBayes", () => {
  test("finds the classes of data it is true for, and gives honest probabilities", () => {
    const random = rng(7);
    const y = Array.from({ length: 4000 }, () => (random.random() < 0.3 ? "b" : "a"));
    const X = y.map((label) => [random.normal(label === "a" ? 0 : 1.5), random.normal(0, 2)]);
    const model = naiveBayes(X, y);
    // The best possible rule is right with probability 0.8058; the standard error is 0.0063.
    expect(Math.abs(accuracy(y, model.predict(X)) - 0.8058)).toBeLessThan(0.02);
    const p = model.predictProba(X).map((row) => row[1]);
    const among = y.filter((_, n) => p[n] > 0.4 && p[n] < 0.6);
    const share = among.filter((label) => label === "b").length / among.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.1); // two standard errors are about 0.07
  });

  test("probabilities sum to 1, also far from all data", () => {
    const model = naiveBayes(wine.X, wine.y);
    const far = wine.X[0].map(() => 1e6);
    for (const row of model.predictProba([...wine.X, far])) {
      expectClose(
        row.reduce((s, v) => s + v),
        1,
        { rtol: 1e-12 },
      );
    }
  });

  test("a word never seen in a class does not rule it out, unless smoothing is off", () => {
    const X = [
      [2, 0],
      [0, 3],
    ];
    const model = naiveBayes(X, ["x", "y"], { features: "multinomial" });
    expectClose(
      model.probabilities!,
      [
        [3 / 4, 1 / 4],
        [1 / 5, 4 / 5],
      ],
      { rtol: 1e-14 },
    );
    expect(() => naiveBayes(X, ["x", "y"], { features: "multinomial", alpha: 0 })).toThrow(
      'naiveBayes: feature 0 has probability 1 in class "x" (string); pass alpha > 0',
    );
  });

  test("a feature constant in a class is smoothed, or refused by name", () => {
    const X = [
      [1, 0],
      [1, 5],
      [3, 1],
      [4, 2],
    ];
    expect(naiveBayes(X, [0, 0, 1, 1]).predict([[1, 2]])).toEqual([0]);
    expect(() => naiveBayes(X, [0, 0, 1, 1], { varSmoothing: 0 })).toThrow(
      "naiveBayes: X column 0 is constant in class 0; drop it or pass varSmoothing > 0",
    );
  });

  test("refuses what it cannot learn from", () => {
    expect(() => naiveBayes([[1], [2]], [1, 1])).toThrow(
      "naiveBayes: y must hold at least 2 classes, got 1 (1)",
    );
    expect(() => naiveBayes([[1], [2]], [1])).toThrow("y must have length 2 (rows of X), got 1");
    expect(() => naiveBayes([[1], [-2]], [0, 1], { features: "multinomial" })).toThrow(
      "naiveBayes: X[1][0] must be a number ≥ 0, got -2",
    );
    expect(() => naiveBayes([[1], [2]], [0, 1], { features: "bernoulli" })).toThrow(
      "naiveBayes: X must hold 0 and 1 only, X[1][0] is 2",
    );
    expect(() => naiveBayes([[1], [2]], [0, 1], { priors: [0.5, 0.6] })).toThrow(
      "naiveBayes: priors must sum to 1, they sum to 1.1",
    );
    const model = naiveBayes([[1], [0]], [0, 1], { features: "bernoulli" });
    expect(() => model.predict([[3]])).toThrow("naiveBayes.predict: Xnew must hold 0 and 1 only");
  });

  test("variances that are those of the smoothing are named", () => {
    const X = [
      [1, 0],
      [1, 5],
      [3, 1],
      [4, 2],
    ];
    expect(naiveBayes(X, ["a", "a", "b", "b"]).message).toBe(
      'solved directly; varSmoothing makes up half or more of the variance of column 0 in class "a" (string)',
    );
    const scales = naiveBayes(
      [
        [1e8, 1],
        [-1e8, 1.1],
        [3e8, 9],
        [2e8, 9.1],
      ],
      [0, 0, 1, 1],
    );
    expect(scales.message).toContain("of column 1 in class 0, column 1 in class 1");
    expect(
      naiveBayes(
        [
          [0, 1],
          [1, 0],
          [5, 6],
          [6, 5],
        ],
        [0, 0, 1, 1],
      ).message,
    ).toBe("solved directly");
  });

  test("rows beyond what doubles can tell apart are refused", () => {
    const model = naiveBayes([[1e-9], [2e-9], [5e-9], [6e-9]], [0, 0, 1, 1], { varSmoothing: 0 });
    expect(() => model.predictProba([[0], [1e150]])).toThrow(
      "naiveBayes.predictProba: Xnew row 1 lies too far from every class to tell them apart",
    );
  });

  test("a class without counts is refused by name where nothing smooths it", () => {
    const X = [
      [0, 0],
      [1, 2],
    ];
    expect(() => naiveBayes(X, [0, 1], { features: "multinomial", alpha: 0 })).toThrow(
      "naiveBayes: class 0 has no counts in X; pass alpha > 0",
    );
  });
});
