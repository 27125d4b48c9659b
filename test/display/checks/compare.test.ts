import { describe, expect, test } from "vitest";
import { firstDifference, isNumbers, largest, toPlain } from "../../../lib/display/checks/compare";

const tolerance = { rtol: 1e-6, atol: 0 };

describe("firstDifference", () => {
  test("none", () => {
    expect(firstDifference(1 + 1e-9, 1, tolerance)).toBe(null);
    expect(firstDifference([[1], ["a"], true], [[1], ["a"], true], tolerance)).toBe(null);
    expect(firstDifference(Number.NaN, Number.NaN, tolerance)).toBe(null);
  });

  test("its place and both values", () => {
    expect(
      firstDifference(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 2],
          [3, 5],
        ],
        tolerance,
      ),
    ).toEqual({
      path: "[1][1]",
      got: "4",
      want: "5",
    });
    expect(firstDifference("a", "b", tolerance)).toEqual({ path: "", got: '"a"', want: '"b"' });
    expect(firstDifference(1, true, tolerance)).toEqual({ path: "", got: "1", want: "true" });
  });

  test("shapes that differ", () => {
    expect(firstDifference([1, 2], [1], tolerance)).toEqual({
      path: "",
      got: "an array of length 2",
      want: "an array of length 1",
    });
    expect(firstDifference([[1], 2], [[1], [2]], tolerance)).toEqual({
      path: "[1]",
      got: "2",
      want: "an array of length 1",
    });
  });
});

test("numbers to any depth", () => {
  expect(isNumbers([[1], 2])).toBe(true);
  expect(isNumbers([1, "2"])).toBe(false);
  expect(largest([[1, -7], [Infinity]])).toBe(7);
  expect(largest([])).toBe(0);
  expect(toPlain([new Float32Array([1, 2])])).toEqual([[1, 2]]);
});

test("a list that holds itself is refused in words", () => {
  const list: unknown[] = [1];
  list.push(list);
  expect(() => toPlain(list)).toThrow(
    "check: lists must not be nested deeper than 64; does one hold itself?",
  );
});

test("what is no number, word or truth value is named", () => {
  const differ = (a: unknown, b: unknown) => firstDifference(a, b, { rtol: 0, atol: 0 });
  expect(differ(1n, 2n)).toEqual({ path: "", got: "1n (bigint)", want: "2n (bigint)" });
  expect(differ([{ a: 1 }], [{ a: 1 }])).toMatchObject({ got: "an Object" });
});
