import { barAround, enter } from "./around";
import { Bar } from "./bar";
import { Count, type Ending } from "./count";

/** What is said of a loop. */
export interface LoopOptions {
  /** What stands before the count. Default: nothing. */
  label?: string;
  /** The number of items, where the iterable itself does not tell. */
  total?: number;
}

/** A bar that counts the items of a loop, with the body of the loop within it. */
function open({ label = "", total }: LoopOptions) {
  const count = new Count(label, total, performance.now());
  const bar = new Bar(count, barAround());
  enter(bar);
  return {
    step: () => {
      count.done++;
      bar.next();
      bar.look(performance.now());
    },
    end: (ending: Ending) => {
      if (!bar.isOpen) return;
      count.ending = ending;
      bar.end();
    },
  };
}

/** The items of `xs`; an item counts as done when the loop asks for the next. */
export function* counted<T>(xs: Iterable<T>, options: LoopOptions): Generator<T, void, undefined> {
  const loop = open(options);
  let ending: Ending = "stopped"; // by a break, a return or an error in the body: they look alike here
  try {
    for (const x of xs) {
      yield x;
      loop.step();
    }
    ending = "done";
  } catch (error) {
    ending = "failed";
    throw error;
  } finally {
    loop.end(ending);
  }
}

/**
 * The same of an async iterable. No async generator: `next` has to begin in the caller's context, that the
 * body of the loop is within the bar.
 */
export function countedAsync<T>(
  xs: AsyncIterable<T>,
  options: LoopOptions,
): AsyncIterableIterator<T> {
  let started: { loop: ReturnType<typeof open>; source: AsyncIterator<T> } | undefined;
  const start = () => ({ loop: open(options), source: xs[Symbol.asyncIterator]() });
  const pull = async ({ loop, source }: NonNullable<typeof started>) => {
    try {
      const item = await source.next();
      if (item.done) loop.end("done");
      return item;
    } catch (error) {
      loop.end("failed");
      throw error;
    }
  };
  return {
    next: () => {
      if (started) started.loop.step();
      else started = start();
      return pull(started);
    },
    return: async () => {
      started?.loop.end("stopped");
      await started?.source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
