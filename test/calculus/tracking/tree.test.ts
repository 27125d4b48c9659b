import { describe, expect, test } from "vitest";
import { Tensor } from "../../../lib/calculus";
import { flatten } from "../../../lib/calculus/tracking/tree";

const shapes = (x: unknown) =>
  flatten("f", "x", x).leaves.map((v) => (v instanceof Tensor ? v.shape : []));

describe("what is a leaf", () => {
  test.each([
    [5, [[]]],
    [[1, 2, 3], [[3]]],
    [[[1, 2, 3]], [[1, 3]]],
    [[], [[0]]],
    [[[], []], [[2, 0]]],
    [
      [[1, 2], [3]],
      [[2], [1]],
    ],
    [
      [1, [2, 3]],
      [[], [2]],
    ],
    [{ a: 1, b: [1, 2] }, [[], [2]]],
    [{ length: 3 }, [[]]],
    [
      [{ a: 1 }, { b: [[1]] }],
      [[], [1, 1]],
    ],
    [{}, []],
  ])("%j", (x, expected) => {
    expect(shapes(x)).toEqual(expected);
  });

  test.each([[5], [[1, 2]], [[{ a: 1 }, { b: { c: [[1]] } }]], [{ a: [[1, 2], [3]] }], [{}]])(
    "%j is rebuilt with other leaves",
    (x) => {
      const { leaves, rebuild } = flatten("f", "x", x);
      const names = leaves.map((_, k) => `leaf ${k}`);
      const text = JSON.stringify(rebuild(names));
      expect(text.match(/leaf \d/g) ?? []).toEqual(names);
      const plain = leaves.map((v) =>
        v instanceof Tensor ? (v.shape.length === 1 ? [...v.data] : [[...v.data]]) : v,
      );
      expect(rebuild(plain)).toEqual(x);
    },
  );

  test("what can be none names its place", () => {
    const message = "must be a number, vector, matrix or tracked value, got";
    expect(() => flatten("f", "x", { a: [1, { b: "c" }] })).toThrow(`f: x.a[1].b ${message} "c"`);
    expect(() => flatten("f", "x", [null])).toThrow(`f: x[0] ${message} null`);
    expect(() => flatten("f", "x", { a: new Date(0) })).toThrow(
      `f: x.a ${message} 1970-01-01 (Date)`,
    );
    expect(() => flatten("f", "x", { a: Infinity })).toThrow(
      "f: x.a must be finite, entry 0 is Infinity",
    );
  });
});
