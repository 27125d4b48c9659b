/**
 * What follows a piece of code through its waits, timers and microtasks where Node's AsyncLocalStorage
 * cannot be used. Up to version 22 that stands on hooks of promises, and code that is ended by force
 * inside such a hook, or with Node's own record of them half written, ends the whole process.
 *
 * So cells say themselves where they wait: `await e` is `resumed(now(), await e)`. What waits inside
 * a library is not followed; there the run that is not finished stands in.
 */

/** The values that hold at a moment, by whose they are; never changed, only replaced. */
export type Frame = ReadonlyMap<object, unknown>;

let current: Frame | undefined;
/** In which frame errors were thrown that nobody has caught yet. */
const thrownIn = new WeakMap<object, Frame>();
const { queueMicrotask } = globalThis;

/** The frame that holds now. */
export const now = (): Frame | undefined => current;

/** Goes on in another frame from here. */
export function enter(frame: Frame | undefined): void {
  current = frame;
}

/** Goes on after a wait; what comes after this piece of code is not of its frame. */
export function resume(frame: Frame | undefined): void {
  if (frame === current) return;
  current = frame;
  queueMicrotask(leave);
}

const leave = (): void => enter(undefined);

/** Calls `work` in a frame. */
export function inFrame<R>(frame: Frame | undefined, work: () => R): R {
  const before = current;
  current = frame;
  try {
    return work();
  } catch (error) {
    if (frame && typeof error === "object" && error !== null) thrownIn.set(error, frame);
    throw error;
  } finally {
    current = before;
  }
}

/** The frame in which an error was thrown, if that is known. */
export const frameOfThrown = (thrown: unknown): Frame | undefined =>
  typeof thrown === "object" && thrown !== null ? thrownIn.get(thrown) : undefined;

/** The function, called in the frame of now. */
export function bound<F>(fn: F): F {
  const frame = current;
  if (!frame || typeof fn !== "function") return fn;
  return function (this: unknown, ...args: unknown[]) {
    return inFrame(frame, () => fn.apply(this, args));
  } as F;
}
