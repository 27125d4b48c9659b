/** Figures as plain data for Plotly: each helper returns {data, layout, config, alt} for `show`. */

// Lines and points

export { type ArrowsOptions, arrows } from "./arrows";
export { type BandOptions, band } from "./band";
export {
  type Curve,
  type CurveOptions,
  curve,
  type LineOptions,
  line,
  steps,
} from "./line";
export { polygon, region, type ShapeOptions } from "./polygon";
export { type QuiverOptions, quiver } from "./quiver";
export { type RuleOptions, type RulePlace, rule } from "./rule";
export { type ScatterOptions, scatter } from "./scatter";
export { type SegmentsOptions, segments } from "./segments";
export { type StemOptions, stem } from "./stem";
export { type TextOptions, text } from "./text";

// Distributions

export { type BarOptions, bar } from "./bar";
export { type HistogramOptions, histogram } from "./histogram";
export { box, type SpreadOptions, violin } from "./spread";

// Matrices and functions on the plane

export { type ContourOptions, contour } from "./contour";
export { type DecisionOptions, decisionRegions } from "./decision";
export { type Grid2dOptions, grid2d } from "./grid2d";
export { type HeatmapOptions, heatmap } from "./heatmap";
export { type ImageOptions, image } from "./image";

// Space

export { type Arrows3dOptions, arrows3d } from "./arrows3d";
export { type PlaneOptions, plane } from "./plane";
export { type Scatter3dOptions, scatter3d } from "./scatter3d";
export { type SurfaceOptions, surface } from "./surface";

// Decompositions

export { type BiplotOptions, biplot } from "./biplot";
export { type SpectrumOptions, spectrum } from "./spectrum";

// Figures put together

export { type AnimateOptions, animate } from "./animate";
export { layers } from "./layers";
export { type SubplotsOptions, subplots } from "./subplots";
export { theme } from "./theme";

// Types

export type { Field, PlaneFunction } from "./grid";
export type { Box, Point, Series } from "./series";
export type { SpaceOptions } from "./space";
export type { Color, Figure, FigureOptions, Frame, Layout, Trace } from "./spec";
