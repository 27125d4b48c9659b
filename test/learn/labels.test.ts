import { describe, expect, test } from "vitest";
import { encodeLabels, packClasses, requireLabels } from "../../lib/learn/labels";

describe("labels", () => {
  test("are sorted by value, not by their text", () => {
    expect(encodeLabels("f", "y", [10, 9, 2, 9])).toEqual({
      classes: [2, 9, 10],
      codes: Int32Array.of(2, 1, 0, 1),
      counts: [1, 2, 1],
    });
    expect(encodeLabels("f", "y", ["b", "a", "B"]).classes).toEqual(["B", "a", "b"]);
  });

  test("are of one kind, finite, and as many as rows", () => {
    const mixed: (string | number)[] = [1, "1"];
    expect(() => requireLabels("f", "y", mixed)).toThrow(
      'f: y must hold labels of one kind, y[0] is a number and y[1] is "1" (string)',
    );
    expect(() => requireLabels("f", "y", [true] as never)).toThrow(
      "f: y must hold numbers or strings, y[0] is true",
    );
    expect(() => requireLabels("f", "y", [Infinity])).toThrow("y[0] is Infinity");
    expect(() => requireLabels("f", "y", "abc" as never)).toThrow("y must be a vector of labels");
    expect(() => packClasses("f", [[1], [2]], ["a"])).toThrow(
      "f: y must have length 2 (rows of X), got 1",
    );
    expect(() => packClasses("f", [[1], [2]], ["a", "a"])).toThrow(
      'f: y must hold at least 2 classes, got 1 ("a" (string))',
    );
    expect(() => packClasses("f", [[1]], ["a"])).toThrow("f: X must have at least 2 rows");
  });
});
