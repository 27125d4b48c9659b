import { type Iteration, type OnProgress, requireNumber } from "../../core";
import { barAround } from "./around";
import { Bar } from "./bar";
import { Iterations } from "./iterations";

/** Milliseconds between two lines of a method that lets others run between its iterations. */
const INTERVAL = 100;

/**
 * A bar for the option `onProgress` of a method. As a method does not say that it has come to its end,
 * the bar leaves its line whenever control returns from what called the method; where that is between
 * two iterations, the next goes on with the bar.
 */
export function handlerOf(label: string): OnProgress {
  let bar: Bar | undefined;
  let works: Iterations | undefined;
  let waiting = false;
  let settledAt = -Infinity;
  const settle = () => {
    waiting = false;
    settledAt = performance.now();
    bar?.settle();
  };
  const settleSoon = () => {
    const wait = settledAt + INTERVAL - performance.now();
    if (wait <= 0) settle();
    else setTimeout(settle, wait);
  };
  return ({ iteration, of, value }: Iteration) => {
    requireNumber("progress.handler", "iteration", iteration, { min: 0 });
    const now = performance.now();
    works ??= new Iterations(label, now);
    const isLast = works.next({ iteration, of, value });
    bar ??= new Bar(works, barAround(), true);
    bar.look(now);
    if (waiting && !isLast) return;
    waiting = true;
    queueMicrotask(isLast ? settle : settleSoon);
  };
}
