/** The parts of a Plotly figure, typed as loosely as Plotly itself: its schema has 5000 attributes. */

/** One trace: a curve, a cloud of points, a heatmap. */
export interface Trace {
  type: string;
  name?: string;
  [attribute: string]: unknown;
}

/** Title, axes, legend, shapes, annotations. */
export interface Layout {
  [attribute: string]: unknown;
}

/** One step of an animation. */
export interface Frame {
  name: string;
  data: Trace[];
  layout?: Layout;
  traces?: number[];
}

/** A figure as plain data, ready for Plotly, with a sentence for those who cannot see it. */
export interface Figure {
  data: Trace[];
  layout: Layout;
  config: Record<string, unknown>;
  frames?: Frame[];
  alt: string;
}

/** What every kind of figure may be told. */
export interface FigureOptions {
  /** The finding, not the kind of figure. */
  title?: string;
  /** Title of the horizontal axis, with units. */
  x?: string;
  /** Title of the vertical axis, with units. */
  y?: string;
  /** One sentence for those who cannot see the figure. Default: made from title and axes. */
  alt?: string;
  /** In pixels. Default: as wide as the page. */
  width?: number;
  /** In pixels. Default 400, or 480 where both axes have the same scale. */
  height?: number;
  /** Whether a unit is as long on both axes. Default: true for geometry. */
  equal?: boolean;
  xRange?: readonly [number, number];
  yRange?: readonly [number, number];
  xLog?: boolean;
  yLog?: boolean;
  /** Names of places on the horizontal axis, in place of numbers: `{ low: 0, high: 1 }`. */
  xTicks?: Readonly<Record<string, number>>;
  /** Names of places on the vertical axis, in place of numbers. */
  yTicks?: Readonly<Record<string, number>>;
  /** Where the legend stands. Default "top", above the data; "none" for none. */
  legend?: "top" | "right" | "none";
}

/** The names of the options that every figure takes. */
export const FIGURE_OPTIONS = [
  "title",
  "x",
  "y",
  "alt",
  "width",
  "height",
  "equal",
  "xRange",
  "yRange",
  "xLog",
  "yLog",
  "xTicks",
  "yTicks",
  "legend",
] as const;

/** Colour of a series: its place in the palette (0, 1, …), or any CSS colour. */
export type Color = number | string;
