import { expect, test } from "vitest";
import { createPace } from "../../../../tools/kernel/wire/pace";

/** The most that one window of 3 s of jupyter_server sees, when all is sent as early as may be. */
function most(sizes: number[], last: boolean): { bytes: number; messages: number; end: number } {
  let time = 0;
  const pace = createPace(() => time);
  const sent: { at: number; bytes: number }[] = [];
  for (const bytes of sizes) {
    for (let wait = pace.delay(bytes, last); wait > 0; wait = pace.delay(bytes, last)) time += wait;
    pace.sent(bytes);
    sent.push({ at: time, bytes });
  }
  const windows = sent.map(({ at }) => sent.filter((s) => s.at > at - 3000 && s.at <= at));
  return {
    bytes: Math.max(...windows.map((w) => w.reduce((sum, { bytes }) => sum + bytes, 0))),
    messages: Math.max(...windows.map((w) => w.length)),
    end: time,
  };
}

const MB = 1e6;

test("a burst passes at once", () => {
  expect(most(Array(36).fill(65_536), false).end).toBe(0);
  expect(most(Array(2700).fill(100), false).end).toBe(0);
});

test.each([true, false])(
  "a flood stays below 1 MB/s, and does not come to a halt (last: %s)",
  (last) => {
    const { bytes, end } = most(Array(400).fill(66_000), last);
    expect(bytes).toBeLessThan(3 * MB);
    const rate = (400 * 66_000) / end;
    expect(rate).toBeGreaterThan(700);
  },
);

test("many small messages stay below 1000 a second", () => {
  expect(most(Array(9000).fill(0), true).messages).toBeLessThan(3000);
});

test("a message larger than the window waits for an empty one, and goes", () => {
  const { end } = most([MB, 5 * MB, MB], false);
  expect(end).toBeGreaterThanOrEqual(6000);
  expect(end).toBeLessThan(7000);
});

test("what stands before something else need not wait for the last of the window", () => {
  const pace = createPace(() => 0);
  pace.sent(2.4 * MB);
  expect(pace.delay(0.3 * MB, false)).toBeGreaterThan(0);
  expect(pace.delay(0.3 * MB, true)).toBe(0);
});
