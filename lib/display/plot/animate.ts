import { describeValue, requireNumber, requireOptions } from "../../core";
import { requireFigures } from "./options";
import { roundNumber } from "./round";
import type { Figure, Frame, Layout } from "./spec";

/** Options of `plot.animate`. */
export interface AnimateOptions {
  /** What the slider says at each step. Default 0, 1, …. */
  labels?: readonly (string | number)[];
  /** What stands before that label: "step ". */
  prefix?: string;
  /** Milliseconds a step takes when it plays. Default 500. */
  duration?: number;
  /** The step that is seen first, by its label, and stored as the picture. Default the first. */
  open?: string | number;
  alt?: string;
}

/** An axis by its name in the layout, such as `xaxis2`, and the name that traces know it by, such as `x2`. */
interface Axis {
  name: string;
  letter: "x" | "y";
  ref: string;
}

function axesIn({ layout }: Figure): Axis[] {
  const known = [...Object.keys(layout), "xaxis", "yaxis"].flatMap((name) => {
    const [, letter, no] = /^([xy])axis(\d*)$/.exec(name) ?? [];
    return letter === "x" || letter === "y" ? [{ name, letter, ref: letter + no } as const] : [];
  });
  return known.filter(({ name }, k) => known.findIndex((axis) => axis.name === name) === k);
}

const axisOf = (f: Figure, { name }: Axis) => (f.layout[name] ?? {}) as Layout;

const numbersOf = (v: unknown): number[] =>
  Array.isArray(v) ? v.filter((x): x is number => typeof x === "number") : [];

/** The interval that holds one axis of every figure, or undefined where there are no numbers on it. */
function rangeOf(figures: readonly Figure[], axis: Axis): [number, number] | undefined {
  const { letter, ref } = axis;
  let [lo, hi] = [Infinity, -Infinity];
  for (const f of figures) {
    const { range, type } = axisOf(f, axis);
    const own = f.data.filter((trace) => (trace[`${letter}axis`] ?? letter) === ref);
    const data = own.flatMap((trace) => numbersOf(trace[letter]));
    const ends = (range as number[] | undefined) ?? (type === "log" ? data.map(Math.log10) : data);
    const base = letter === "y" && own.some((trace) => trace.type === "bar") ? [0] : [];
    for (const v of [...ends, ...base]) [lo, hi] = [Math.min(lo, v), Math.max(hi, v)];
  }
  if (!(lo <= hi)) return undefined;
  const given = figures.every((f) => axisOf(f, axis).range);
  const room = given ? 0 : 0.05 * (hi - lo || 1);
  return [lo === 0 ? 0 : lo - room, hi + room];
}

/** The axes of the first figure, held still. */
function still(figures: readonly Figure[]): Layout {
  const held = axesIn(figures[0]).map((axis) => {
    const first = axisOf(figures[0], axis);
    const range = first.autorange === undefined ? rangeOf(figures, axis) : undefined;
    const [from, to] = (first.range as number[] | undefined) ?? [0, 1];
    const ends = range?.map((end) => roundNumber(end));
    if (from > to) ends?.reverse();
    return [axis.name, ends ? { ...first, range: ends } : first];
  });
  return Object.fromEntries(held);
}

/** Traces that differ between any two of the figures; the others need not be sent again. */
function changing(figures: readonly Figure[]): number[] {
  const first = figures[0];
  return first.data
    .map((_, j) => j)
    .filter((j) => new Set(figures.map((f) => JSON.stringify(f.data[j]))).size > 1);
}

function framesOf(figures: readonly Figure[], names: readonly string[]): Frame[] {
  const traces = changing(figures);
  return figures.map((f, k) => {
    const { title, shapes, annotations } = f.layout;
    return {
      name: names[k],
      traces,
      data: traces.map((j) => f.data[j]),
      layout: {
        ...(title ? { title } : {}),
        ...(shapes ? { shapes } : {}),
        ...(annotations ? { annotations } : {}),
      },
    };
  });
}

