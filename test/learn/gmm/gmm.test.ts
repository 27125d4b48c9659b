import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { adjustedRandIndex, type CovarianceType, gmm, standardize } from "../../../lib/learn";
import { eye, matmul, outer, sub, transpose } from "../../../lib/linalg";
import { data, expectClose, fixture } from "../helpers";

interface Reference {
  rows: number[];
  weights: number[];
  means: Matrix;
  covariances: unknown;
  logLikelihood: number;
  aic: number;
  bic: number;
  labels: number[];
  firstProba: Matrix;
  firstLogDensity: number[];
}
type Kinds = Record<CovarianceType, Reference>;
const reference = fixture<{ iris: Kinds; wine: Kinds }>("gmm");
const types = ["full", "tied", "diag", "spherical"] as const;
const wine = standardize(data.wine.X).Z;
const sets = { iris: data.iris.X, wine };
const total = (values: readonly number[]) => values.reduce((s, v) => s + v, 0);

/** The covariances in the shape scikit-learn gives them. */
function shaped(covariances: Matrix[], type: CovarianceType): unknown {
  if (type === "full") return covariances;
  if (type === "tied") return covariances[0];
  const diagonals = covariances.map((S) => S.map((row, i) => row[i]));
  return type === "diag" ? diagonals : diagonals.map((d) => d[0]);
}

describe.each(["iris", "wine"] as const)("gmm against scikit-learn on %s", (name) => {
  const X = sets[name];
  test.each(types)("%s covariances, from the same start", (type) => {
    const want = reference[name][type];
    const K = want.rows.length;
    const model = gmm(X, {
      nComponents: K,
      covarianceType: type,
      init: {
        weights: want.rows.map(() => 1 / K),
        means: want.rows.map((n) => X[n]),
        covariances: want.rows.map(() => eye(X[0].length)),
      },
      regCovar: 0,
      tol: 1e-13,
      maxIter: 20000,
    });
    expect(model.converged).toBe(true);
    expectClose(model.logLikelihood, want.logLikelihood, { rtol: 1e-9 });
    expectClose([model.aic, model.bic], [want.aic, want.bic], { rtol: 1e-9 });
    expect(model.labels).toEqual(want.labels);
    expectClose(model.weights, want.weights, { rtol: 1e-4 });
    expectClose(model.means, want.means, { rtol: 1e-4, atol: 1e-4 });
    expectClose(shaped(model.covariances, type) as Matrix, want.covariances as Matrix, {
      rtol: 1e-4,
      atol: 1e-4,
    });
    expectClose(model.predictProba(X.slice(0, 5)), want.firstProba, { rtol: 1e-4, atol: 1e-5 });
    expectClose(model.logDensity(X.slice(0, 5)), want.firstLogDensity, { rtol: 1e-4 });
  });
});

describe("gmm on the example of MML 11.1–11.3", () => {
  test("the mixture (11.5), as it is given, has mean 0.4 and variance 7.79", () => {
    const given = {
      weights: [0.5, 0.2, 0.3],
      means: [[-2], [1], [4]],
      covariances: [[[0.5]], [[2]], [[1]]],
    };
    const model = gmm([[0], [1], [2]], { nComponents: 3, init: given, maxIter: 0 });
    expectClose(model.means, given.means, { rtol: 1e-15 });
    expectClose(model.covariances.flat(), given.covariances.flat(), { rtol: 1e-15 });
    expect(model.nit).toBe(0);
    const h = 0.01;
    const x = Array.from({ length: 4000 }, (_, i) => [h * i - 18]);
    const p = model.logDensity(x).map((v) => h * Math.exp(v));
    const moment = (f: (v: number) => number) => total(p.map((w, i) => w * f(x[i][0])));
    expectClose(
      moment(() => 1),
      1,
      { rtol: 1e-12 },
    );
    expectClose(
      moment((v) => v),
      0.4,
      { rtol: 1e-12 },
    );
    expectClose(
      moment((v) => (v - 0.4) ** 2),
      7.79,
      { rtol: 1e-12 },
    );
  });

  const X = [-3, -2.5, -1, 0, 2, 4, 5].map((x) => [x]);
  const init = {
    weights: [1 / 3, 1 / 3, 1 / 3],
    means: [[-4], [0], [8]],
    covariances: [[[1]], [[0.2]], [[3]]],
  };
  const options = { nComponents: 3, init, regCovar: 0 };

  test("one step of EM: μ = (−2.7, −0.4, 3.7), σ² = (0.14, 0.44, 1.53), π = (0.29, 0.29, 0.42)", () => {
    const { means, covariances, weights, history, converged } = gmm(X, { ...options, maxIter: 1 });
    expectClose(means.flat(), [-2.7, -0.4, 3.7], { atol: 0.05, rtol: 0 });
    expectClose(covariances.flat(2), [0.14, 0.44, 1.53], { atol: 0.005, rtol: 0 });
    expectClose(weights, [0.29, 0.29, 0.42], { atol: 0.005, rtol: 0 });
    expect(history[0].objective).toBeCloseTo(-28.3, 1);
    expect(converged).toBe(false);
  });

  test("converged: the mixture (11.57) and log-likelihood −13.9733", () => {
    const { means, covariances, weights, history } = gmm(X, { ...options, tol: 1e-12 });
    expectClose(means.flat(), [-2.75, -0.5, 3.64], { atol: 0.005, rtol: 0 });
    expectClose(covariances.flat(2), [0.06, 0.25, 1.63], { atol: 0.005, rtol: 0 });
    expectClose(weights, [0.29, 0.28, 0.43], { atol: 0.006, rtol: 0 });
    expect(history[history.length - 1].logLikelihood).toBeCloseTo(-13.9733, 4);
  });
});

