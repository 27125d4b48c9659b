import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { accuracy, lda, standardize } from "../../../lib/learn";
import { matmul, transpose } from "../../../lib/linalg";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  coef: Matrix;
  intercept: number[];
  ratio: number[];
  transformed: Matrix;
  proba: Matrix;
  labels: number[];
}
const reference = fixture<{
  lda: Record<"wine" | "iris" | "priors", Reference>;
  ldaShrunk: Record<string, { coef: Matrix; covariance: Matrix }>;
}>("discriminant");
const { iris, wine } = data;
const thirteenth = <T>(rows: readonly T[]) => rows.filter((_, n) => n % 13 === 0);

describe("lda against scikit-learn", () => {
  test.each([
    ["wine", wine, {}],
    ["iris", iris, {}],
    ["priors", iris, { priors: [0.2, 0.5, 0.3] }],
  ] as const)("%s", (name, { X, y }, options) => {
    const want = reference.lda[name];
    const model = lda(X, y, options);
    expect(model.predict(X)).toEqual(want.labels);
    expectClose(model.predictProba(thirteenth(X)), want.proba, { rtol: 1e-8, atol: 1e-25 });
    expectClose(model.coef, want.coef, { rtol: 1e-8, atol: 1e-9 });
    expectClose(model.intercept, want.intercept, { rtol: 1e-8 });
    expectClose(model.explainedVarianceRatio, want.ratio, { rtol: 1e-10 });
    const scores = model.transform(X.slice(0, 5)).map((row) => row.map(Math.abs));
    expectClose(scores, want.transformed, { rtol: 1e-8 });
  });

  test.each(["0.1", "0.7", "1.0"])("shrinkage %s", (s) => {
    const model = lda(iris.X, iris.y, { shrinkage: Number(s) });
    expectClose(model.coef, reference.ldaShrunk[s].coef, { rtol: 1e-9, atol: 1e-10 });
    expectClose(model.covariance, reference.ldaShrunk[s].covariance, { rtol: 1e-11, atol: 1e-14 });
  });
});

