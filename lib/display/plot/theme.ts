/**
 * How every figure looks. All of it stands in the layout's template, so that a page may swap it
 * (`theme.dark` for `theme.light`) without touching the figure. The paper is white in a notebook: dark
 * ink on it can be read in JupyterLab's light and dark themes and on GitHub alike.
 */

/** Okabe & Ito's colours for all kinds of colour vision, the most distinct first. */
export const PALETTE = [
  "#0072B2",
  "#D55E00",
  "#009E73",
  "#CC79A7",
  "#E69F00",
  "#56B4E9",
  "#7F6A00",
  "#666666",
] as const;

/** Marker shapes and dashes that go with the colours, so that grey print keeps the series apart. */
export const SYMBOLS = [
  "circle",
  "square",
  "diamond",
  "triangle-up",
  "cross",
  "x",
  "triangle-down",
  "star",
] as const;

export const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"] as const;

/** Hatchings of bars, in the same order. */
const PATTERNS = ["", "/", "x", ".", "\\", "-", "|", "+"] as const;

/** Colour scales: for magnitudes; for signed values, blue to vermilion, 0 being pale; for images. */
export const SCALES = {
  sequential: "Viridis",
  diverging: [
    [0, "#004b76"],
    [0.25, "#4a9cc9"],
    [0.5, "#f7f7f7"],
    [0.75, "#ea9256"],
    [1, "#9a4300"],
  ],
  grey: [
    [0, "#000000"],
    [1, "#ffffff"],
  ],
} as const;

const FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";

function template(ink: string, soft: string, zero: string, grid: string, paper: string) {
  const axis = {
    automargin: true,
    showline: true,
    linecolor: soft,
    ticks: "outside",
    tickcolor: soft,
    ticklen: 4,
    gridcolor: grid,
    zerolinecolor: zero,
    zerolinewidth: 1,
    title: { standoff: 8, font: { size: 14 } },
    exponentformat: "power",
  };
  const solid = {
    gridcolor: grid,
    linecolor: soft,
    zerolinecolor: zero,
    backgroundcolor: paper,
    tickfont: { size: 11 },
    nticks: 6,
  };
  return {
    layout: {
      paper_bgcolor: paper,
      plot_bgcolor: paper,
      font: { family: FONT, size: 13, color: ink },
      title: {
        font: { size: 16 },
        x: 0,
        xref: "paper",
        xanchor: "left",
        yref: "container",
        y: 1,
        yanchor: "top",
        pad: { t: 12 },
      },
      colorway: [...PALETTE],
      xaxis: axis,
      yaxis: axis,
      scene: { xaxis: solid, yaxis: solid, zaxis: solid },
      hovermode: "closest",
      hoverlabel: { font: { size: 13 } },
      legend: { font: { size: 13 }, itemwidth: 40 },
      margin: { l: 60, r: 20, t: 20, b: 50 },
      colorscale: { sequential: SCALES.sequential },
      annotationdefaults: { font: { size: 13 } },
      bargap: 0.15,
    },
  };
}

/** The templates for light and for dark pages. */
export const theme = {
  light: template("#222222", "#666666", "#b0b0b0", "#e6e6e6", "#ffffff"),
  dark: template("#e6e6e6", "#9a9a9a", "#6a6a6a", "#3a3a3a", "#161616"),
};

/**
 * What Plotly's tool bar offers: to save a picture, to zoom and to move. Its button that sends the
 * figure to a server is taken away, and the server's address too: no page of ours talks to one.
 */
export const CONFIG = {
  responsive: true,
  displaylogo: false,
  plotlyServerURL: "",
  modeBarButtonsToRemove: ["sendChartToCloud", "select2d", "lasso2d", "autoScale2d"],
} as const;

/** The look of one series. */
export interface Style {
  color: string;
  symbol: string;
  dash: string;
  pattern: string;
}

const at = <T>(list: readonly T[], k: number): T => list[k % list.length] as T;

/** The look of the series in place k of the palette. */
export function styleOf(k: number): Style {
  return {
    color: at(PALETTE, k),
    symbol: at(SYMBOLS, k),
    dash: at(DASHES, k),
    pattern: at(PATTERNS, k),
  };
}

/** A colour of six hexadecimal digits with an opacity; any other colour as it is. */
export function translucent(color: string, opacity: number): string {
  const hex = color.match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i);
  if (!hex) return color;
  const [r, g, b] = hex.slice(1).map((h) => Number.parseInt(h, 16));
  return `rgba(${r}, ${g}, ${b}, ${opacity})`;
}
