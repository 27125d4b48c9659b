import { expect, test } from "vitest";
import { buckets, group } from "../../../lib/data/frames/groups";

const NONE = Number.NaN;

test("combinations are numbered as they come", () => {
  const { codes, count } = group(
    [
      ["b", "a", "b", "a"],
      [1, 1, 1, 2],
    ],
    4,
  );
  expect([[...codes], count]).toEqual([[0, 1, 0, 2], 3]);
  expect(group([[1, 2, 1]], 3)).toEqual({ codes: Int32Array.of(0, 1, 0), count: 2 });
});

test("types are told apart, dates by their time, what is missing is one", () => {
  expect([...group([[1, "1", true]], 3).codes]).toEqual([0, 1, 2]);
  expect([...group([[new Date(5), new Date(5), new Date(6)]], 3).codes]).toEqual([0, 0, 1]);
  expect([...group([[NONE, null, undefined, 0, -0]], 5).codes]).toEqual([0, 0, 0, 1, 1]);
});

test("no columns are one group, no rows none", () => {
  expect(group([], 2)).toEqual({ codes: Int32Array.of(0, 0), count: 1 });
  expect(group([[]], 0)).toEqual({ codes: new Int32Array(0), count: 0 });
});

test("buckets keep the order of rows and leave out negative codes", () => {
  const { from, rows } = buckets({ codes: Int32Array.of(1, 0, -1, 1, 2), count: 4 });
  expect([[...from], [...rows]]).toEqual([
    [0, 1, 3, 4, 4],
    [1, 0, 3, 4],
  ]);
});

test("whole numbers close together are told apart as others are", () => {
  const keys = [7, Number.NaN, -3, -0, 7, 0, Number.NaN, 2];
  const words = keys.map(String).map((word) => (word === "NaN" ? Number.NaN : word));
  const { codes, count } = group([keys], keys.length);
  expect([...codes]).toEqual([0, 1, 2, 3, 0, 3, 1, 4]);
  expect(count).toBe(5);
  expect(group([words], keys.length)).toEqual({ codes, count });
  const far = keys.map((v) => v * 1e15);
  expect(group([far], keys.length)).toEqual({ codes, count });
  expect(group([keys, words], keys.length)).toEqual({ codes, count });
});
