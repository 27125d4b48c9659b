export { type AnovaResult, anova } from "./anova";
export type { AxisOptions } from "./arguments/alongAxis";
export type { BinRule } from "./bins/edges";
export { type BootstrapOptions, type BootstrapResult, bootstrap } from "./bootstrap";
export {
  type ChiSquareResult,
  chiSquareTest,
  type FitOptions,
  type IndependenceOptions,
} from "./chiSquareTest";
export { benjaminiHochberg, bonferroni, holm } from "./corrections";
export { type CorrelationOptions, correlation } from "./correlation";
export { covariance } from "./covariance";
export { type Description, describe } from "./describe";
export { type Histogram, type HistogramOptions, histogram } from "./histogram";
export type { Alternative } from "./inference/alternative";
export type { RankTestOptions } from "./inference/rankTest";
export { type Kde, type KdeOptions, kde } from "./kde";
export { type KSOptions, type KSResult, kolmogorovSmirnov } from "./kolmogorovSmirnov";
export { type MannWhitneyResult, mannWhitney } from "./mannWhitney";
export { mean } from "./mean";
export { type MadOptions, mad, median } from "./median";
export { ols } from "./ols";
export {
  type PermutationOptions,
  type PermutationResult,
  type PermutationType,
  permutationTest,
} from "./permutationTest";
export { iqr, type QuantileOptions, quantile } from "./quantile";
export { rankdata } from "./rankdata";
export type { QuantileType } from "./ranks/quantileSorted";
export type { CoefficientRow } from "./regression/coefficients";
export type { OlsOptions, OlsResult } from "./regression/olsResult";
export type { OlsPrediction } from "./regression/predict";
export { type KurtosisOptions, kurtosis, type SkewnessOptions, skewness } from "./shape";
export { type ShapiroResult, shapiro } from "./shapiro";
export { trimMean } from "./trimMean";
export { type TTestOptions, type TTestResult, tTest } from "./tTest";
export { type DdofOptions, std, variance } from "./variance";
export { type WilcoxonResult, wilcoxon } from "./wilcoxon";
