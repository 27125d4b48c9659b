import type { Bundle } from "./render/bridge";
import { newDisplayId, send } from "./render/kernel";
import { isComplex, isFigure, isFrame, isPlainObject, isTensor } from "./render/kinds";
import { unreadable } from "./render/objects";
import { requireShowOptions, type ShowOptions } from "./render/options";
import { comingFor } from "./render/ownDisplay";
import { render } from "./render/render";

/** Whether the last of several arguments is the options: a plain object that is no thing by itself. */
function isOptions(x: unknown): x is ShowOptions {
  if (typeof x !== "object" || x === null || unreadable(x) !== undefined) return false;
  return isPlainObject(x) && !isFigure(x) && !isComplex(x) && !isTensor(x) && !isFrame(x);
}

/**
 * The MIME bundles that `show` would send for these arguments, without sending them.
 *
 * @throws TypeError for something that cannot be drawn; RangeError for an unknown option.
 * @example
 * display.bundles([3, 4])[0]["text/plain"] // => "[ 3 ]\n[ 4 ]"
 */
export function bundles(...things: unknown[]): Bundle[] {
  const last = things[things.length - 1];
  const withOptions = things.length > 1 && isOptions(last);
  const options = withOptions ? requireShowOptions(last) : {};
  if (things.length === 0) throw new TypeError("show: nothing to show");
  return (withOptions ? things.slice(0, -1) : things).flatMap((thing) => render(thing, options));
}

/**
 * Draws things in the notebook's cell: numbers, vectors and matrices (as LaTeX), complex ones too,
 * data frames and tables (as HTML), tensors, figures, formulas, text; an object that has a method
 * [Symbol.for("Jupyter.display")]() as the MIME bundle that this gives or promises; of other things what
 * they say of themselves. In a script it prints plain text.
 *
 * Rounding noise beside large entries is 0 in vectors and matrices (1e-17 beside 1). What is long is
 * cut, and says so; what holds itself is not followed in circles.
 *
 * An object gives its things names: show({ A, b }) draws A = …, b = …. When it holds but numbers and
 * words it is drawn as a table. The last argument, when there are others before it and it is a plain
 * object, is the options. (A stock tslab kernel loses the short form
 * { A } for variables of earlier cells; there one writes { A: A }.)
 *
 * @param things - What to draw, one below the other, and the options.
 * @throws TypeError for something that cannot be drawn; RangeError for an unknown option.
 * @example
 * show() // throws show: nothing to show
 * show([1, 2], { digit: 3 }) // throws show: options has no "digit"
 */
export function show(...things: unknown[]): void {
  for (const bundle of bundles(...things)) {
    const coming = comingFor(bundle);
    const displayId = coming && newDisplayId();
    send(bundle, displayId === undefined ? {} : { displayId });
    if (displayId !== undefined) coming?.then((made) => send(made, { displayId, update: true }));
  }
}
