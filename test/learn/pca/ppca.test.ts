import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { pca, ppca, standardize } from "../../../lib/learn";
import { matmul, transpose } from "../../../lib/linalg";
import { data, expectClose, fixture } from "../helpers";

type Reference = { loadings: Matrix; noiseVariance: number; logLikelihood: number };
const reference = fixture<Record<"1" | "3" | "12", Reference>>("ppca");
const X = standardize(data.wine.X).Z;
const outer = (B: Matrix) => matmul(B, transpose(B));

describe("ppca", () => {
  test.each(["1", "3", "12"] as const)("the closed form with M = %s", (M) => {
    const want = reference[M];
    const { loadings, noiseVariance, logLikelihood } = ppca(X, { nComponents: Number(M) });
    expectClose(noiseVariance, want.noiseVariance, { rtol: 1e-11 });
    expectClose(loadings, want.loadings, { rtol: 1e-9, atol: 1e-10 });
    expectClose(logLikelihood, want.logLikelihood, { rtol: 1e-11 });
  });

  test("EM never lowers the likelihood and reaches the closed form", () => {
    const closed = ppca(X, { nComponents: 3 });
    const { converged, history, logLikelihood, loadings, noiseVariance, scores } = ppca(X, {
      nComponents: 3,
      method: "em",
      tol: 1e-13,
      maxIter: 5000,
      rng: rng(4),
    });
    expect(converged).toBe(true);
    for (let i = 1; i < history.length; i++) {
      const [before, now] = [history[i - 1].logLikelihood, history[i].logLikelihood];
      expect(now).toBeGreaterThanOrEqual(before - 1e-11 * Math.abs(now));
    }
    expectClose(logLikelihood, closed.logLikelihood, { rtol: 1e-10 });
    expectClose(noiseVariance, closed.noiseVariance, { rtol: 1e-6 });
    expectClose(loadings, closed.loadings, { atol: 1e-4, rtol: 0 });
    expectClose(scores, closed.scores, { atol: 1e-3, rtol: 0 });
  });

  test("the covariance of the model has the leading variances of the data, the mean of the rest beyond", () => {
    const { loadings, noiseVariance } = ppca(X, { nComponents: 3 });
    const C = outer(loadings).map((row, i) => row.map((v, j) => v + (i === j ? noiseVariance : 0)));
    const { components, explainedVariance } = pca(X);
    components.forEach((w, m) => {
      const variance = matmul(matmul([w], C), transpose([w]))[0][0];
      const want = m < 3 ? (explainedVariance[m] * 177) / 178 : noiseVariance;
      expectClose(variance, want, { rtol: 1e-10 });
    });
  });

  test("posterior means are the scores of PCA, shrunk", () => {
    const { scores, transform, inverse, noiseVariance, scoreCovariance, mean } = ppca(X, {
      nComponents: 2,
    });
    const plain = pca(X, { nComponents: 2 });
    plain.explainedVariance.forEach((v, m) => {
      const lambda = (v * 177) / 178;
      const shrink = Math.sqrt(lambda - noiseVariance) / lambda;
      expectClose(
        scores.map((row) => row[m]),
        plain.scores.map((row) => row[m] * shrink),
        { rtol: 1e-9, atol: 1e-10 },
      );
      expectClose(scoreCovariance[m][m], noiseVariance / lambda, { rtol: 1e-10 });
    });
    expectClose(transform(X.slice(0, 3)), scores.slice(0, 3), { rtol: 1e-9, atol: 1e-12 });
    expectClose(inverse([[0, 0]])[0], mean, { atol: 1e-15 });
  });

  test("samples have the covariance of the model", () => {
    const model = ppca(X, { nComponents: 2 });
    const draws = model.sample(rng(3), 20000);
    const got = draws.reduce((s, x) => s + x[0] * x[5], 0) / 20000;
    const { loadings: B } = model;
    expect(Math.abs(got - (B[0][0] * B[5][0] + B[0][1] * B[5][1]))).toBeLessThan(0.04);
    const own = draws.reduce((s, x) => s + x[0] ** 2, 0) / 20000;
    expect(Math.abs(own - (B[0][0] ** 2 + B[0][1] ** 2 + model.noiseVariance))).toBeLessThan(0.05);
  });

  test("fewer samples than features", () => {
    const wide = data.digits.X.slice(0, 12);
    const closed = ppca(wide, { nComponents: 4 });
    const byEm = ppca(wide, { nComponents: 4, method: "em", tol: 1e-12, maxIter: 20000 });
    expectClose(byEm.logLikelihood, closed.logLikelihood, { rtol: 1e-6 });
    expect(closed.scores.length).toBe(12);
  });

  test("refuses what has no maximum", () => {
    const plane = [
      [1, 2, 3],
      [2, 4, 6],
      [3, 6, 9],
    ];
    expect(() => ppca(plane, { nComponents: 1 })).toThrow(
      "ppca: X must vary in more than 1 directions (nComponents), or the likelihood has no bound",
    );
    expect(() => ppca(plane, { nComponents: 3 })).toThrow(
      "ppca: nComponents must be an integer in [1, 2], got 3",
    );
    expect(() => ppca(plane, {} as never)).toThrow("nComponents must be an integer in [1, 2]");
    expect(() =>
      ppca(
        [
          [1, 1],
          [1, 1],
        ],
        { nComponents: 1 },
      ),
    ).toThrow("X must vary");
    expect(() => ppca(X, { nComponents: 2 }).inverse([[1]])).toThrow("ppca.inverse: Z must have 2");
  });

  test.each(["closed", "em"] as const)("huge and tiny data, %s", (method) => {
    const few = X.slice(0, 40);
    const want = ppca(few, { nComponents: 2, method });
    for (const c of [2 ** 480, 2 ** -480]) {
      const got = ppca(
        few.map((row) => row.map((v) => v * c)),
        { nComponents: 2, method },
      );
      expectClose(
        got.loadings.map((row) => row.map((v) => v / c)),
        want.loadings,
        { rtol: 1e-9, atol: 1e-9 },
      );
      expectClose(got.noiseVariance / c / c, want.noiseVariance, { rtol: 1e-9 });
      expectClose(got.scores, want.scores, { rtol: 1e-8, atol: 1e-9 });
      const shift = 40 * 13 * Math.log(c);
      expectClose(got.logLikelihood, want.logLikelihood - shift, { rtol: 1e-9 });
    }
  });
});
