export type { BinaryOptions } from "./binary";
export { brierScore } from "./brier";
export {
  type CalibrationCurve,
  type CalibrationCurveOptions,
  calibrationCurve,
} from "./calibrationCurve";
export {
  adjustedRandIndex,
  normalizedMutualInfo,
  silhouette,
  silhouetteSamples,
} from "./clustering";
export { accuracy, type Confusion, confusionMatrix } from "./confusion";
export { type LogLossOptions, logLoss } from "./logLoss";
export { type MatthewsOptions, matthewsCorrelation } from "./matthews";
export { f1, type PrecisionOptions, precision, recall } from "./precision";
export {
  averagePrecision,
  type PrecisionRecallCurve,
  precisionRecallCurve,
} from "./precisionRecall";
export {
  type MetricWeights,
  meanAbsoluteError,
  meanSquaredError,
  r2,
  rootMeanSquaredError,
} from "./regression";
export { auc, type RocCurve, rocAuc, rocCurve } from "./roc";
