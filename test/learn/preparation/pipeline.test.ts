import { DataFrame } from "danfojs-node";
import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import {
  accuracy,
  crossValidate,
  gridSearch,
  imputer,
  kFold,
  lda,
  linearRegression,
  meanSquaredError,
  naiveBayes,
  oneHot,
  pca,
  pipeline,
  r2,
  ridge,
  standardize,
  svm,
} from "../../../lib/learn";
import { data, expectClose } from "../helpers";

const { X, y } = data.wine;

describe("pipeline", () => {
  test("is the steps one after the other", () => {
    const model = pipeline([standardize, (Z) => pca(Z, { nComponents: 3 }), svm])(X, y);
    const units = standardize(X);
    const axes = pca(units.Z, { nComponents: 3 });
    const alone = svm(axes.transform(units.Z), y);
    expect(model.predict(X)).toEqual(alone.predict(axes.transform(units.transform(X))));
    expectClose(model.transform(X), axes.scores, { rtol: 1e-9, atol: 1e-12 });
    expect(model.steps.length).toBe(2);
    expect([model.converged, model.nit, model.message]).toEqual([
      alone.converged,
      alone.nit,
      alone.message,
    ]);
    expect(model.classes).toEqual([0, 1, 2]);
    expect(model.predictProba).toBeUndefined();
    expectClose(model.decisionFunction!(X), alone.decisionFunction(axes.scores), {
      rtol: 1e-6,
      atol: 1e-9,
    });
  });

  test("a step with two parameters gets the labels", () => {
    const train = pipeline([(Z: Matrix, t: number[]) => lda(Z, t), naiveBayes]);
    const model = train(X, y);
    expect(model.transform(X)[0].length).toBe(2);
    expect(accuracy(y, model.predict(X))).toBeGreaterThan(0.98);
    for (const row of model.predictProba!(X)) expectClose(row[0] + row[1] + row[2], 1);
  });

  test("nothing is fitted on what is held out", () => {
    // A step that remembers every row it learns from.
    const learnt: number[][] = [];
    const spy = (Z: Matrix) => {
      learnt.push(Z.map((row) => row[0]));
      return { transform: (A: Matrix) => A };
    };
    const rows = X.map((_, n) => [n]);
    const folds = kFold(X.length, { nSplits: 3 });
    crossValidate(pipeline([spy, linearRegression]), rows, y, { score: meanSquaredError, folds });
    expect(learnt).toEqual(folds.map(({ train }) => train));
  });

  test("closes the leak of a selection made on all the data", () => {
    // 40 samples, 1000 columns of pure noise: no model can know the labels. Chosen by the labels of
    // all samples, twenty columns seem to tell them. Ten such data sets, for one is a matter of chance.
    const random = rng(11);
    const t = Array.from({ length: 40 }, (_, n) => n % 2);
    const select = (Z: Matrix, labels: number[]) => {
      const score = Z[0].map((_, j) =>
        Math.abs(Z.reduce((s, row, n) => s + row[j] * (labels[n] === 1 ? 1 : -1), 0)),
      );
      const order = score.map((_, j) => j).sort((a, b) => score[b] - score[a]);
      const kept = order.slice(0, 20);
      return { transform: (A: Matrix) => A.map((row) => kept.map((j) => row[j])) };
    };
    const options = { score: accuracy };
    let [leaky, honest] = [0, 0];
    for (let trial = 0; trial < 10; trial++) {
      const noise = t.map(() => Array.from({ length: 1000 }, () => random.normal()));
      const chosen = select(noise, t).transform(noise);
      leaky += crossValidate(naiveBayes<number>, chosen, t, options).mean / 10;
      honest += crossValidate(pipeline([select, naiveBayes<number>]), noise, t, options).mean / 10;
    }
    expect(leaky).toBeGreaterThan(0.9);
    // Ten times 40 guesses have a standard error of 0.025 and, as folds share data, somewhat more.
    expect(Math.abs(honest - 0.5)).toBeLessThan(0.12);
  });

  test("is searched by gridSearch, steps and model together", () => {
    const fit = (A: Matrix, t: number[], { m, alpha }: { m: number; alpha: number }) =>
      pipeline([
        standardize,
        (Z) => pca(Z, { nComponents: m }),
        (Z: Matrix, u: number[]) => ridge(Z, u, { alpha }),
      ])(A, t);
    const target = X.map((row) => row[0]);
    const rest = X.map((row) => row.slice(1));
    const { bestParams, model } = gridSearch(
      fit,
      rest,
      target,
      { m: [1, 12], alpha: [1, 1e5] },
      {
        score: r2,
      },
    );
    expect(bestParams).toEqual({ m: 12, alpha: 1 });
    expect(model.steps.length).toBe(2);
  });

  test("of frames: imputes, codes and learns within each fold", () => {
    const random = rng(2);
    const towns = ["Bonn", "Oslo", "Rome"];
    const town = Array.from({ length: 90 }, () => towns[random.integers(0, 3)]);
    const size = town.map(() => random.normal(50, 10));
    const price = town.map((name, n) => 2 * size[n] + 30 * towns.indexOf(name) + random.normal());
    const df = new DataFrame({
      town: town.map((name, n) => (n % 17 === 3 ? Number.NaN : name)),
      size: size.map((v, n) => (n % 20 === 5 ? Number.NaN : v)),
    } as never);
    const train = pipeline([
      imputer,
      (F) => imputer(F, { strategy: "mostFrequent" }),
      (F) => oneHot(F, { drop: "first" }),
      standardize,
      linearRegression,
    ]);
    const model = train(df, price);
    expect(model.transform(df)[0].length).toBe(3);
    const { scores } = crossValidate(train, df, price, { score: r2 });
    expect(scores.length).toBe(5);
    expect(Math.min(...scores)).toBeGreaterThan(0.5);
    const search = gridSearch(
      (F: DataFrame, t: number[], { drop }: { drop: "none" | "first" }) =>
        pipeline([
          imputer,
          (G) => imputer(G, { strategy: "mostFrequent" }),
          (G) => oneHot(G, { drop }),
          (Z: Matrix, u: number[]) => ridge(Z, u),
        ])(F, t),
      df,
      price,
      { drop: ["none", "first"] },
      { score: r2 },
    );
    expect(search.results.length).toBe(2);
    expect(search.model.predict(df).length).toBe(90);
  });

  test("the model alone, and reports that something did not converge", () => {
    const alone = pipeline([ridge])(X, y);
    expect(alone.predict(X)).toEqual(ridge(X, y).predict(X));
    const slow = pipeline([
      () => ({ transform: (Z: Matrix) => Z, converged: false }),
      linearRegression,
    ]);
    expect(slow(X, y).converged).toBe(false);
  });

  test("refuses what is no pipeline", () => {
    expect(() => pipeline([] as never)).toThrow("pipeline: steps must be a list of functions");
    expect(() => pipeline([standardize(X), ridge] as never)).toThrow(
      "pipeline: steps[0] must be a function, got an Object",
    );
    expect(() => pipeline([ridge, ridge] as never)(X, y)).toThrow(
      "pipeline: steps[0] must return an object with transform, got an Object",
    );
    expect(() => pipeline([standardize, (Z: Matrix) => standardize(Z)] as never)(X, y)).toThrow(
      "pipeline: steps[1] must return an object with predict",
    );
    const model = pipeline([standardize, ridge])(X, y);
    expect(() => model.predict([[1]])).toThrow(
      "standardize.transform: Xnew must have 13 columns (columns of X), got 1×1",
    );
    const one = new DataFrame({ a: [1] } as never);
    expect(() =>
      crossValidate(pipeline([imputer, oneHot, ridge]), one, [1], { score: r2 }),
    ).toThrow("crossValidate: X must have at least 2 rows, got 1");
  });
});
