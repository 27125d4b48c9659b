import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { Control } from "../../../../../tools/kernel/messages";
import { createInterrupts, Interrupted } from "../../../../../tools/kernel/session/run/interrupts";
import { currentRun, Run, within } from "../../../../../tools/kernel/session/run/run";
import { Running } from "../../../../../tools/kernel/session/run/running";
import { watchTimers } from "../../../../../tools/kernel/session/run/timers";

function world() {
  const control = new Int32Array(new SharedArrayBuffer(4 * Control.length));
  const running = new Running();
  let answers = 0;
  const interrupts = createInterrupts(
    control,
    () => running.stop(),
    () => answers++,
  );
  const { setTimeout, setInterval, setImmediate } = globalThis;
  const { queueMicrotask, clearInterval, clearTimeout } = globalThis;
  const timers = {
    ...{ setTimeout, setInterval, setImmediate, queueMicrotask, clearInterval, clearTimeout },
  };
  watchTimers(interrupts, running, timers);
  const raise = () => Atomics.add(control, Control.interrupts, 1);
  return { timers, running, interrupts, raise, answers: () => answers };
}
const newRun = (count: number) => new Run({} as never, count);

test("what a timer calls belongs to the run that started it", async () => {
  const { timers } = world();
  const seen: (number | undefined)[] = [];
  const note = () => seen.push(currentRun()?.count);
  within(newRun(1), () => {
    timers.setTimeout(note, 1);
    timers.setImmediate(note);
    timers.queueMicrotask(note);
    const interval = timers.setInterval(() => {
      note();
      timers.clearInterval(interval);
    }, 1);
  });
  within(newRun(2), () => {});
  await sleep(30);
  expect(seen).toEqual([1, 1, 1, 1]);
});

test("a stopped run ticks no more and starts nothing", async () => {
  const { timers, running, interrupts, raise } = world();
  const run = newRun(1);
  running.current = run;
  let ticks = 0;
  within(run, () => timers.setInterval(() => ticks++, 1));
  await sleep(20);
  raise();
  interrupts.notice();
  const before = ticks;
  await sleep(20);
  expect(before).toBeGreaterThan(0);
  expect(ticks).toBe(before);
  for (const start of [timers.setTimeout, timers.setInterval, timers.setImmediate]) {
    expect(() => within(run, () => start(() => {}, 1))).toThrow(Interrupted);
  }
});

test("with nothing running, an interrupt ends what still ticks; a current run keeps others alive", () => {
  const { timers, running, interrupts, raise } = world();
  const [old, current] = [newRun(1), newRun(2)];
  const interval = within(old, () => timers.setInterval(() => {}, 1000));
  running.current = current;
  raise();
  interrupts.notice();
  expect([old.stopped, current.stopped]).toEqual([false, true]);
  running.current = undefined;
  raise();
  interrupts.notice();
  expect(old.stopped).toBe(true);
  expect(old.intervals.size).toBe(0);
  timers.clearInterval(interval);
});

test("an interrupt is answered once, and only when it has been noticed", () => {
  const { interrupts, raise, answers } = world();
  interrupts.answer();
  raise();
  interrupts.answer();
  expect(answers()).toBe(0);
  interrupts.notice();
  interrupts.answer();
  interrupts.answer();
  expect(answers()).toBe(1);
});

test("the promise form of setTimeout is kept", async () => {
  const { timers } = world();
  expect(await promisify(timers.setTimeout)(1, "value")).toBe("value");
});
