import { expect, test } from "vitest";
import { sampleAndOptions } from "../../../lib/stats/arguments/sampleAndOptions";
import { thrown } from "../helpers";

test("tells a sample from options by its kind, and two arguments by their places", () => {
  expect(sampleAndOptions("f", [])).toEqual({ one: true, y: [], options: {} });
  expect(sampleAndOptions("f", [[1, 2]])).toEqual({ one: false, y: [1, 2], options: {} });
  expect(sampleAndOptions("f", [{ mean: 1 }])).toEqual({ one: true, y: [], options: { mean: 1 } });
  expect(sampleAndOptions("f", [[3], { mean: 1 }])).toEqual({
    one: false,
    y: [3],
    options: { mean: 1 },
  });
  // what stands at the place of y is y, for its guard to refuse
  expect(sampleAndOptions("f", [undefined, { mean: 1 }])).toEqual({
    one: false,
    y: undefined,
    options: { mean: 1 },
  });
});

test("refuses what is neither", () => {
  for (const bad of [undefined, null, 0, "y", () => []]) {
    expect(thrown(() => sampleAndOptions("f", [bad])).message).toMatch(
      /^f: the second argument must be a sample or options, got /,
    );
  }
});
