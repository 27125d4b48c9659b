import { expect, test } from "vitest";
import { requireSuccesses } from "../../../lib/stats/arguments/successes";
import { thrown } from "../helpers";

test("successes of trials", () => {
  expect(requireSuccesses("f", 2, 3)).toEqual([2, 3]);
  expect(thrown(() => requireSuccesses("f", 4, 3)).message).toBe(
    "f: k must be an integer in [0, 3], got 4",
  );
  expect(thrown(() => requireSuccesses("f", 0, 0)).kind).toBe("RangeError");
});
