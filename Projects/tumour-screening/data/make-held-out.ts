/**
 * Makes held-out.csv: what logistic regression and a support vector machine say of each of 569 tumours
 * when it is held out, by nested cross-validation, for ten divisions into folds and for other choices.
 * From the course's root: node node_modules/tsx/dist/cli.mjs Projects/tumour-screening/data/make-held-out.ts
 */
import { join } from "node:path";
import { data, learn, rng, stats } from "../../../lib";

type Rows = number[];
type Fold = { train: Rows; test: Rows };
const here = import.meta.dirname;
const cells = data.readCSV(join(here, "breast_cancer.csv"));
const columns = cells.columns.filter((name: string) => name !== "diagnosis");
const X = data.toMatrix(cells, columns);
const y = cells.column("diagnosis").values.map((d) => (d === "malignant" ? 1 : 0));

const PENALTIES = [0.03, 0.1, 0.3, 1, 3, 10];
const SETTINGS = [1, 10].flatMap((C) => [0.003, 0.01, 0.03].map((gamma) => ({ C, gamma })));
const pick = <T>(v: readonly T[], rows: Rows) => rows.map((n) => v[n]);

/** Scores of `use` by a model that learned `from`, standardised by the rows it learned from. */
type Score = (A: number[][], d: number[], B: number[][]) => number[];
const logistic =
  (C: number): Score =>
  (A, d, B) => {
    const units = learn.standardize(A);
    const { coef, intercept } = learn.logisticRegression(units.Z, d, { C });
    return units.transform(B).map((z) => z.reduce((s, v, j) => s + v * coef[0][j], intercept[0]));
  };
const machine =
  (s: { C: number; gamma: number }): Score =>
  (A, d, B) => {
    const units = learn.standardize(A);
    const model = learn.svm(units.Z, d, { kernel: "rbf", ...s });
    return model.decisionFunction(units.transform(B)).map(([f]) => f);
  };

/** ln(1 + e^z) − y·z, averaged: the log loss of log-odds z. */
const loss = (z: Rows, d: Rows) =>
  stats.mean(z.map((v, n) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))) - d[n] * v));

/** Inner out-of-fold scores of the rows of A, in the order of the rows. */
function inner(score: Score, A: number[][], d: Rows, folds: Fold[]) {
  const out = new Array<number>(A.length);
  for (const { train, test } of folds) {
    const f = score(pick(A, train), pick(d, train), pick(A, test));
    test.forEach((n, i) => {
      out[n] = f[i];
    });
  }
  return out;
}

const best = (losses: Rows) => losses.indexOf(Math.min(...losses));

/** Nested cross-validation: all that is chosen or calibrated is so on the outer training rows alone. */
function nested(all: number[][], folds: Fold[]) {
  const out = y.map(() => ({ logistic: 0, score: 0, platt: 0, isotonic: 0 }));
  const chosen = folds.map(({ train, test }) => {
    const [A, d, B] = [pick(all, train), pick(y, train), pick(all, test)];
    const within = learn.stratifiedKFold(d, { nSplits: 4, rng: rng(70) });
    const C = PENALTIES[best(PENALTIES.map((c) => loss(inner(logistic(c), A, d, within), d)))];
    const z = logistic(C)(A, d, B);
    const tried = SETTINGS.map((s) => {
      const f = inner(machine(s), A, d, within);
      const { slope, intercept } = learn.plattScaling(f, d);
      return {
        s,
        f,
        slope,
        intercept,
        loss: loss(
          f.map((v) => slope * v + intercept),
          d,
        ),
      };
    });
    const { s, f, slope, intercept } = tried[best(tried.map((t) => t.loss))];
    const scores = machine(s)(A, d, B);
    const shares = learn.isotonicRegression(f, d).predict(scores);
    test.forEach((n, i) => {
      out[n] = {
        logistic: z[i],
        score: scores[i],
        platt: slope * scores[i] + intercept,
        isotonic: shares[i],
      };
    });
    return [C, s.C, s.gamma];
  });
  return { out, chosen };
}

const divide = (nSplits: number, seed: number) =>
  learn.stratifiedKFold(y, { nSplits, rng: rng(seed) });
const only = (keep: (name: string) => boolean) =>
  X.map((row) => row.filter((_, j) => keep(columns[j])));
const blocks = learn.kFold(569, { nSplits: 10, shuffle: false });
const three = ["worst_area", "worst_smoothness", "mean_texture"];
const studies: [string, number[][], Fold[]][] = [
  ...Array.from({ length: 10 }, (_, k): [string, number[][], Fold[]] => [
    `${k}`,
    X,
    divide(10, 100 + k),
  ]),
  ["5folds", X, divide(5, 100)],
  ["20folds", X, divide(20, 100)],
  ["blocks", X, blocks],
  ["noworst", only((name) => !name.startsWith("worst_")), divide(10, 100)],
  ["means", only((name) => name.startsWith("mean_")), divide(10, 100)],
  ["onesize", only((name) => !/perimeter|area/.test(name)), divide(10, 100)],
  ["three", only((name) => three.includes(name)), divide(10, 100)],
  ["logs", X.map((row) => row.map((v) => Math.log(v + 0.001))), divide(10, 100)],
];
const round = (v: number, digits: number) => Number(v.toFixed(digits));
const table: Record<string, number[]> = {};
for (const [name, all, folds] of studies) {
  const begun = process.cpuUsage().user;
  const { out, chosen } = nested(all, folds);
  table[`logistic_${name}`] = out.map((o) => round(o.logistic, 3));
  table[`platt_${name}`] = out.map((o) => round(o.platt, 3));
  if (/^\d$/.test(name)) {
    table[`svm_${name}`] = out.map((o) => round(o.score, 3));
    table[`isotonic_${name}`] = out.map((o) => round(o.isotonic, 4));
  }
  const seconds = ((process.cpuUsage().user - begun) / 1e6).toFixed(1);
  console.log(name, seconds, "s", JSON.stringify(chosen));
}
const names = Object.keys(table);
data.writeCSV(
  join(here, "held-out.csv"),
  data.toDataFrame(
    y.map((_, n) => names.map((name) => table[name][n])),
    { columns: names },
  ),
);
console.log(data.checksum(join(here, "held-out.csv")), process.version);
