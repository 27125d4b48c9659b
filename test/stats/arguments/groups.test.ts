import { expect, test } from "vitest";
import { requireGroups, requireNames } from "../../../lib/stats/arguments/groups";
import { thrown } from "../helpers";

test("groups and their names", () => {
  expect(requireGroups("f", [[1], [2, 3]])).toEqual([[1], [2, 3]]);
  expect(thrown(() => requireGroups("f", [[1, 2], [3]], 2)).message).toBe(
    "f: groups[1] must have at least 2 entries, got 1",
  );
  expect(requireNames("f", undefined, 2)).toEqual(["1", "2"]);
  expect(thrown(() => requireNames("f", ["a"], 2)).message).toBe(
    "f: names must have length 2 (groups), got 1",
  );
  expect(thrown(() => requireNames("f", [1] as never, 1)).kind).toBe("TypeError");
});
