/** Timers and microtasks know the run that started them: an interval ends when its run is stopped. */
import { bound } from "./context";
import type { Interrupts } from "./interrupts";
import { currentRun, type Run } from "./run";
import type { Running } from "./running";

type Timers = Pick<
  typeof globalThis,
  | "setTimeout"
  | "setInterval"
  | "setImmediate"
  | "queueMicrotask"
  | "clearInterval"
  | "clearTimeout"
>;
// biome-ignore lint/suspicious/noExplicitAny: a stand-in takes what the function takes
type Callable = (...args: any[]) => any;

/** `call` in the place of `original`, with all that hangs on it (as the promise form of setTimeout). */
function standIn<F extends Callable>(original: F, call: Callable): F {
  return Object.defineProperties(call, Object.getOwnPropertyDescriptors(original)) as F;
}

/** Puts timers in the place of the global ones that no stopped run can start. */
export function watchTimers(
  interrupts: Interrupts,
  running: Running,
  target: Timers = globalThis,
): void {
  const { setTimeout, setInterval, setImmediate, clearInterval, clearTimeout } = target;
  const owners = new WeakMap<object, Run>();

  const checked = <F extends Callable>(original: F): F =>
    standIn(original, (work, ...rest) => {
      interrupts.check();
      return original(bound(work), ...rest);
    });
  const cleared = <F extends Callable>(original: F): F =>
    standIn(original, (timer) => {
      if (typeof timer === "object" && timer !== null) owners.get(timer)?.intervals.delete(timer);
      return original(timer);
    });

  target.setTimeout = checked(setTimeout);
  target.setImmediate = checked(setImmediate);
  target.queueMicrotask = checked(target.queueMicrotask);
  target.setInterval = standIn(setInterval, (work: () => void, ...rest: [number]) => {
    interrupts.check();
    const timer = setInterval(bound(work), ...rest);
    const run = currentRun();
    if (run) {
      run.intervals.add(timer);
      owners.set(timer, run);
      running.add(run);
    }
    return timer;
  });
  target.clearInterval = cleared(clearInterval);
  target.clearTimeout = cleared(clearTimeout);
}

/** The same for what Node does next. */
export function watchTicks(target: Pick<NodeJS.Process, "nextTick"> = process): void {
  const nextTick = target.nextTick;
  target.nextTick = (work, ...args) => nextTick.call(target, bound(work as Callable), ...args);
}
