/** One stop of a way, in the order in which it is walked. */
export interface Stop<T> {
  item: T;
  /** Column it stands in, from the left. */
  lane: number;
  /** Rows of the stops that come right before it. */
  from: number[];
  /** Row of the last stop that comes right after it; its own row if there is none. */
  until: number;
}

/** Rows of what comes right before each item: needed, and by nothing else that is needed. */
function directly<T>(items: readonly T[], neededBy: (item: T) => ReadonlySet<T>): number[][] {
  return items.map((item, row) => {
    const needed = items.filter((other) => neededBy(item).has(other));
    const direct = needed.filter((one) => !needed.some((other) => neededBy(other).has(one)));
    const rows = direct.map((other) => items.indexOf(other));
    if (rows.some((other) => other >= row))
      throw new Error(`item ${row} of a way needs a later one`);
    return rows;
  });
}

/** The lane of the next stop: that of a line which ends in it, or the next one that is free. */
function laneOf(from: readonly number[], row: number, above: readonly Stop<unknown>[]): number {
  const before = from.map((other) => above[other] as Stop<unknown>);
  const ending = before.filter(({ until }) => until === row).map(({ lane }) => lane);
  if (ending.length > 0) return Math.min(...ending);
  const taken = new Set(above.filter(({ until }) => until >= row).map(({ lane }) => lane));
  let lane = before.length > 0 ? Math.min(...before.map((stop) => stop.lane)) : 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}

/**
 * Lays out a way with branches as rails: a stop's line runs down its lane as far as the last stop that
 * needs it, which takes the lane over; the others turn off into the next lane that is free.
 *
 * @param items - In the order in which they are walked.
 * @param neededBy - Everything that has to come before an item, at first and second hand.
 * @throws Error if an item needs a later one.
 */
export function layOut<T>(items: readonly T[], neededBy: (item: T) => ReadonlySet<T>): Stop<T>[] {
  const before = directly(items, neededBy);
  const stops: Stop<T>[] = [];
  for (const [row, item] of items.entries()) {
    const from = before[row] as number[];
    const needing = before.flatMap((rows, other) => (rows.includes(row) ? [other] : []));
    const until = Math.max(row, ...needing);
    stops.push({ item, lane: laneOf(from, row, stops), from, until });
  }
  return stops;
}

/** Width of a lane in the units of a drawing, and the height of a stop's own row in it. */
export const LANE = 100;
const MIDDLE = LANE / 2;
const x = (lane: number) => lane * LANE + MIDDLE;

/** The lines of a row: those at the height of its stop, and those that go on below it. */
export function rails(stops: readonly Stop<unknown>[], row: number): { at: string; below: string } {
  const stop = stops[row] as Stop<unknown>;
  const passing = stops.filter(({ until }, other) => other < row && until > row);
  const into = stop.from.map((other) => {
    const start = x((stops[other] as Stop<unknown>).lane);
    return `M${start} 0Q${start} ${MIDDLE} ${x(stop.lane)} ${MIDDLE}`;
  });
  const goesOn = stop.until > row;
  const through = passing.map(({ lane }) => `M${x(lane)} 0V${LANE}`);
  const out = goesOn ? [`M${x(stop.lane)} ${MIDDLE}V${LANE}`] : [];
  const on = goesOn ? [`M${x(stop.lane)} 0V${LANE}`] : [];
  return { at: [...through, ...into, ...out].join(""), below: [...through, ...on].join("") };
}