/**
 * Figures as the steps of an animation, with a slider and a button that plays it. All must have the
 * same number of traces; the axes stand still.
 *
 * @param figures - One a step.
 * @throws RangeError if numbers of traces or of labels differ, a label comes twice, or `open` is none.
 * @example
 * plot.animate([plot.line([0, 1], [0, 1]), plot.line([0, 1], [1, 0])]).frames.length // => 2
 * plot.animate([plot.line([0, 1], [0, 1]), plot.line([0, 1], [1, 0])], { open: 1 }).data[0].y // => [1, 0]
 */
export function animate(figures: readonly Figure[], options: AnimateOptions = {}): Figure {
  const all = requireFigures("plot.animate", "figures", figures);
  requireOptions("plot.animate", options, ["labels", "prefix", "duration", "open", "alt"]);
  const first = all[0];
  const { labels = all.map((_, k) => k), prefix = "", duration = 500 } = options;
  requireNumber("plot.animate", "duration", duration, { min: 20, max: 20000 });
  if (labels.length !== all.length) {
    throw new RangeError(
      `plot.animate: labels must have length ${all.length} (number of figures), got ${labels.length}`,
    );
  }
  const twice = labels.find((label, k) => labels.indexOf(label) < k);
  if (twice !== undefined) {
    throw new RangeError(`plot.animate: labels must differ, ${JSON.stringify(twice)} comes twice`);
  }
  all.forEach((f, k) => {
    if (f.data.length !== first.data.length) {
      throw new RangeError(
        `plot.animate: figures[${k}] must have ${first.data.length} traces (those of figures[0]), got ${f.data.length}`,
      );
    }
  });
  const names = labels.map(String);
  const { open = names[0] } = options;
  const start = names.indexOf(String(open));
  if (start < 0) {
    throw new RangeError(
      `plot.animate: open must be one of the labels ${names.join(", ")}, got ${describeValue(open)}`,
    );
  }
  const seen = all[start];
  const redraw = all.some((f) => f.data.some((trace) => trace.type !== "scatter"));
  const { height, margin } = first.layout as { height: number; margin: Layout };
  const low = hasTitleAtRight(first) ? TITLE_ROOM : 0;
  return {
    ...seen,
    layout: {
      ...seen.layout,
      ...still(all),
      height: height + 95 + low,
      margin: { ...margin, b: 145 + low },
      sliders: [slider(names, start, prefix, redraw, low)],
      updatemenus: [playButtons(duration, redraw, low)],
    },
    frames: framesOf(all, names),
    alt:
      options.alt ??
      `${seen.alt} A slider steps through ${names.length} such figures, ${prefix}${names[0]} to ${prefix}${names[names.length - 1]}.`,
  };
}

/** Room for a title of an axis where the buttons else stand: below panels at the right. */
const TITLE_ROOM = 22;

const hasTitleAtRight = ({ layout }: Figure) =>
  Object.entries(layout).some(
    ([name, axis]) => /^xaxis\d/.test(name) && (axis as Layout | undefined)?.title !== undefined,
  );

const AT_ONCE = { mode: "immediate", transition: { duration: 0 } };

/** The slider below the axes, its label at the left above it; so much lower than below one panel. */
function slider(
  names: readonly string[],
  active: number,
  prefix: string,
  redraw: boolean,
  low: number,
): Layout {
  return {
    active,
    currentvalue: { prefix, xanchor: "left", offset: 14, font: { size: 13 } },
    x: 0,
    len: 1,
    y: 0,
    yanchor: "top",
    pad: { t: 52 + low, b: 8 },
    steps: names.map((name) => ({
      label: name,
      method: "animate",
      args: [[name], { ...AT_ONCE, frame: { duration: 0, redraw } }],
    })),
  };
}

/** Play and pause, at the right above the slider. */
function playButtons(duration: number, redraw: boolean, low: number): Layout {
  const play = {
    frame: { duration, redraw },
    transition: { duration: redraw ? 0 : duration / 2 },
    fromcurrent: true,
  };
  return {
    type: "buttons",
    showactive: false,
    direction: "left",
    x: 1,
    xanchor: "right",
    y: 0,
    yanchor: "top",
    pad: { t: 44 + low, r: 0 },
    buttons: [
      { label: "▶ play", method: "animate", args: [null, play] },
      {
        label: "❚❚ pause",
        method: "animate",
        args: [[null], { ...AT_ONCE, frame: { duration: 0, redraw: false } }],
      },
    ],
  };
}
