/**
 * Parts of figures that `plot` has made: Plotly knows all that is in them. Its list of attributes, four
 * megabytes, is read for others alone.
 */
const ours = new WeakSet<object>();

/** Marks a trace or a layout as made by `plot`. */
export function markOurs<T extends object>(part: T): T {
  ours.add(part);
  return part;
}

export const isOurs = (part: object): boolean => ours.has(part);
