import type { Vector } from "../core";

/** How a fit went. Every model that is found by iteration carries it. */
export interface FitReport {
  /** Whether the stopping rule was met before the iterations ran out. Never assume it: look. */
  converged: boolean;
  /** Number of iterations. */
  nit: number;
  /** Why the iteration stopped, in words. */
  message: string;
  /** The objective after each iteration (of the run that was kept, where there are restarts). */
  history: Vector;
}
