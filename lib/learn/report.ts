/**
 * How a fit went. Every model carries it. `Entry` is what `history` holds of an iteration: an object
 * with named fields, such as `{ inertia }`.
 */
export interface FitReport<Entry extends object = object> {
  /** Whether the stopping rule was met before the iterations ran out. Never assume it: look. */
  converged: boolean;
  /** Number of iterations. */
  nit: number;
  /** Why the iteration stopped, in words, and what is wrong with the data where something is. */
  message: string;
  /** The objective after each iteration (of the run that was kept, where there are restarts). */
  history: Entry[];
}
