import { describe, expect, test } from "vitest";
import type { Matrix } from "../../../lib/core";
import { lda, naiveBayes, qda } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  decision: Matrix;
  proba: Matrix;
  labels: number[];
}
const reference = fixture<{
  qda: Record<"wine" | "iris" | "priors" | "shrunk", Reference>;
}>("discriminant");
const { iris, wine } = data;
const thirteenth = <T>(rows: readonly T[]) => rows.filter((_, n) => n % 13 === 0);

describe("qda against scikit-learn", () => {
  test.each([
    ["wine", wine, {}],
    ["iris", iris, {}],
    ["priors", iris, { priors: [0.2, 0.5, 0.3] }],
    ["shrunk", iris, { shrinkage: 0.3 }],
  ] as const)("%s", (name, { X, y }, options) => {
    const want = reference.qda[name];
    const model = qda(X, y, options);
    expect(model.predict(X)).toEqual(want.labels);
    expectClose(model.decisionFunction(thirteenth(X)), want.decision, { rtol: 1e-9, atol: 1e-8 });
    expectClose(model.predictProba(thirteenth(X)), want.proba, { rtol: 1e-7, atol: 1e-25 });
  });
});

describe("qda", () => {
  const X = [[0], [2], [7], [11]];

  test("one column is naive Bayes without smoothing, likelihood and all", () => {
    const model = qda(X, ["a", "a", "b", "b"]);
    const bayes = naiveBayes(X, ["a", "a", "b", "b"], { varSmoothing: 0 });
    expectClose(model.covariances.flat(), [[1], [4]], { rtol: 1e-15 });
    expectClose(model.history[0].logLikelihood, bayes.history[0].logLikelihood, { rtol: 1e-13 });
    expectClose(model.predictProba([[4], [5]]), bayes.predictProba([[4], [5]]), { rtol: 1e-12 });
  });

  test("covariances are those of the classes", () => {
    const { covariances, means } = qda(iris.X, iris.y);
    const rows = iris.X.filter((_, n) => iris.y[n] === 2);
    const m = means[2];
    const S = m.map((_, i) =>
      m.map((__, j) => rows.reduce((s, r) => s + (r[i] - m[i]) * (r[j] - m[j]), 0) / rows.length),
    );
    expectClose(covariances[2], S, { rtol: 1e-11 });
  });

  test("does not depend on the units or the origin of the columns", () => {
    const moved = (A: Matrix) => A.map((row) => row.map((x, j) => (x + j) * 10 ** (3 * j - 5)));
    expectClose(
      qda(moved(iris.X), iris.y).predictProba(moved(iris.X)),
      qda(iris.X, iris.y).predictProba(iris.X),
      { rtol: 1e-7, atol: 1e-12 },
    );
  });

  test("finds classes of one centre and two spreads, which lda cannot", () => {
    const ring = Array.from({ length: 40 }, (_, n) => {
      const r = n % 2 === 0 ? 1 : 6;
      return [r * Math.cos(n), r * Math.sin(n)];
    });
    const y = ring.map((_, n) => n % 2);
    expect(qda(ring, y).predict(ring)).toEqual(y);
    expect(lda(ring, y).predict(ring)).not.toEqual(y);
  });

  test("names the class whose covariance is singular", () => {
    const y = ["a", "a", "a", "b", "b", "b"];
    const flat = [
      [1, 2],
      [2, 1],
      [0, 1],
      [5, 7],
      [6, 7],
      [8, 7],
    ];
    expect(() => qda(flat, y)).toThrow(
      'qda: the covariance of class "b" (string) is singular (rank 1 of 2), for X column 1 does not vary there; drop constant and collinear columns or pass shrinkage > 0',
    );
    expect(qda(flat, y, { shrinkage: 0.1 }).predict(flat)).toEqual(y);
    expect(() => qda([[1], [2], [3]], [0, 0, 1])).toThrow("of class 1 is singular (rank 0 of 1)");
    expect(() => qda([[1], [2], [3]], [0, 0, 1], { shrinkage: 1 })).toThrow("of class 1");
    expect(() =>
      qda(
        iris.X.slice(45, 55),
        iris.y.slice(45, 55).map((_, n) => n % 3),
      ),
    ).toThrow("is singular (rank 3 of 4)");
  });

  test("rows beyond what doubles can tell apart are refused", () => {
    const model = qda([[1e-9], [2e-9], [5e-9], [7e-9]], [0, 0, 1, 1]);
    expect(() => model.predict([[0], [1e150]])).toThrow(
      "qda.predict: Xnew row 1 lies too far from every class to tell them apart",
    );
  });

  test("huge and tiny data", () => {
    for (const unit of [1e140, 1e-140]) {
      const Z = iris.X.map((row) => row.map((x) => x * unit));
      expect(qda(Z, iris.y).predict(Z)).toEqual(reference.qda.iris.labels);
    }
  });

  test("refuses options that are none", () => {
    expect(() => qda(X, [0, 0, 1, 1], { shrinkage: Number.NaN })).toThrow(
      "qda: shrinkage must be a number in [0, 1], got NaN",
    );
    expect(() => qda(X, [0, 0, 1, 1], { regParam: 0 } as never)).toThrow('no "regParam"');
    expect(() => qda(X, [0, 0, 0, 0])).toThrow("qda: y must hold at least 2 classes");
  });
});
