import { isFigure } from "../render/kinds";
import { kindOf } from "./alt";
import { figure } from "./figure";
import { requireFigureOptions, requireFigures } from "./options";
import { restyle, slotsOf } from "./paint";
import { withoutPlane } from "./space";
import type { Figure, FigureOptions, Layout, Trace } from "./spec";

/** The words of a title, in one line. */
const textOf = (part: unknown) =>
  (part as { title?: { text?: string } } | undefined)?.title?.text?.replace(/<br>/g, " ");

/** What a layout says of title, axes and scale, as options again. */
function optionsOf({ layout }: Figure): FigureOptions {
  const { xaxis, yaxis, width, height } = layout as { [key: string]: Layout | undefined } & {
    width?: number;
    height?: number;
  };
  const [title, x, y] = [textOf(layout), textOf(xaxis), textOf(yaxis)];
  return {
    ...(title ? { title } : {}),
    ...(x ? { x } : {}),
    ...(y ? { y } : {}),
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(yaxis?.scaleanchor ? { equal: true } : {}),
    ...(xaxis?.type === "log" ? { xLog: true } : {}),
    ...(yaxis?.type === "log" ? { yLog: true } : {}),
  };
}

/** The first figure's axis, without its title, and without range and named ticks when new ones are given. */
function axisOf(axis: unknown, range: unknown, ticks: unknown): Layout {
  const { title, range: own, tickvals, ticktext, ...rest } = (axis ?? {}) as Layout;
  return {
    ...rest,
    ...(range || own === undefined ? {} : { range: own }),
    ...(ticks || tickvals === undefined ? {} : { tickvals, ticktext }),
  };
}

const isLog = ({ layout }: Figure, letter: "x" | "y") =>
  (layout[`${letter}axis`] as Layout | undefined)?.type === "log";

/** Labels of a figure laid on logarithmic axes, where Plotly counts their places in powers of ten. */
function labelsOn(logs: readonly ("x" | "y")[], f: Figure): unknown {
  return (f.layout.annotations as Layout[] | undefined)?.map((label) => {
    const places = logs.filter((letter) => label[`${letter}ref`] === letter && !isLog(f, letter));
    const moved = places.map((letter) => [letter, Math.log10(label[letter] as number)]);
    return { ...label, ...Object.fromEntries(moved) };
  });
}

/** One sentence for all: the sentences somebody wrote, or else the kinds of figure. */
function altOf(figures: readonly Figure[]): { kind: string; alt?: string } {
  const kinds = [...new Set(figures.map(kindOf).filter((k) => k !== undefined))];
  const written = figures.filter((f) => kindOf(f) === undefined).map((f) => f.alt);
  if (written.length > 0) return { kind: "Figure", alt: written.join(" ") };
  const [first = "Figure", ...others] = kinds;
  const rest = others.map((k) => k.toLowerCase()).join(" and ");
  return { kind: rest ? `${first} with ${rest}` : first };
}

/**
 * Figures laid over each other on the axes of the first: points, and the line fitted to them. Series
 * without a colour of their own move on in the palette, so that no two look alike.
 *
 * @param layers - Figures, the lowest first, and last, if wanted, options for the whole.
 * @returns One figure. Title and axes are the first figure's unless the options say otherwise.
 * @throws TypeError if a layer is not a figure.
 * @example
 * plot.layers(plot.scatter([0, 1], [0, 1]), plot.line([0, 1], [0, 1])).data.length // => 2
 */
export function layers(...layers: (Figure | FigureOptions)[]): Figure {
  const last = layers[layers.length - 1];
  const withOptions = layers.length > 1 && !isFigure(last);
  const given = withOptions ? requireFigureOptions("plot.layers", last as FigureOptions, []) : {};
  const figures = requireFigures(
    "plot.layers",
    "layers",
    withOptions ? layers.slice(0, -1) : layers,
  );
  const data: Trace[] = [];
  const extra: Layout = {};
  const logs = (["x", "y"] as const).filter((l) => given[`${l}Log`] ?? isLog(figures[0], l));
  for (const f of figures) {
    const shift = slotsOf(data);
    data.push(...f.data.map((trace) => restyle(trace, shift)));
    const { template, title, xaxis, yaxis, height, width, margin, showlegend, legend, ...rest } =
      f.layout;
    if (rest.annotations) rest.annotations = labelsOn(logs, f);
    for (const [key, value] of Object.entries(rest)) {
      const before = extra[key];
      extra[key] =
        Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : (before ?? value);
    }
  }
  const first = figures[0];
  const { kind, alt } = altOf(figures);
  const options = { ...optionsOf(first), ...(alt ? { alt } : {}), ...given };
  const made = figure(kind, data, options, {
    ...extra,
    xaxis: axisOf(first.layout.xaxis, given.xRange, given.xTicks),
    yaxis: axisOf(first.layout.yaxis, given.yRange, given.yTicks),
  });
  return extra.scene ? withoutPlane(made) : made;
}