describe("lda", () => {
  test("within the classes the discriminants have covariance 1 and are uncorrelated", () => {
    const { components, covariance } = lda(wine.X, wine.y);
    const inside = matmul(matmul(components, covariance), transpose(components));
    expectClose(
      inside,
      [
        [1, 0],
        [0, 1],
      ],
      { atol: 1e-10 },
    );
  });

  test("δ is xᵀcoef + intercept, and its softmax the posterior", () => {
    const model = lda(iris.X, iris.y);
    const delta = iris.X.map((x) =>
      model.coef.map((w, k) => w.reduce((s, v, j) => s + v * x[j], model.intercept[k])),
    );
    expectClose(model.decisionFunction(iris.X), delta, { rtol: 1e-9, atol: 1e-10 });
  });

  test("the log-likelihood is that of the normal laws it has fitted", () => {
    const X = [[0], [2], [7], [11]];
    const { history, covariance } = lda(X, [0, 0, 1, 1]);
    const v = covariance[0][0];
    expectClose(v, 2.5, { rtol: 1e-15 }); // (1 + 1 + 4 + 4)/4
    const term = (d: number) => Math.log(0.5) - (d * d) / v / 2 - Math.log(2 * Math.PI * v) / 2;
    expectClose(history[0].logLikelihood, 2 * term(1) + 2 * term(2), { rtol: 1e-13 });
  });

  test("recovers the best rule from data that are what it takes them for", () => {
    const random = rng(3);
    const y = Array.from({ length: 4000 }, () => (random.random() < 0.5 ? "b" : "a"));
    const X = y.map((label) => {
      const u = random.normal();
      return [u + (label === "a" ? 0 : 2), 2 * u + random.normal()];
    });
    const { covariance, coef } = lda(X, y);
    expectClose(
      covariance,
      [
        [1, 2],
        [2, 5],
      ],
      { atol: 0.25 },
    );
    // Σ⁻¹(μ_b − μ_a) = (5·2, −2·2).
    expectClose(
      coef[1].map((v, j) => v - coef[0][j]),
      [10, -4],
      { rtol: 0.1 },
    );
  });

  test("does not depend on the units or the origin of the columns", () => {
    const plain = lda(wine.X, wine.y);
    const moved = (X: Matrix) =>
      X.map((row) => row.map((x, j) => (x - 3 * j) * 10 ** (4 * (j - 6))));
    const scaled = lda(moved(wine.X), wine.y);
    expectClose(scaled.predictProba(moved(wine.X)), plain.predictProba(wine.X), {
      rtol: 1e-7,
      atol: 1e-12,
    });
    const { Z } = standardize(wine.X);
    expectClose(
      lda(Z, wine.y).transform(Z),
      plain.transform(wine.X).map((r) => r.slice()),
      {
        rtol: 1e-8,
        atol: 1e-9,
      },
    );
  });

  test("names a covariance that is singular, and what makes it so", () => {
    const y = [0, 0, 0, 1, 1, 1];
    const base = [1, 3, 2, 7, 8, 11];
    expect(() =>
      lda(
        base.map((v) => [v, 2 * v]),
        y,
      ),
    ).toThrow(
      "lda: the covariance within the classes is singular (rank 1 of 2); drop constant and collinear columns or pass shrinkage > 0",
    );
    expect(() =>
      lda(
        base.map((v, n) => [v, n < 3 ? 1e8 + 0.1 : 5.3]),
        y,
      ),
    ).toThrow("(rank 1 of 2), for X column 1 does not vary there");
    expect(() => lda([[1], [2]], [0, 1])).toThrow("(rank 0 of 1), for X column 0 does not vary");
    expect(() =>
      lda(
        [
          [1, 2],
          [1, 2],
        ],
        [0, 1],
        { shrinkage: 0.5 },
      ),
    ).toThrow("rank 0 of 2");
    const wide = Array.from({ length: 6 }, (_, n) => [n % 2, n, n * n, 1 / (n + 1), Math.sin(n)]);
    expect(() => lda(wide, y)).toThrow("(rank 4 of 5)");
    expect(lda(wide, y, { shrinkage: 0.1 }).predict(wide)).toEqual(y);
  });

  test("a column far from 0 keeps its meaning", () => {
    const y = iris.y;
    const far = iris.X.map((row) => row.map((x) => x + 2 ** 20));
    expect(lda(far, y).predict(far)).toEqual(lda(iris.X, y).predict(iris.X));
  });

  test("huge and tiny data", () => {
    for (const unit of [1e140, 1e-140]) {
      const X = iris.X.map((row) => row.map((x) => x * unit));
      const model = lda(X, iris.y);
      expect(model.predict(X)).toEqual(reference.lda.iris.labels);
      expect(lda(X, iris.y, { shrinkage: 0.2 }).predict(X)).toEqual(
        lda(iris.X, iris.y, { shrinkage: 0.2 }).predict(iris.X),
      );
    }
    const narrow = lda([[1e-9], [3e-9], [5e-9], [6e-9]], [0, 0, 1, 1]);
    expect(narrow.predict([[1e100]])).toEqual([1]);
  });

  test("class means that coincide leave the priors, and no discriminant", () => {
    const X = [[-1], [1], [-1], [1], [-1], [1]];
    const model = lda(X, ["a", "a", "b", "b", "b", "b"]);
    expect(model.nComponents).toBe(0);
    expect(model.message).toBe("solved directly; the class means span 0 discriminants only");
    expectClose(model.predictProba([[5]]), [[1 / 3, 2 / 3]], { rtol: 1e-14 });
    expect(model.transform([[5]])).toEqual([[]]);
  });

  test("refuses options that are none", () => {
    const { X, y } = iris;
    expect(() => lda(X, y, { shrinkage: 1.5 })).toThrow(
      "lda: shrinkage must be a number in [0, 1], got 1.5",
    );
    expect(() => lda(X, y, { nComponents: 3 })).toThrow(
      "lda: nComponents must be an integer in [1, 2], got 3",
    );
    expect(() => lda(X, y, { priors: [0.5, 0.5] })).toThrow(
      "lda: priors must have length 3 (number of classes), got 2",
    );
    expect(() => lda(X, y, { solver: "svd" } as never)).toThrow('lda: options has no "solver"');
    expect(lda(X, y, { nComponents: 1 }).transform(X)[0].length).toBe(1);
    expect(accuracy(y, lda(X, y).predict(X))).toBeCloseTo(0.98, 10);
  });
});
