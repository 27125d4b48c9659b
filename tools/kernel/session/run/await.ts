/** What the `await`s of cells become, so that each is a place where a cell can be stopped. */
import { type Frame, now, resume } from "./context";
import type { Interrupts } from "./interrupts";

type Source<T> = AsyncIterable<T> | Iterable<T | PromiseLike<T>>;

export interface Awaits {
  /** Where a cell begins to wait. */
  now(): Frame | undefined;
  /** `await e` is `resumed(now(), await e)`. */
  resumed<T>(frame: Frame | undefined, value: T): T;
  /** `for await (const x of e)` is `for await (const x of each(e))`. */
  each<T>(source: Source<T>): AsyncIterable<T>;
}

export function createAwaits(interrupts: Interrupts): Awaits {
  function each<T>(source: Source<T>): AsyncIterable<T> {
    return { [Symbol.asyncIterator]: () => checked(iteratorOf(source)) };
  }

  function checked<T>(iterator: AsyncIterator<T>): AsyncIterator<T> {
    return {
      async next() {
        interrupts.check();
        const frame = now();
        const result = await iterator.next();
        resume(frame);
        interrupts.check();
        return result;
      },
      // leaving the loop ends what feeds it, as in a loop that was not rewritten
      async return(value?: unknown) {
        const ended = await iterator.return?.(value);
        return ended ?? { done: true, value: undefined };
      },
    };
  }

  return {
    each,
    now,
    resumed(frame, value) {
      resume(frame);
      interrupts.check();
      return value;
    },
  };
}

function iteratorOf<T>(source: Source<T>): AsyncIterator<T> {
  const open = (source as AsyncIterable<T> | undefined)?.[Symbol.asyncIterator];
  if (typeof open === "function") return open.call(source);
  const openEach = (source as Iterable<T> | undefined)?.[Symbol.iterator];
  if (typeof openEach !== "function")
    throw new TypeError(`${String(source)} is not async iterable`);
  return fromSync(openEach.call(source));
}

/** Items of an ordinary iterable, each awaited. */
async function* fromSync<T>(iterator: Iterator<T | PromiseLike<T>>): AsyncGenerator<T, void> {
  let finished = false;
  try {
    for (;;) {
      const result = iterator.next();
      finished = result.done === true;
      if (result.done) return;
      yield await result.value;
    }
  } finally {
    if (!finished) iterator.return?.();
  }
}
