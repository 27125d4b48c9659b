import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut, rails } from "../../../../tools/export/front/lanes";

/** What each of the numbers 0, 1, … needs, at first hand. */
function needs(direct: number[][]) {
  const all = (item: number): Set<number> =>
    new Set(direct[item]?.flatMap((other) => [other, ...all(other)]));
  return { items: direct.map((_, item) => item), all };
}
const laid = (...direct: number[][]) => {
  const { items, all } = needs(direct);
  return layOut(items, all);
};

describe("layOut", () => {
  test("a way without branches is one lane", () => {
    expect(laid([], [0], [0, 1]).map(({ lane }) => lane)).toEqual([0, 0, 0]);
  });

  test("joins a stop only to what it needs and nothing between needs", () => {
    expect(laid([], [0], [0, 1]).map(({ from }) => from)).toEqual([[], [0], [1]]);
  });

  test("the last stop takes the lane over, those before it turn off", () => {
    const stops = laid([], [0], [0], [0]);
    expect(stops.map(({ lane }) => lane)).toEqual([0, 1, 1, 0]);
    expect(stops[0]?.until).toBe(3);
  });

  test("refuses what needs a later one", () => {
    expect(() => laid([1], [])).toThrow("item 0 of a way needs a later one");
  });

  test("no line runs through a stop that it does not belong to", () => {
    const ways = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(ways, (raw) => {
        const direct = raw.map((some, i) => (i === 0 ? [] : some.map((n) => n % i)));
        const stops = laid(...direct);
        stops.forEach((stop, row) => {
          for (const [other, { lane, until }] of stops.entries()) {
            if (other < row && until > row) expect(lane).not.toBe(stop.lane);
            if (other < row && until === row && lane === stop.lane)
              expect(stop.from).toContain(other);
          }
        });
      }),
    );
  });
});

test("rails pass, turn in and go on", () => {
  const stops = laid([], [0], [0]);
  expect(rails(stops, 0)).toEqual({ at: "M50 50V100", below: "M50 0V100" });
  expect(rails(stops, 1)).toEqual({ at: "M50 0V100M50 0Q50 50 150 50", below: "M50 0V100" });
  expect(rails(stops, 2)).toEqual({ at: "M50 0Q50 50 50 50", below: "" });
});
