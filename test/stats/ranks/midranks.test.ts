import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { midranksOf, rankWithTies, tieTerm } from "../../../lib/stats/ranks/midranks";

test("the sizes of the groups give back the ranks", () => {
  const random = rng(3);
  for (const x of [[], [7], random.integers(0, 5, 30), random.normal(0, 1, 9)]) {
    const { ranks, ties } = rankWithTies(x);
    const fromTies = midranksOf(ties).flatMap((r, g) => new Array<number>(ties[g]).fill(r));
    expect(fromTies).toEqual(ranks.slice().sort((a, b) => a - b));
    expect(ties.reduce((a, b) => a + b, 0)).toBe(x.length);
  }
});

test("the term of ties is 0 without any", () => {
  expect(tieTerm([1, 1, 1])).toBe(0);
  expect(tieTerm([3, 1, 2])).toBe(24 + 6);
});
