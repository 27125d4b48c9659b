import { animate } from "../plot/animate";
import type { Figure, Layout, Trace } from "../plot/spec";
import type { Bundle } from "../render/bridge";
import { figureBundle } from "../render/bundle";
import { FIGURE } from "./outputs";

/** What was drawn for one value of a control. */
export interface Step {
  label: string;
  bundles: readonly Bundle[];
}

/** The one figure that was drawn, as `animate` takes it; undefined where it is none, several or moves itself. */
function figureOf({ bundles }: Step): Figure | undefined {
  const figures = bundles.flatMap((bundle) => (FIGURE in bundle ? [bundle[FIGURE]] : []));
  const [figure] = figures as Figure[];
  if (figures.length !== 1 || figure.frames) return undefined;
  const { meta, ...layout } = figure.layout as Layout & { meta?: { alt?: string } };
  const alt = meta?.alt ?? "A figure.";
  const { height = 400, margin = {} } = layout;
  return { ...figure, config: figure.config ?? {}, layout: { ...layout, height, margin }, alt };
}

const kinds = ({ data }: Figure) => data.map((trace: Trace) => trace.type).join();

/** Figures as steps of one, which stands where `start` is; undefined if they are not alike. */
function animated(steps: readonly Step[], start: number, prefix: string): Figure | undefined {
  const figures = steps.map(figureOf);
  const first = figures[start];
  if (first === undefined || steps.length < 2) return undefined;
  const alike = figures.every((f) => f !== undefined && kinds(f) === kinds(first));
  if (!alike) return undefined;
  const labels = steps.map(({ label }) => label);
  return animate(figures as Figure[], { labels, prefix, open: labels[start] });
}

/** Several displays as one: the texts one below the other, of the rest what the first of them has. */
function together(bundles: readonly Bundle[]): Bundle {
  const texts = bundles.map((bundle) => bundle["text/plain"]);
  const rest = bundles.length === 1 ? bundles[0] : bundles.find((bundle) => FIGURE in bundle);
  return { ...rest, "text/plain": texts.join("\n") };
}

/**
 * What a page shows that has no kernel: the figures along one control, as `plot.animate` stores them; or,
 * where these are no figures or not alike, what was drawn at the start.
 *
 * @param steps - What was drawn along the control.
 * @param start - The step that the control stands at.
 * @param name - The control's name.
 * @param words - What the controls are, for the text.
 */
export function storedBundle(
  steps: readonly Step[],
  start: number,
  name: string,
  words: string,
): Bundle {
  const figure = animated(steps, start, `${name} = `);
  const bundle = figure ? figureBundle(figure) : together(steps[start].bundles);
  return { ...bundle, "text/plain": `${bundle["text/plain"]}\n(${words})` };
}
