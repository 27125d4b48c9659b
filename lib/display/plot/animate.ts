import { requireNumber } from "../../core";
import { requireFigureOptions, requireFigures } from "./figure";
import type { Figure, FigureOptions, Frame, Layout } from "./spec";

/** Options of `plot.animate`. */
export interface AnimateOptions {
  /** What the slider says at each step. Default 0, 1, …. */
  labels?: readonly (string | number)[];
  /** What stands before that label: "step ". */
  prefix?: string;
  /** Milliseconds a step takes when it plays. Default 500. */
  duration?: number;
  alt?: string;
}

/** The least interval that holds the axis ranges of all the figures, or undefined if one has none. */
function rangeOf(figures: readonly Figure[], letter: "x" | "y"): [number, number] | undefined {
  let [lo, hi] = [Infinity, -Infinity];
  for (const { data, layout } of figures) {
    const range = (layout[`${letter}axis`] as Layout | undefined)?.range as
      | [number, number]
      | undefined;
    const log = (layout[`${letter}axis`] as Layout | undefined)?.type === "log";
    const values =
      range ?? data.flatMap((t) => numbersOf(t[letter]).map((v) => (log ? Math.log10(v) : v)));
    for (const v of values) {
      if (Number.isFinite(v)) [lo, hi] = [Math.min(lo, v), Math.max(hi, v)];
    }
    if (range) continue;
    if (letter === "y" && data.some((t) => t.type === "bar")) lo = Math.min(lo, 0);
  }
  if (!(lo <= hi)) return undefined;
  const fixed = figures.every(
    ({ layout }) => (layout[`${letter}axis`] as Layout | undefined)?.range,
  );
  const room = fixed ? 0 : 0.05 * (hi - lo || 1);
  return [lo === 0 ? 0 : lo - room, hi + room];
}

const numbersOf = (v: unknown): number[] =>
  Array.isArray(v) ? v.filter((x): x is number => typeof x === "number") : [];

/**
 * Figures as the steps of an animation, with a slider and a button that plays it. All must have the
 * same number of traces; the axes stand still.
 *
 * @param figures - One a step.
 * @throws RangeError if numbers of traces or of labels differ.
 * @example
 * plot.animate([plot.line([0, 1], [0, 1]), plot.line([0, 1], [1, 0])]).frames.length // => 2
 */
export function animate(figures: readonly Figure[], options: AnimateOptions = {}): Figure {
  requireFigureOptions("plot.animate", options as FigureOptions, ["labels", "prefix", "duration"]);
  requireFigures("plot.animate", "figures", figures);
  const first = figures[0] as Figure;
  const { labels = figures.map((_, k) => k), prefix = "", duration = 500 } = options;
  requireNumber("plot.animate", "duration", duration, { min: 20, max: 20000 });
  if (labels.length !== figures.length) {
    throw new RangeError(
      `plot.animate: labels must have length ${figures.length} (number of figures), got ${labels.length}`,
    );
  }
  figures.forEach((f, k) => {
    if (f.data.length !== first.data.length) {
      throw new RangeError(
        `plot.animate: figures[${k}] must have ${first.data.length} traces (those of figures[0]), got ${f.data.length}`,
      );
    }
  });
  const [xRange, yRange] = [rangeOf(figures, "x"), rangeOf(figures, "y")];
  const still = (axis: unknown, range: [number, number] | undefined) => ({
    ...(axis as Layout),
    ...(range && (axis as Layout | undefined)?.autorange === undefined ? { range } : {}),
  });
  const redraw = figures.some((f) => f.data.some((t) => t.type !== "scatter"));
  const timing = {
    frame: { duration, redraw },
    transition: { duration: redraw ? 0 : duration / 2 },
  };
  const names = labels.map(String);
  const frames: Frame[] = figures.map((f, k) => ({
    name: names[k] as string,
    data: f.data,
    layout: {
      ...(f.layout.title ? { title: f.layout.title } : {}),
      ...(f.layout.shapes ? { shapes: f.layout.shapes } : {}),
    },
  }));
  const { height, margin } = first.layout as { height: number; margin: Layout };
  return {
    ...first,
    layout: {
      ...first.layout,
      xaxis: still(first.layout.xaxis, xRange),
      yaxis: still(first.layout.yaxis, yRange),
      height: height + 90,
      margin: { ...margin, b: 130 },
      sliders: [slider(names, prefix, duration, redraw)],
      updatemenus: [playButton(timing)],
    },
    frames,
    alt:
      options.alt ??
      `${first.alt} A slider steps through ${figures.length} such figures, ${prefix}${names[0]} to ${prefix}${names[names.length - 1]}.`,
  };
}

function slider(
  names: readonly string[],
  prefix: string,
  duration: number,
  redraw: boolean,
): Layout {
  return {
    active: 0,
    currentvalue: { prefix, xanchor: "left", font: { size: 13 } },
    x: 0.12,
    len: 0.88,
    y: 0,
    yanchor: "top",
    pad: { t: 50, b: 10 },
    steps: names.map((name) => ({
      label: name,
      method: "animate",
      args: [
        [name],
        {
          mode: "immediate",
          frame: { duration: Math.min(duration, 200), redraw },
          transition: { duration: 0 },
        },
      ],
    })),
  };
}

function playButton(timing: object): Layout {
  return {
    type: "buttons",
    showactive: false,
    direction: "left",
    x: 0,
    xanchor: "left",
    y: 0,
    yanchor: "top",
    pad: { t: 62 },
    buttons: [
      { label: "▶", method: "animate", args: [null, { ...timing, fromcurrent: true }] },
      {
        label: "❚❚",
        method: "animate",
        args: [
          [null],
          { mode: "immediate", frame: { duration: 0, redraw: false }, transition: { duration: 0 } },
        ],
      },
    ],
  };
}