describe("gmm invariants", () => {
  const random = rng(6);
  const blobs = Array.from({ length: 240 }, (_, n) => {
    const z = random.normal(0, 1, 2);
    return n % 2 === 0 ? [z[0] + 4, z[0] + 0.5 * z[1]] : [z[0], -z[0] + 0.7 * z[1]];
  });

  test.each(types)("the objective never falls, with or without regularisation, %s", (type) => {
    for (const regCovar of [0, 1e-6, 0.05]) {
      const { history, logLikelihood, nit } = gmm(blobs, {
        nComponents: 4,
        covarianceType: type,
        regCovar,
        tol: 1e-10,
        rng: rng(3),
      });
      expect(history.length).toBe(nit + 1);
      for (let i = 1; i <= nit; i++) {
        const [before, now] = [history[i - 1].objective, history[i].objective];
        expect(now).toBeGreaterThanOrEqual(before - 1e-12 * Math.abs(now));
      }
      expectClose(history[nit].logLikelihood, logLikelihood, { rtol: 1e-12 });
      if (regCovar === 0) expect(history[nit].objective).toBe(history[nit].logLikelihood);
      else expect(history[nit].objective).toBeLessThan(logLikelihood);
    }
  });

  test("at the optimum the parameters are the weighted moments", () => {
    const model = gmm(blobs, { nComponents: 2, regCovar: 0, tol: 1e-14, maxIter: 5000 });
    const r = model.predictProba(blobs);
    model.means.forEach((mean, k) => {
      const mass = total(r.map((row) => row[k]));
      expectClose(model.weights[k], mass / blobs.length, { rtol: 1e-6 });
      const centre = [0, 1].map((j) => total(blobs.map((x, n) => r[n][k] * x[j])) / mass);
      expectClose(mean, centre, { rtol: 1e-5, atol: 1e-6 });
      const S = [0, 1].map((i) =>
        [0, 1].map(
          (j) => total(blobs.map((x, n) => r[n][k] * (x[i] - mean[i]) * (x[j] - mean[j]))) / mass,
        ),
      );
      expectClose(model.covariances[k], S, { rtol: 1e-5, atol: 1e-6 });
    });
    expectClose(
      r.map((row) => total(row)),
      r.map(() => 1),
      { rtol: 1e-14 },
    );
    expectClose(total(model.logDensity(blobs)), model.logLikelihood, { rtol: 1e-13 });
    expect(model.predict(blobs)).toEqual(model.labels);
  });

  test("one component is the sample mean and covariance", () => {
    const { means, covariances } = gmm(wine, { nComponents: 1, regCovar: 0 });
    expectClose(
      means[0],
      means[0].map(() => 0),
      { atol: 1e-12 },
    );
    const S = matmul(transpose(wine), wine).map((row) => row.map((v) => v / wine.length));
    expectClose(covariances[0], S, { rtol: 1e-11, atol: 1e-13 });
  });

  test("does not depend on the units of the columns", () => {
    const scaled = blobs.map(([a, b]) => [1e-6 * a + 3, 1e5 * b]);
    const start = (D: Matrix) => ({
      weights: [0.5, 0.5],
      means: [D[0], D[1]],
      covariances: [0, 1].map(() => [
        [D === blobs ? 1 : 1e-12, 0],
        [0, D === blobs ? 1 : 1e10],
      ]),
    });
    const a = gmm(blobs, { nComponents: 2, init: start(blobs) });
    const b = gmm(scaled, { nComponents: 2, init: start(scaled) });
    expect(b.labels).toEqual(a.labels);
    expectClose(b.weights, a.weights, { rtol: 1e-6 });
    expect(b.nit).toBe(a.nit);
  });

  test("BIC finds the number of components, restarts the truth, and the seed decides", () => {
    const bic = [1, 2, 3].map((K) => gmm(blobs, { nComponents: K, rng: rng(1) }).bic);
    expect(bic.indexOf(Math.min(...bic))).toBe(1);
    const two = gmm(blobs, { nComponents: 2, rng: rng(1) });
    const truth = blobs.map((_, n) => n % 2);
    expect(adjustedRandIndex(two.labels, truth)).toBeGreaterThan(0.9);
    expect(gmm(blobs, { nComponents: 2, rng: rng(1) }).means).toEqual(two.means);
  });

  test("samples have the mean and covariance of the mixture", () => {
    const model = gmm(blobs, { nComponents: 2, rng: rng(1) });
    const { X, labels } = model.sample(rng(5), 20000);
    const mean = [0, 1].map((j) => total(X.map((x) => x[j])) / X.length);
    const wantMean = [0, 1].map((j) => total(model.weights.map((w, k) => w * model.means[k][j])));
    expectClose(mean, wantMean, { atol: 0.06, rtol: 0 }); // five standard errors of about 0.012… 0.02
    expect(labels.filter((k) => k === 0).length / 20000).toBeCloseTo(model.weights[0], 1);
    const own = X.filter((_, n) => labels[n] === 0);
    const centre = [0, 1].map((j) => total(own.map((x) => x[j])) / own.length);
    const S = own
      .map((x) => outer(sub(x, centre), sub(x, centre)))
      .reduce((a, b) => a.map((row, i) => row.map((v, j) => v + b[i][j])))
      .map((row) => row.map((v) => v / own.length));
    expectClose(S, model.covariances[0], { atol: 0.1, rtol: 0 });
  });
});

