import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { PythonPeer } from "./python";

/** One of those who do the same task: seconds a call takes, measured over `repeat` calls. */
export interface Contender {
  name: string;
  time: (repeat: number) => number | Promise<number>;
}

/** How a comparison is run. */
export interface Rounds {
  /** Rounds in which every contender has its turn. Default 7. */
  rounds?: number;
  /** Seconds that one turn lasts at least. Default 0.05. */
  turn?: number;
  /** Seconds that all rounds of one contender may last; slower ones get fewer rounds. Default 3. */
  budget?: number;
}

/** The median of some numbers. */
export function median(x: readonly number[]): number {
  const s = x.slice().sort((a, b) => a - b);
  const h = s.length >> 1;
  return s.length % 2 === 1 ? s[h] : (s[h - 1] + s[h]) / 2;
}

/** A contender in this process: a function called again and again. */
export function here(name: string, f: () => unknown): Contender {
  return {
    name,
    time: (repeat) => {
      const start = process.hrtime.bigint();
      for (let i = 0; i < repeat; i++) f();
      return Number(process.hrtime.bigint() - start) / 1e9 / repeat;
    },
  };
}

/** A contender in Python: an expression of what was sent to `peer` before. */
export function there(name: string, peer: PythonPeer, expression: string): Contender {
  return { name, time: (repeat) => peer.time(expression, repeat) };
}

/**
 * OpenBLAS's threads go on spinning for 2²⁶ ticks after a call, about a tenth of a second, and slow down
 * whoever comes next to half the speed. The next contender waits them out.
 */
const PAUSE_MS = 130;

/** Seconds a call may take for its contender to rehearse each turn once. */
const QUICK = 0.25;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Makes the machine the same for the next contender: nobody's garbage left, nobody's threads awake. */
async function settle(): Promise<void> {
  collectGarbage();
  await sleep(PAUSE_MS);
}

/**
 * Lets the contenders take turns, so that whatever else the machine does falls on all of them, and
 * returns the seconds that a call took each in every round. A first turn of each, for warming up and
 * for finding how many calls fill a turn, does not count, nor does the rehearsal before every turn. A
 * contender too slow for all rounds has fewer times; the first one has them all.
 */
export async function alternate(
  contenders: readonly Contender[],
  { rounds = 7, turn = 0.05, budget = 3 }: Rounds = {},
): Promise<Map<string, number[]>> {
  const repeats = new Map<string, number>();
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (const { name, time } of contenders) {
    const first = await time(1);
    if (first > budget / 2) {
      times.get(name)!.push(first);
      continue;
    }
    let repeat = 1;
    let seconds = first;
    while (seconds * repeat < turn) {
      repeat = Math.ceil(Math.min(turn / seconds, repeat * 8) * 1.1);
      seconds = await time(repeat);
    }
    repeats.set(name, repeat);
  }
  for (let round = 0; round < rounds; round++) {
    for (const { name, time } of contenders) {
      const done = times.get(name)!;
      const repeat = repeats.get(name);
      if (repeat === undefined) continue;
      const spent = done.reduce((sum, t) => sum + t * repeat, 0);
      if (name !== contenders[0].name && spent > budget) continue;
      await settle();
      // The collector gave pages back to the system, which takes its time to hand them out again.
      if (spent <= QUICK * repeat * done.length) await time(repeat);
      done.push(await time(repeat));
    }
  }
  return times;
}

/** How many times as long as b took a: the median of the ratios of rounds in which both had a turn. */
export function ratio(a: readonly number[], b: readonly number[]): number {
  const both = Math.min(a.length, b.length);
  return median(Array.from({ length: both }, (_, k) => a[k] / b[k]));
}
