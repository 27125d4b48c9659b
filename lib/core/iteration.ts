import { requireFunction } from "./guards";

/** What an iterative method says of the iteration that it has just finished. */
export interface Iteration {
  /** Its number, from 1; a new run from another start counts from 1 again. */
  iteration: number;
  /** How many there will be at most. */
  of: number;
  /** What is made small or large: the loss, the inertia, the log-likelihood. */
  value: number;
}

/** The option `onProgress` of iterative methods: called after every iteration. */
export type OnProgress = (now: Iteration) => void;

/**
 * Asserts that the option `onProgress` is a function where it is given, and returns it.
 *
 * @throws TypeError if it is anything else.
 * @example
 * core.requireOnProgress("gmm", undefined) // => undefined
 * core.requireOnProgress("gmm", "bar") // throws gmm: onProgress must be a function, got "bar" (string)
 */
export function requireOnProgress(
  caller: string,
  onProgress: OnProgress | undefined,
): OnProgress | undefined {
  return onProgress === undefined ? undefined : requireFunction(caller, "onProgress", onProgress);
}
