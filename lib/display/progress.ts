import { describeValue, type OnProgress, requireNumber, requireOptions } from "../core";
import { handlerOf } from "./progress/handler";
import { counted, countedAsync, type LoopOptions } from "./progress/loop";

/** Options of `progress`. */
export type ProgressOptions = LoopOptions;

function requireProgressOptions(given: string | ProgressOptions): ProgressOptions {
  const options = typeof given === "string" ? { label: given } : given;
  requireOptions("progress", options, ["label", "total"]);
  const { label, total } = options;
  if (label !== undefined && typeof label !== "string") {
    throw new TypeError(`progress: label must be a string, got ${describeValue(label)}`);
  }
  if (total !== undefined) requireNumber("progress", "total", total, { min: 0, integer: true });
  return options;
}

/** The number of items that an iterable says it has. */
function lengthOf(xs: object): number | undefined {
  const { length, size } = xs as { length?: unknown; size?: unknown };
  const count = length ?? size;
  return typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : undefined;
}

function* upTo(n: number): Generator<number, void, undefined> {
  for (let i = 0; i < n; i++) yield i;
}

/**
 * A loop with a bar that shows how far it is, its rate and the time that remains:
 * for (const x of progress(xs, "label")) …. It is redrawn ten times a second at most; a bar within the loop
 * of another is a line below it.
 *
 * At its end the bar becomes one line that is the same at every run, `label: 100 of 100 done`, or
 * `label: stopped after 36 of 100` where the loop was left by `break`, `return` or an error. In a script
 * it is a line on stderr.
 *
 * `progress.handler(label)` is such a bar for the option `onProgress` of methods that iterate:
 * learn.gmm(X, { nComponents: 3, onProgress: progress.handler("EM") }). It leaves the number of iterations
 * and the last value.
 *
 * @param xs - What to loop over: an iterable, an async iterable (for await), or a number n for 0, …, n − 1.
 * @param options - The label, or { label, total } where an iterable does not know its length.
 * @returns The items of xs, one by one; an item is done when the next is asked for.
 * @throws TypeError if xs is none of these; RangeError for a bad number or an unknown option.
 * @example
 * [...progress(3, "squares")].map((i) => i * i) // => [0, 1, 4]
 * [...progress(new Set(["a", "b"]))] // => ["a", "b"]
 * progress(1.5) // throws progress: xs must be an integer ≥ 0, got 1.5
 */
export function progress(n: number, options?: string | ProgressOptions): IterableIterator<number>;
export function progress<T>(
  xs: Iterable<T>,
  options?: string | ProgressOptions,
): IterableIterator<T>;
export function progress<T>(
  xs: AsyncIterable<T>,
  options?: string | ProgressOptions,
): AsyncIterableIterator<T>;
export function progress(
  xs: unknown,
  options: string | ProgressOptions = {},
): IterableIterator<unknown> | AsyncIterableIterator<unknown> {
  const asked = requireProgressOptions(options);
  if (typeof xs === "number") {
    const n = requireNumber("progress", "xs", xs, { min: 0, integer: true });
    return counted(upTo(n), { total: n, ...asked });
  }
  if (typeof xs === "object" && xs !== null) {
    const total = asked.total ?? lengthOf(xs);
    const known = { ...asked, ...(total === undefined ? {} : { total }) };
    if (Symbol.asyncIterator in xs) return countedAsync(xs as AsyncIterable<unknown>, known);
    if (Symbol.iterator in xs) return counted(xs as Iterable<unknown>, known);
  }
  throw new TypeError(
    `progress: xs must be an iterable, an async iterable or a number, got ${describeValue(xs)}`,
  );
}

/** A bar for the option `onProgress` of methods that iterate; see `progress`. */
progress.handler = (label = ""): OnProgress => {
  if (typeof label !== "string") {
    throw new TypeError(`progress.handler: label must be a string, got ${describeValue(label)}`);
  }
  return handlerOf(label);
};
