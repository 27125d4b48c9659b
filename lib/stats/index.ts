/**
 * Describing samples, testing hypotheses, and least squares with inference.
 *
 * **A sample is a vector.** `mean`, `variance`, `std` and `median` take a matrix too, with `axis`: 0 for a
 * value of each column, 1 for one of each row. `covariance` and `correlation` take the columns of a matrix.
 *
 * **Tests** return `statistic` and `pValue`. What is exact at small samples is exact with ties and jumps
 * as well; where "auto" goes over to an approximation, `method` says so. Every option is looked at: one that
 * is unknown, misspelt or without a value is an error, and so is an undefined sample.
 *
 * **Randomness** comes from the option `rng`, a fresh `rng(0)` where it is left out.
 *
 * What the functions are made of stands in folders: `moments` and `ranks` of a sample, `laws` of test
 * statistics, `inference`, `regression`, `bins`, and `arguments` that come in several forms.
 */

// Describing a sample

export { type CorrelationOptions, correlation } from "./correlation";
export { covariance } from "./covariance";
export { type Description, describe } from "./describe";
export { mean } from "./mean";
export { type MadOptions, mad, median } from "./median";
export { iqr, type QuantileOptions, quantile } from "./quantile";
export { rankdata } from "./rankdata";
export { type KurtosisOptions, kurtosis, type SkewnessOptions, skewness } from "./shape";
export { trimMean } from "./trimMean";
export { type DdofOptions, std, variance } from "./variance";

// Pictures of a sample

export { type Ecdf, ecdf } from "./ecdf";
export { type Histogram, type HistogramOptions, histogram } from "./histogram";
export { type Kde, type KdeOptions, kde } from "./kde";
export { type QQData, type QQOptions, type QuantileLaw, qqData } from "./qqData";

// Comparing locations

export { type AnovaResult, anova } from "./anova";
export { type Anova2Options, type Anova2Result, type Anova2Row, anova2 } from "./anova2";
export { type KruskalWallisResult, kruskalWallis } from "./kruskalWallis";
export { type MannWhitneyResult, mannWhitney } from "./mannWhitney";
export { type TTestOptions, type TTestResult, tTest } from "./tTest";
export { type TukeyOptions, type TukeyRow, tukeyHSD } from "./tukeyHSD";
export { type WelchAnovaResult, welchAnova } from "./welchAnova";
export { type WilcoxonResult, wilcoxon } from "./wilcoxon";

// Spread, shape and dependence

export {
  type CorrelationTestOptions,
  type CorrelationTestResult,
  correlationTest,
} from "./correlationTest";
export { type KSOptions, type KSResult, kolmogorovSmirnov } from "./kolmogorovSmirnov";
export { type LeveneOptions, type LeveneResult, levene } from "./levene";
export { type ShapiroResult, shapiro } from "./shapiro";

// Counts and proportions

export { type BinomialTestOptions, type BinomialTestResult, binomialTest } from "./binomialTest";
export {
  type ChiSquareResult,
  chiSquareTest,
  type FitOptions,
  type IndependenceOptions,
} from "./chiSquareTest";
export { type FisherExactResult, fisherExact } from "./fisherExact";
export {
  type MantelHaenszelOptions,
  type MantelHaenszelResult,
  mantelHaenszel,
} from "./mantelHaenszel";
export { type McNemarOptions, type McNemarResult, mcNemar } from "./mcNemar";
export { type OddsRatioOptions, oddsRatio, type RatioResult } from "./oddsRatio";
export {
  type ProportionOptions,
  type ProportionResult,
  proportionInterval,
} from "./proportionInterval";
export { relativeRisk } from "./relativeRisk";

// Many tests

export { benjaminiHochberg, bonferroni, holm } from "./corrections";

// Effect sizes and power

export { type CliffsDelta, cliffsDelta } from "./cliffsDelta";
export { cohensD } from "./cohensD";
export { cohensH } from "./cohensH";
export { type CramersV, cramersV } from "./cramersV";
export { type EtaSquared, etaSquared } from "./etaSquared";
export { hedgesG } from "./hedgesG";
export { type PowerAnovaOptions, type PowerAnovaResult, powerAnova } from "./powerAnova";
export {
  type PowerProportionOptions,
  type PowerProportionResult,
  powerProportion,
} from "./powerProportion";
export { type PowerTTestOptions, type PowerTTestResult, powerTTest } from "./powerTTest";

// Resampling

export { type BootstrapOptions, type BootstrapResult, bootstrap } from "./bootstrap";
export {
  type PermutationOptions,
  type PermutationResult,
  type PermutationType,
  permutationTest,
} from "./permutationTest";

// Regression

export { glm } from "./glm";
export { type NestedFTestResult, nestedFTest } from "./nestedFTest";
export { ols } from "./ols";
export { vif } from "./vif";

// Series

export { type Autocorrelation, autocorrelation, type LagOptions } from "./autocorrelation";
export { type LjungBoxOptions, type LjungBoxResult, ljungBox } from "./ljungBox";
export { type PartialAutocorrelation, partialAutocorrelation } from "./partialAutocorrelation";

// Types

export type { AxisOptions } from "./arguments/alongAxis";
export type { BinRule } from "./bins/edges";
export type { GlmOptions, GlmPrediction, GlmResult, GlmRow } from "./glm/result";
export type { Alternative } from "./inference/alternative";
export type { AlternativeOptions, Interval, IntervalOptions } from "./inference/interval";
export type { RankTestOptions } from "./inference/rankTest";
export type { StandardizedMean, StandardizedMeanOptions } from "./inference/standardizedMean";
export type { QuantileType } from "./ranks/quantileSorted";
export type { CoefficientRow } from "./regression/coefficients";
export type { Level } from "./regression/factors";
export type { OlsOptions, OlsResult } from "./regression/olsResult";
export type { OlsPrediction } from "./regression/predict";
export type { CovarianceKind } from "./regression/spread";
