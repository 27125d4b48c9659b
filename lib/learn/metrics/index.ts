export {
  adjustedRandIndex,
  normalizedMutualInfo,
  silhouette,
  silhouetteSamples,
} from "./clustering";
export { accuracy, type Confusion, confusionMatrix } from "./confusion";
export { type LogLossOptions, logLoss } from "./logLoss";
export { f1, type PrecisionOptions, precision, recall } from "./precision";
export {
  meanAbsoluteError,
  meanSquaredError,
  r2,
  rootMeanSquaredError,
} from "./regression";
export { auc, type RocCurve, type RocOptions, rocAuc, rocCurve } from "./roc";
