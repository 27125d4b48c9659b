/**
 * Models against scikit-learn: `npm run bench -- learn [model …]`.
 *
 * Both get the same data and start from the same point where the model allows one, and take turns in
 * one run. The objective each of them reaches stands beside the times, since a fit that stops earlier
 * is no faster fit.
 */

import type { Matrix, Vector } from "../lib/core";
import type * as Learn from "../lib/learn";
import { alternate, here, median, ratio, there } from "./alternate";
import { compiled } from "./compiled";
import { PythonPeer } from "./python";
import type { Choice } from "./run";
import { duration, machine, markdownTable, times } from "./table";

const { rng } = compiled<typeof import("../lib/core")>("core");
const learn = compiled<typeof Learn>("learn");

/** What the models are fitted to; Python holds the same under the same names. */
interface Data {
  /** Digits, 1797×64, in [0, 1], and their labels. */
  digits: Matrix;
  digit: Vector;
  /** Digits in 20 principal components. */
  scores: Matrix;
  /** Breast cancer, 569×30, standardised, and its labels. */
  cancer: Matrix;
  tumour: Vector;
  /** 150 rows of 4096 random columns. */
  wide: Matrix;
  /** 400 inputs in 3 columns, and a smooth function of them with noise. */
  inputs: Matrix;
  targets: Vector;
}

/** One fit as both spell it, and the objective that tells how good it is. */
interface Fit {
  model: string;
  on: string;
  ours: (d: Data) => unknown;
  /** Objective of what `ours` returns. */
  value: (fitted: never) => number;
  sklearn: string;
  /** The same objective of scikit-learn's `m`. */
  sklearnValue: string;
}

const K10 = Array.from({ length: 10 }, (_, k) => k);

const FITS: Fit[] = [
  {
    model: "pca",
    on: "digits 1797×64, 20 components",
    ours: ({ digits }) => learn.pca(digits, { nComponents: 20 }),
    value: (m: Learn.Pca) => m.explainedVarianceRatio.reduce((s, v) => s + v),
    sklearn: "pca(digits, 20)",
    sklearnValue: "m.explained_variance_ratio_.sum()",
  },
  {
    model: "pca",
    on: "random 150×4096, 20 components",
    ours: ({ wide }) => learn.pca(wide, { nComponents: 20 }),
    value: (m: Learn.Pca) => m.explainedVarianceRatio.reduce((s, v) => s + v),
    sklearn: "pca(wide, 20, svd_solver='full')",
    sklearnValue: "m.explained_variance_ratio_.sum()",
  },
  {
    model: "kMeans",
    on: "digits, K = 10, one given start",
    ours: ({ digits }) => learn.kMeans(digits, { nClusters: 10, init: digits.slice(0, 10) }),
    value: (m: Learn.KMeans) => m.inertia,
    sklearn: "KMeans(10, init=digits[:10], n_init=1, tol=0).fit(digits)",
    sklearnValue: "m.inertia_",
  },
  {
    model: "kMeans",
    on: "digits, K = 10, ten k-means++ starts",
    ours: ({ digits }) => learn.kMeans(digits, { nClusters: 10, rng: rng(1) }),
    value: (m: Learn.KMeans) => m.inertia,
    sklearn: "KMeans(10, n_init=10, tol=0, random_state=1).fit(digits)",
    sklearnValue: "m.inertia_",
  },
  ...(["full", "diag"] as const).map((type) => ({
    model: "gmm",
    on: `digits in 20 components, K = 10, ${type}, 20 iterations of EM`,
    ours: ({ scores }: Data) =>
      learn.gmm(scores, {
        nComponents: 10,
        covarianceType: type,
        init: {
          weights: K10.map(() => 0.1),
          means: scores.slice(0, 10),
          covariances: K10.map(() =>
            scores[0].map((_, i) => scores[0].map((__, j) => (i === j ? 1 : 0))),
          ),
        },
        tol: 0,
        maxIter: 20,
      }),
    value: (m: Learn.Gmm) => m.logLikelihood,
    sklearn: `GaussianMixture(10, covariance_type='${type}', weights_init=np.full(10, .1), means_init=scores[:10], precisions_init=precisions['${type}'], tol=0, max_iter=20).fit(scores)`,
    sklearnValue: "m.score(scores) * len(scores)",
  })),
  {
    model: "logisticRegression",
    on: "breast cancer 569×30, two classes",
    ours: ({ cancer, tumour }) => learn.logisticRegression(cancer, tumour),
    value: (m: Learn.LogisticRegression<number>) => m.history[m.history.length - 1].objective,
    sklearn: "LogisticRegression(max_iter=10000).fit(cancer, tumour)",
    sklearnValue: "logistic(m, cancer, tumour)",
  },
  {
    model: "logisticRegression",
    on: "digits, ten classes",
    ours: ({ digits, digit }) => learn.logisticRegression(digits, digit),
    value: (m: Learn.LogisticRegression<number>) => m.history[m.history.length - 1].objective,
    sklearn: "LogisticRegression(max_iter=10000).fit(digits, digit)",
    sklearnValue: "logistic(m, digits, digit)",
  },
  {
    model: "svm",
    on: "breast cancer, RBF",
    ours: ({ cancer, tumour }) => learn.svm(cancer, tumour),
    value: (m: Learn.Svm<number>) => m.support.length,
    sklearn: "SVC().fit(cancer, tumour)",
    sklearnValue: "len(m.support_)",
  },
  {
    model: "svm",
    on: "digits, RBF, ten classes",
    ours: ({ digits, digit }) => learn.svm(digits, digit),
    value: (m: Learn.Svm<number>) => m.support.length,
    sklearn: "SVC().fit(digits, digit)",
    sklearnValue: "len(m.support_)",
  },
  {
    model: "gaussianProcess",
    on: "400×3, RBF and noise fitted",
    ours: ({ inputs, targets }) => learn.gaussianProcess(inputs, targets),
    value: (m: Learn.GaussianProcess) => m.logMarginalLikelihood,
    sklearn:
      "GaussianProcessRegressor(ConstantKernel() * RBF() + WhiteKernel(.1), alpha=0).fit(inputs, targets)",
    sklearnValue: "m.log_marginal_likelihood_value_",
  },
];

