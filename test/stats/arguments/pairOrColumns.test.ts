import { expect, test } from "vitest";
import { correlation, covariance } from "../../../lib/stats";
import { pairOrColumns, symmetricMatrix } from "../../../lib/stats/arguments/pairOrColumns";
import { thrown } from "../helpers";

const X = [
  [1, 2],
  [3, 5],
];

test("two vectors or the columns of a matrix, with options last", () => {
  expect(pairOrColumns("f", [1, 2], [[3, 4], { a: 1 }], 1)).toEqual({
    columns: null,
    x: [1, 2],
    y: [3, 4],
    options: { a: 1 },
  });
  expect(pairOrColumns("f", X, [{ a: 1 }], 1)).toEqual({
    columns: [
      [1, 3],
      [2, 5],
    ],
    options: { a: 1 },
  });
  expect(pairOrColumns("f", X, [], 1).options).toEqual({});
});

test("what is neither is refused, and nothing dropped", () => {
  for (const f of [covariance, correlation]) {
    const loose = f as (...args: unknown[]) => unknown;
    for (const rest of [[undefined], [[1, 2]], [undefined, {}], [{}, {}]]) {
      expect(thrown(() => loose(X, ...rest)).message).toMatch(
        `${f.name}: options alone may follow a matrix, got `,
      );
    }
    for (const bad of [null, 3, "pearson"]) {
      expect(thrown(() => loose(X, bad)).message).toMatch(
        `${f.name}: options must be an object, got `,
      );
      expect(thrown(() => loose([1, 2], [1, 3], bad)).message).toMatch(
        `${f.name}: options must be an object, got `,
      );
    }
    for (const bad of [undefined, null, {}]) {
      expect(thrown(() => loose([1, 2], bad)).message).toMatch(`${f.name}: y must be a vector`);
      expect(thrown(() => loose([1, 2], bad, {})).message).toMatch(`${f.name}: y must be a vector`);
    }
    expect(loose([1, 2], [1, 3], undefined)).toBe(loose([1, 2], [1, 3]));
  }
});

test("the symmetric matrix of a function of pairs", () => {
  expect(symmetricMatrix([1, 2, 3], (a, b) => a * b)).toEqual([
    [1, 2, 3],
    [2, 4, 6],
    [3, 6, 9],
  ]);
});
