import { expect, test } from "vitest";
import { smallestReached } from "../../../lib/core/special/smallestReached";

test("finds the first value from any guess, in few trials", () => {
  for (const first of [0, 1, 7, 1000, 123456789]) {
    for (const guess of [-5, 0, 6, 7, 8, 999, 1e6, 1e9]) {
      let trials = 0;
      const reached = (k: number) => {
        trials += 1;
        return k >= first;
      };
      expect(smallestReached(reached, guess, 0, 1e9)).toBe(first);
      expect(trials).toBeLessThan(70);
    }
  }
});

test("near the guess a few trials suffice", () => {
  let trials = 0;
  const reached = (k: number) => {
    trials += 1;
    return k >= 500001;
  };
  smallestReached(reached, 500000, 0, 1e12);
  expect(trials).toBeLessThan(6);
});

test("never leaves its bounds", () => {
  const inside = (answer: boolean) => (k: number) => {
    if (k < 3 || k > 9) throw new Error(`asked for ${k}`);
    return answer;
  };
  expect(smallestReached(inside(true), 100, 3, 9)).toBe(3);
  expect(smallestReached(inside(false), -100, 3, 9)).toBe(9); // what rounding may bring about
  expect(smallestReached(inside(true), 3, 3, 3)).toBe(3);
});
