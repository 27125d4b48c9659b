export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
  type Predictor,
} from "./crossValidate";
export { type Fold, type FoldOptions, kFold, stratifiedKFold } from "./folds";
export {
  type GridSearch,
  type GridSearchOptions,
  gridSearch,
  type SearchProgress,
} from "./gridSearch";
export { type KMeans, type KMeansOptions, kMeans } from "./kMeans";
export type { Label } from "./labels";
export {
  accuracy,
  adjustedRandIndex,
  auc,
  type Confusion,
  confusionMatrix,
  f1,
  type LogLossOptions,
  logLoss,
  meanAbsoluteError,
  meanSquaredError,
  normalizedMutualInfo,
  type PrecisionOptions,
  precision,
  type RocCurve,
  type RocOptions,
  r2,
  recall,
  rocAuc,
  rocCurve,
  rootMeanSquaredError,
  silhouette,
  silhouetteSamples,
} from "./metrics";
export { type Pca, type PcaOptions, pca } from "./pca";
export type { FitReport } from "./report";
export { type Split, type SplitOptions, trainTestSplit } from "./split";
export { type Standardized, type StandardizeOptions, standardize } from "./standardize";
