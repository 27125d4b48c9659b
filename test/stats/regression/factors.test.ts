import { expect, test } from "vitest";
import { factorOf, interactionColumns, sumContrasts } from "../../../lib/stats/regression/factors";
import { thrown } from "../helpers";

test("levels, contrasts and their products", () => {
  const f = factorOf("g", "a", ["x", "y", "z", "x"], 4);
  expect(f).toEqual({ levels: ["x", "y", "z"], codes: [0, 1, 2, 0] });
  const C = sumContrasts(f);
  expect(C).toEqual([
    [1, 0],
    [0, 1],
    [-1, -1],
    [1, 0],
  ]);
  expect(interactionColumns([[1, 2]], [[3, 4]])).toEqual([[3, 4, 6, 8]]);
  expect(factorOf("g", "a", [1, "1"], 2).levels).toEqual([1, "1"]);
  expect(thrown(() => factorOf("g", "a", "xy", 2)).kind).toBe("TypeError");
  expect(thrown(() => factorOf("g", "a", [1, NaN], 2)).kind).toBe("TypeError");
});
