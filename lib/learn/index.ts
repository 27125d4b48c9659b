/**
 * Models, fitted in one call: `const model = gmm(X, { nComponents: 3, rng: rng(1) })`.
 *
 * **Data** are matrices with a row for each sample and a column for each feature; labels are numbers or
 * strings, targets numbers. They are never changed. A model is a plain object: its fitted parameters,
 * functions such as `predict(Xnew)`, and how the fit went ({@link FitReport}): `converged`, `nit`,
 * `message`, and `history`, for each iteration an object such as `{ inertia }`. A fit that runs out of iterations says
 * so and does not throw; data that admit no fit throw, with the name of what is wrong.
 *
 * **Randomness** comes from the option `rng`. Where it is left out a fresh `rng(0)` is used: the same
 * call gives the same result, and other seeds tell how much hangs on chance.
 *
 * **Units.** Methods that measure distances or penalise weights depend on the units of the columns:
 * `standardize` first, on the training data alone, and `transform` new data by the same numbers.
 *
 * **To prepare data** without a look at what is held back, join the steps and the model in a `pipeline`;
 * `imputer` and `oneHot` make matrices of data frames.
 *
 * **Networks** are lists of neighbours, one for each vertex: their pieces (`components`), what a vertex holds
 * together (`articulation`), whom shortest paths pass (`betweenness`), and a null with the same degrees (`rewire`).
 *
 * **To judge a model** hold data back: `trainTestSplit`, `kFold`, `groupKFold`, `timeSeriesSplit`, `crossValidate`, `gridSearch`, and
 * the scores from `accuracy` to `silhouette`.
 */

// Preparing data

export { type Imputer, type ImputerOptions, imputer } from "./preparation/imputer";
export { type OneHot, type OneHotOptions, oneHot } from "./preparation/oneHot";
export {
  type Pipeline,
  type PipelineModel,
  type PipelineStep,
  pipeline,
  type Table,
  type Transformer,
} from "./preparation/pipeline";
export { type Standardized, type StandardizeOptions, standardize } from "./standardize";

// Holding back and choosing

export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
  type PassRows,
  type Predictor,
} from "./crossValidate";
export { type Fold, type FoldOptions, kFold, stratifiedKFold } from "./folds";
export {
  type GridSearch,
  type GridSearchOptions,
  gridSearch,
  type SearchProgress,
} from "./gridSearch";
export { groupKFold } from "./groupKFold";
export { type Split, type SplitOptions, trainTestSplit } from "./split";
export { type TimeSeriesOptions, timeSeriesSplit } from "./timeSeriesSplit";

// Regression

export { productKernel, sumKernel } from "./gaussianProcess/composeKernels";
export { type GaussianProcess, gaussianProcess } from "./gaussianProcess/gaussianProcess";
export {
  type IntegratedWienerOptions,
  integratedWienerKernel,
} from "./gaussianProcess/integratedWiener";
export {
  type LinearKernelOptions,
  linearKernel,
  type PeriodicOptions,
  periodicKernel,
} from "./gaussianProcess/otherKernels";
export {
  type RationalQuadraticOptions,
  rationalQuadraticKernel,
} from "./gaussianProcess/rationalQuadratic";
export { maternKernel, rbfKernel, type StationaryOptions } from "./gaussianProcess/stationary";
export {
  type BayesianLinearRegression,
  type BayesianOptions,
  bayesianLinearRegression,
  type PredictiveDistribution,
} from "./linear/bayesian";
export { type ElasticNet, type ElasticNetOptions, elasticNet } from "./linear/elasticNet";
export { type LassoOptions, lasso } from "./linear/lasso";
export { type LassoPath, type LassoPathOptions, lassoPath } from "./linear/lassoPath";
export {
  type LinearRegression,
  type LinearRegressionOptions,
  linearRegression,
} from "./linear/linearRegression";
export { type Ridge, type RidgeOptions, ridge } from "./linear/ridge";

// Classification

export { type Lda, type LdaOptions, lda } from "./discriminant/lda";
export { type Qda, type QdaOptions, qda } from "./discriminant/qda";
export { type Knn, type KnnOptions, knn, type Neighbors } from "./knn/knn";
export {
  type LogisticOptions,
  type LogisticRegression,
  logisticRegression,
} from "./logistic/logisticRegression";
export { type Mlp, mlp } from "./mlp/mlp";
export { type NaiveBayes, type NaiveBayesOptions, naiveBayes } from "./naiveBayes/naiveBayes";
export { type Svm, type SvmOptions, svm } from "./svm/svm";

// Calibration

export {
  type CalibratedClassifier,
  type CalibratedOptions,
  calibratedClassifier,
  type ScoringClassifier,
} from "./calibration/calibratedClassifier";
export {
  type IsotonicOptions,
  type IsotonicRegression,
  isotonicRegression,
} from "./calibration/isotonic";
export { type PlattOptions, type PlattScaling, plattScaling } from "./calibration/platt";

// Components and clusters

export { type Gmm, gmm } from "./gmm/gmm";
export { type KMeans, type KMeansOptions, kMeans } from "./kMeans/kMeans";
export { type Pca, type PcaOptions, pca } from "./pca/pca";
export { type Ppca, type PpcaOptions, ppca } from "./pca/ppca";
export {
  type FourierFeatures,
  type FourierOptions,
  randomFourierFeatures,
} from "./spectral/randomFourierFeatures";
export {
  type SpectralClustering,
  type SpectralOptions,
  spectralClustering,
} from "./spectral/spectralClustering";

// Networks

export { articulation } from "./network/articulation";
export { betweenness } from "./network/betweenness";
export { type ComponentsOptions, components } from "./network/components";
export { type Rewired, type RewireOptions, rewire } from "./network/rewire";

// Scores

export {
  accuracy,
  adjustedRandIndex,
  auc,
  averagePrecision,
  type BinaryOptions,
  brierScore,
  type CalibrationCurve,
  type CalibrationCurveOptions,
  type Confusion,
  calibrationCurve,
  confusionMatrix,
  f1,
  type LogLossOptions,
  logLoss,
  type MatthewsOptions,
  type MetricWeights,
  matthewsCorrelation,
  meanAbsoluteError,
  meanSquaredError,
  normalizedMutualInfo,
  type PrecisionOptions,
  type PrecisionRecallCurve,
  precision,
  precisionRecallCurve,
  type RocCurve,
  r2,
  recall,
  rocAuc,
  rocCurve,
  rootMeanSquaredError,
  silhouette,
  silhouetteSamples,
} from "./metrics";

// Types

export type { GaussianProcessOptions } from "./gaussianProcess/fit";
export type { Kernel, KernelParameter } from "./gaussianProcess/kernel";
export type { GmmStep } from "./gmm/em";
export type { CovarianceType } from "./gmm/mixture";
export type { GmmOptions } from "./gmm/options";
export type { GmmStart } from "./gmm/start";
export type { Metric } from "./knn/search";
export type { Label } from "./labels";
export type { Activation, Layers } from "./mlp/network";
export type { MlpOptions } from "./mlp/options";
export type { NeighborLists } from "./network/neighbors";
export type { FitReport } from "./report";
export type { AffinityKind } from "./spectral/affinity";
export type { KernelChoice, KernelOptions } from "./svm/kernels";
export type { SvmMachine } from "./svm/machine";
export type { WeightOptions } from "./weights";
