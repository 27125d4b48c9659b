import type { Color, Trace } from "./spec";
import { type Style, styleOf } from "./theme";

/** How a trace was painted, so that laying figures over each other can give it another colour. */
interface Paint {
  slot: number;
  build: (style: Style) => Trace;
}

/** Paint is kept beside the traces, not in them: they are plain data. */
const paints = new WeakMap<Trace, Paint>();

function painted(slot: number, build: (style: Style) => Trace): Trace {
  const trace = build(styleOf(slot));
  paints.set(trace, { slot, build });
  return trace;
}

/**
 * A trace in a colour the caller chose, or, failing that, in the look of place `slot` of the palette,
 * which `restyle` may move on.
 */
export function colored(
  color: Color | undefined,
  slot: number,
  build: (style: Style) => Trace,
): Trace {
  if (color === undefined) return painted(slot, build);
  return build(typeof color === "number" ? styleOf(color) : { ...styleOf(slot), color });
}

/** A copy of a trace, made by `change`, that keeps its paint. */
export function keepPaint(trace: Trace, change: (trace: Trace) => Trace): Trace {
  const copy = change(trace);
  const paint = paints.get(trace);
  if (paint) paints.set(copy, paint);
  return copy;
}

/** How many places of the palette the traces take. */
export function slotsOf(traces: readonly Trace[]): number {
  return traces.reduce((most, trace) => Math.max(most, (paints.get(trace)?.slot ?? -1) + 1), 0);
}

/** The trace moved on by `shift` places of the palette, if its colour was not chosen. */
export function restyle(trace: Trace, shift: number): Trace {
  const paint = paints.get(trace);
  return paint && shift > 0 ? painted(paint.slot + shift, paint.build) : trace;
}
