import { describeValue } from "../../core";
import type { Bundle } from "./bridge";
import { reason } from "./objects";

/** By this name an object says how it is displayed: a convention of Jupyter kernels (Deno's, ours). */
export const DISPLAY: unique symbol = Symbol.for("Jupyter.display") as never;

/** Displays of which the bundle is still to come. */
const waiting = new WeakMap<Bundle, Promise<Bundle>>();

/** What comes in place of a bundle that `ownBundle` gave for an object that takes its time. */
export const comingFor = (bundle: Bundle): Promise<Bundle> | undefined => waiting.get(bundle);

/** A bundle as an object gave it, with the plain text that always belongs to one. */
function checked(given: unknown, value: object): Bundle {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return {
      "text/plain": `(its display must give an object of MIME types, got ${describeValue(given)})`,
    };
  }
  return { "text/plain": describeValue(value), ...given };
}

const failed = (error: unknown): Bundle => ({
  "text/plain": `(its display failed: ${reason(error)})`,
});

/**
 * The bundle of an object that has a method [Symbol.for("Jupyter.display")](), which gives one or promises
 * one; undefined for all others. Where one is promised, a line stands in for it (see `comingFor`).
 */
export function ownBundle(value: object): Bundle | undefined {
  const display = (value as { [DISPLAY]?: unknown })[DISPLAY];
  if (typeof display !== "function") return undefined;
  try {
    const given: unknown = display.call(value);
    if (!(given instanceof Promise)) return checked(given, value);
    const line: Bundle = { "text/plain": "(its display is not ready)" };
    waiting.set(line, given.then((bundle) => checked(bundle, value)).catch(failed));
    return line;
  } catch (error) {
    return failed(error);
  }
}
