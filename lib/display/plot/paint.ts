import type { Color, Trace } from "./spec";
import { type Style, styleOf } from "./theme";

/** How a trace was painted, so that laying figures over each other can give it another colour. */
interface Paint {
  slot: number;
  build: (style: Style) => Trace;
}

/** The paint hangs on the trace under a symbol, which neither JSON nor Plotly sees. */
const PAINT = Symbol("paint");

function paintOf(trace: Trace): Paint | undefined {
  return (trace as Trace & { [PAINT]?: Paint })[PAINT];
}

function painted(slot: number, build: (style: Style) => Trace): Trace {
  return Object.assign(build(styleOf(slot)), { [PAINT]: { slot, build } });
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
  const paint = paintOf(trace);
  return Object.assign(change(trace), paint ? { [PAINT]: paint } : {});
}

/** How many places of the palette the traces take. */
export function slotsOf(traces: readonly Trace[]): number {
  return traces.reduce((most, trace) => Math.max(most, (paintOf(trace)?.slot ?? -1) + 1), 0);
}

/** The trace moved on by `shift` places of the palette, if its colour was not chosen. */
export function restyle(trace: Trace, shift: number): Trace {
  const paint = paintOf(trace);
  return paint && shift > 0 ? painted(paint.slot + shift, paint.build) : trace;
}
