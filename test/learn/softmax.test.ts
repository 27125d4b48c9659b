import { describe, expect, test } from "vitest";
import { largest, softmax } from "../../lib/learn/softmax";
import { expectClose } from "./helpers";

describe("softmax and largest", () => {
  test("stay finite for huge scores, and shift does not matter", () => {
    expectClose(softmax([1000, 1000 + Math.log(3)]), [0.25, 0.75], { rtol: 1e-12 });
    expectClose(softmax([-1e308, 0]), [0, 1]);
    expect(
      largest(
        [
          [1, 3, 3],
          [2, 1, 0],
        ],
        ["a", "b", "c"],
      ),
    ).toEqual(["b", "a"]);
  });
});
