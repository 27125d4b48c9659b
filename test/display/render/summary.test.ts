import { describe, expect, test } from "vitest";
import { summarised } from "../../../lib/core";
import * as display from "../../../lib/display";
import * as learn from "../../../lib/learn";
import * as optimize from "../../../lib/optimize";
import * as stats from "../../../lib/stats";

const textOf = (...things: unknown[]) => display.bundles(...things).map((b) => b["text/plain"]);

/** The names and values of a summary. */
const factsOf = (thing: object): Record<string, string> =>
  Object.fromEntries(
    textOf(thing)[0]
      .split("\n")
      .map((line) => line.split(/ {2,}/))
      .filter((cells) => cells.length === 2)
      .map(([name, value]) => [name, value]),
  );

describe("the summary of a result", () => {
  test("is a table of its numbers and words, with what it is above and what can be called below", () => {
    const fit = { inertia: 1.234567, converged: true, predict: () => 1, message: "done" };
    const [bundle, ...rest] = display.bundles(summarised("k-means", fit));
    expect(rest).toEqual([]);
    expect(bundle["text/plain"]).toBe(
      "k-means\n           value\n------------------\n" +
        "inertia    1.235\nconverged  true\nmessage    done\nmethods    predict",
    );
    expect(bundle["text/html"]).toContain('<caption style="text-align: left">k-means</caption>');
  });

  test.each<[unknown, string | undefined]>([
    [Number.NaN, "–"],
    [null, "–"],
    [undefined, undefined],
    [[1, 2.34567], "(1, 2.346)"],
    [[1, 2, 3, 4, 5, 6, 7], "7 numbers"],
    [["a", "b"], "a, b"],
    [Array.from("abcdefgh"), "8 words"],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      "2×3 matrix",
    ],
    [[[[1]], [[2]]], "2 matrices"],
    [[[1], [2, 3]], "2 in a list"],
    [[{ a: 1 }], "1 in a list"],
    [[], undefined],
    [{ model: 2, residual: 27 }, "model 2, residual 27"],
    [{ deep: [1] }, undefined],
    [new Map([["a", 1]]), "a Map of size 1"],
  ])("says %j in a few words", (value, text) => {
    expect(factsOf(summarised("result", { known: 1, value })).value).toBe(text);
  });

  test("leaves out how it went there", () => {
    const { nit, history } = factsOf(summarised("fit", { nit: 2, history: [1, 2] }));
    expect([nit, history]).toEqual(["2", undefined]);
  });

  test("has the result's own table first, and not its columns again", () => {
    const fit = {
      coef: [1, 2],
      table: [
        { name: "x1", coef: 1 },
        { name: "x2", coef: 2 },
      ],
      sigma: 0.5,
      warnings: ["x1 is all but constant"],
    };
    const [text] = textOf(summarised("ols", fit));
    expect(text).toBe(
      "ols\nname  coef\n----------\nx1       1\nx2       2\n\n" +
        "          value\n--------------------------------\n" +
        "sigma     0.5\nwarnings  x1 is all but constant",
    );
    expect(display.bundles(summarised("ols", fit))[0]["text/html"]).toMatch(
      /<\/table>\n<table class="mml-table">/,
    );
  });

  test("takes name, caption and digits as other things do", () => {
    const fit = summarised("t-test", { statistic: 1.23456 });
    expect(textOf({ before: fit })[0]).toMatch(/^before: t-test\n/);
    expect(textOf(fit, { caption: "said", digits: 2 })[0]).toMatch(
      /^said\n.*\n.*\nstatistic +1\.2$/,
    );
  });

  test("is no longer that of a copy", () => {
    expect(textOf({ ...summarised("t-test", { a: 1, b: 2 }) })[0]).toMatch(/^ +value\n/);
  });

  test("says of a getter that throws that it cannot be read", () => {
    const broken = {
      get x() {
        throw new Error("no");
      },
    };
    expect(factsOf(summarised("fit", broken)).x).toBe("(unreadable: no)");
  });
});

describe("what the library returns", () => {
  const X = [
    [0, 1],
    [1, 3],
    [2, 2],
    [3, 5],
    [10, 9],
    [11, 12],
    [12, 10],
    [13, 14],
  ];
  const y = [1, 2, 2.5, 4, 10, 11.5, 12, 13];
  const labels = y.map((v) => (v > 5 ? "high" : "low"));

  test.each<[string, object, string[]]>([
    ["ordinary least squares", stats.ols(X, y), ["rSquared", "sigma", "methods"]],
    ["t-test", stats.tTest(y), ["statistic", "pValue", "confidenceInterval"]],
    ["chi-square test", stats.chiSquareTest([10, 20]), ["statistic", "pValue"]],
    ["analysis of variance", stats.anova([y, X.map(([a]) => a)]), ["statistic", "df"]],
    [
      "Kolmogorov–Smirnov test",
      stats.kolmogorovSmirnov(
        y,
        X.map(([a]) => a),
      ),
      ["pValue"],
    ],
    ["principal components", learn.pca(X), ["explainedVarianceRatio", "scores"]],
    ["k-means", learn.kMeans(X, { nClusters: 2 }), ["sizes", "inertia", "converged", "message"]],
    ["Gaussian mixture", learn.gmm(X, { nComponents: 2 }), ["weights", "bic", "methods"]],
    ["support vector machine", learn.svm(X, labels), ["classes", "gap"]],
    ["lasso", learn.lasso(X, y, { alpha: 0.1 }), ["coef", "methods"]],
    ["elastic net", learn.elasticNet(X, y, { alpha: 0.1 }), ["coef", "methods"]],
    ["minimisation", optimize.minimize(([a]) => (a - 1) ** 2, [3]), ["x", "fun", "message"]],
    ["root", optimize.root((x: number) => x - 1, { bracket: [0, 3] }), ["x", "converged"]],
  ])("%s", (kind, result, names) => {
    const [text, ...rest] = textOf(result);
    expect(rest).toEqual([]);
    expect(text.split("\n")[0]).toBe(kind);
    expect(Object.keys(factsOf(result))).toEqual(expect.arrayContaining(names));
    expect(text.split("\n").length).toBeLessThan(30);
  });

  test("is compact however large it is", () => {
    const large = Array.from({ length: 2000 }, (_, n) => [Math.sin(n), Math.cos(3 * n), n % 7]);
    const [text] = textOf(learn.kMeans(large, { nClusters: 20, nInit: 1 }));
    expect(text.length).toBeLessThan(600);
    expect(text).toContain("labels     2000 numbers");
  });
});