describe("gmm on hard input", () => {
  test("a collapsing component is held by regCovar, and refused without", () => {
    const X = [[0], [0.1], [-0.2], [0.15], [9], [9]];
    const held = gmm(X, { nComponents: 2 });
    expect(Number.isFinite(held.logLikelihood)).toBe(true);
    const fallen = held.covariances.findIndex(([[v]]) => v < 1e-3);
    expect(held.message).toContain(`component ${fallen} has collapsed`);
    expect(() => gmm(X, { nComponents: 2, regCovar: 0 })).toThrow(
      "gmm: X admits no mixture of 2 such components (covariance of component",
    );
    expect(() => gmm(X, { nComponents: 2, regCovar: 0, covarianceType: "diag" })).toThrow(
      "variance 0 of component",
    );
  });

  test("far outliers do not give NaN", () => {
    const X = [...data.iris.X, [1e8, 1e8, -1e8, 1e8]];
    const model = gmm(X, { nComponents: 3, nInit: 2 });
    expect(model.logDensity([[1e9, 0, 0, 0]])[0]).toBeLessThan(-10);
    model.predictProba([[1e9, 0, 0, 0]])[0].forEach((p) => {
      expect(p).toBeGreaterThanOrEqual(0);
    });
  });

  test("refuses what it cannot fit", () => {
    const X = [
      [1, 5],
      [2, 5],
    ];
    expect(() => gmm(X, { nComponents: 1 })).toThrow("gmm: X column 1 is constant (5); drop it");
    expect(() => gmm(data.iris.X, {} as never)).toThrow(
      "nComponents must be an integer in [1, 150]",
    );
    expect(() => gmm(data.iris.X, { nComponents: 2, covarianceType: "round" as never })).toThrow(
      'gmm: covarianceType must be one of "full", "tied", "diag", "spherical"',
    );
    expect(() => gmm([[1], [Number.NaN]], { nComponents: 1 })).toThrow("X[1][0] is NaN");
    const init = { weights: [0.5, 0.4], means: [[0], [1]], covariances: [[[1]], [[1]]] };
    const one = [[1], [2], [4]];
    expect(() => gmm(one, { nComponents: 2, init })).toThrow("init.weights must sum to 1");
    const good = { ...init, weights: [0.5, 0.5] };
    expect(() => gmm(one, { nComponents: 3, init: good })).toThrow(
      "gmm: init.weights must have length 3 (nComponents), got 2",
    );
    const tied = { ...good, covariances: [[[1]], [[2]]] };
    expect(() => gmm(one, { nComponents: 2, init: tied, covarianceType: "tied" })).toThrow(
      "gmm: init.covariances[1] must be tied, see [0][0]",
    );
    expect(() => gmm(one, { nComponents: 2, init: good }).predict([[1, 2]])).toThrow(
      "gmm.predict: Xnew must have 1 columns",
    );
    expect(() => gmm(one, { nComponents: 1 }).sample(rng(1), -1)).toThrow("gmm.sample: n must be");
  });

  test("collinear columns collapse a covariance, and it is said", () => {
    const line = [1, 2, 3, 5, 7].map((v) => [v, 2 * v]);
    expect(gmm(line, { nComponents: 1 }).message).toContain("component 0 has collapsed");
    expect(() => gmm(line, { nComponents: 1, regCovar: 0 })).toThrow("covariance of component 0");
    expect(gmm([[0], [1], [2], [5]], { nComponents: 1 }).message).not.toContain("collapsed");
  });

  test("huge data, and rows too far away", () => {
    const X = [[0], [1], [30], [40]];
    const [near, far] = [X, X.map(([v]) => [v * 1e148])].map((A) => gmm(A, { nComponents: 2 }));
    expect(far.labels).toEqual(near.labels);
    expectClose(far.weights, near.weights, { rtol: 1e-6 });
    expectClose(far.logLikelihood, near.logLikelihood - 4 * Math.log(1e148), { rtol: 1e-9 });
    const tight = gmm([[1e-9], [3e-9], [4e-9], [0]], { nComponents: 1 });
    expect(() => tight.predictProba([[1e150]])).toThrow("gmm: row 0 lies too far");
  });
});
