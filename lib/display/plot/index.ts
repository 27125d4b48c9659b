/** Figures as plain data for Plotly: each helper returns {data, layout, config, alt} for `show`. */
export { type AnimateOptions, animate } from "./animate";
export { type BarOptions, bar, type HistogramOptions, histogram } from "./bar";
export { type BiplotOptions, biplot } from "./biplot";
export { layers, type SubplotsOptions, subplots } from "./compose";
export {
  box,
  type SpectrumOptions,
  type SpreadOptions,
  type StemOptions,
  spectrum,
  stem,
  violin,
} from "./distribution";
export {
  type ContourOptions,
  contour,
  type DecisionOptions,
  decisionRegions,
  type Field,
  type PlaneFunction,
  type SurfaceOptions,
  surface,
} from "./field";
export {
  type BandOptions,
  band,
  type Curve,
  type CurveOptions,
  curve,
  type LineOptions,
  line,
  steps,
} from "./line";
export { type HeatmapOptions, heatmap, type ImageOptions, image } from "./matrix";
export { type ScatterOptions, scatter } from "./scatter";
export type { Box, Point, Series } from "./series";
export {
  polygon,
  type RuleOptions,
  type RulePlace,
  region,
  rule,
  type SegmentsOptions,
  type ShapeOptions,
  segments,
  type TextOptions,
  text,
} from "./shape";
export type { Color, Figure, FigureOptions, Frame, Layout, Trace } from "./spec";
export { theme } from "./theme";
export {
  type ArrowsOptions,
  arrows,
  type Grid2dOptions,
  grid2d,
  type QuiverOptions,
  quiver,
} from "./vector";