/** Imports, and what our fits are given that scikit-learn wants in another form. */
const PREPARE = `
import warnings
warnings.simplefilter("ignore")
import sklearn
from scipy.special import logsumexp
from sklearn import datasets
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, WhiteKernel
from sklearn.linear_model import LogisticRegression
from sklearn.mixture import GaussianMixture
from sklearn.svm import SVC
def pca(X, n, **options):
    m = PCA(n, **options)
    m.scores = m.fit_transform(X)
    return m
precisions = {"full": np.array([np.eye(20)] * 10), "diag": np.ones((10, 20))}
def logistic(m, X, y):
    Z = X @ m.coef_.T + m.intercept_
    Z = np.hstack([np.zeros_like(Z), Z]) if Z.shape[1] == 1 else Z
    loss = logsumexp(Z, axis=1) - Z[np.arange(len(y)), y.astype(int)]
    return loss.sum() + (m.coef_**2).sum() / 2
`;

async function makeData(peer: PythonPeer): Promise<Data> {
  const load = async (name: string) => ({
    X: (await peer.value(`datasets.load_${name}().data.tolist()`)) as Matrix,
    y: (await peer.value(`datasets.load_${name}().target.tolist()`)) as Vector,
  });
  const [{ X: pixels, y: digit }, { X: cells, y: tumour }] = [
    await load("digits"),
    await load("breast_cancer"),
  ];
  const digits = pixels.map((row) => row.map((v) => v / 16));
  const random = rng(1);
  const inputs = Array.from({ length: 400 }, () => random.normal(0, 1, 3));
  const data: Data = {
    digits,
    digit,
    scores: learn.pca(digits, { nComponents: 20 }).scores,
    cancer: learn.standardize(cells).Z,
    tumour,
    wide: Array.from({ length: 150 }, () => random.normal(0, 1, 4096)),
    inputs,
    targets: inputs.map(([a, b, c]) => Math.sin(2 * a) + b * c + random.normal(0, 0.1)),
  };
  for (const [name, value] of Object.entries(data)) await peer.array(name, value);
  return data;
}

export const parts = [...new Set(FITS.map(({ model }) => model))];

/** Runs the comparison for the models named, or all; returns the table. */
export async function run({ names }: Choice): Promise<string> {
  const peer = new PythonPeer();
  await peer.run(PREPARE);
  const data = await makeData(peer);
  const rows: string[][] = [];
  for (const fit of FITS.filter(({ model }) => names.length === 0 || names.includes(model))) {
    const result = await alternate([
      here("ours", () => fit.ours(data)),
      there("sklearn", peer, fit.sklearn),
    ]);
    const [ours, theirs] = ["ours", "sklearn"].map((who) => result.get(who)!);
    await peer.run(`m = ${fit.sklearn}`);
    const reached = [
      fit.value(fit.ours(data) as never),
      (await peer.value(`float(${fit.sklearnValue})`)) as number,
    ];
    rows.push([
      fit.model,
      fit.on,
      duration(median(ours)),
      duration(median(theirs)),
      times(ratio(ours, theirs)),
      ...reached.map((v) => String(Number(v.toPrecision(9)))),
    ]);
    console.log(rows[rows.length - 1].join("  "));
  }
  const version = (await peer.value("sklearn.__version__")) as string;
  peer.close();
  const header = [
    "model",
    "data",
    "ours",
    "scikit-learn",
    "ours ÷ scikit-learn",
    "reached",
    "scikit-learn reached",
  ];
  return `${machine(["koffi"])}, scikit-learn ${version}\n\n${markdownTable(header, rows)}`;
}
