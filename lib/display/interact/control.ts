/** What the reader may set, and how Jupyter's widgets show it. */
export interface Control<T> {
  /** Its value at the start. */
  readonly value: T;
  /** What stands beside it; default: the name of the value. */
  readonly description: string | undefined;
  /** The widget's model, without description and style: its class and what that holds. */
  model(): { name: string; style: string; state: Record<string, unknown> };
  /** The value that a change of the widget's state means; undefined if it changes something else. */
  read(changed: Readonly<Record<string, unknown>>): T | undefined;
  /** Values from first to last, at most `most` and the one at the start among them, with their names. */
  along(most: number): { value: T; label: string }[];
  /** What can be chosen, in words. */
  words(): string;
}

/** Controls by the names of their values. */
export type Controls = Readonly<Record<string, Control<unknown>>>;

/** The values that controls hold, by the same names. */
export type Values<C extends Controls> = {
  [K in keyof C]: C[K] extends Control<infer T> ? T : never;
};

/** So many places from 0 to last, evenly spread, `kept` among them in place of the nearest. */
export function places(last: number, most: number, kept: number): number[] {
  const count = Math.min(last + 1, most);
  if (count < 2) return count === 1 ? [kept] : [];
  const spread = Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));
  const distance = (i: number) => Math.abs(spread[i] - kept);
  const nearest = spread.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
  return spread.map((place, i) => (i === nearest ? kept : place));
}
