import { describe, expect, test } from "vitest";
import { crossValidate, gridSearch, kFold, meanSquaredError, r2 } from "../../lib/learn";

const X = [[1], [2], [3], [4], [5], [6]];
const y = [2, 4, 6, 8, 10, 13];
const folds = kFold(6, { nSplits: 3, shuffle: false });
const line = (_: number[][], __: number[], { a, b }: { a: number; b: number }) => ({
  a,
  b,
  predict: (Z: readonly (readonly number[])[]) => Z.map((z) => a * z[0] + b),
});

describe("gridSearch", () => {
  test("finds the best point, fits it to all the data and reports progress", () => {
    const seen: string[] = [];
    const grid = { a: [1, 2, 3], b: [0, 1] };
    const found = gridSearch(line, X, y, grid, {
      score: meanSquaredError,
      goal: "minimize",
      folds,
      onProgress: ({ iteration, of, params, value }) =>
        seen.push(`${iteration}/${of} ${params.a} ${value}`),
    });
    expect(found.bestParams).toEqual({ a: 2, b: 0 });
    expect(found.bestScore).toBeCloseTo(1 / 6, 15);
    expect(found.model.a).toBe(2);
    expect(found.results.map(({ params }) => [params.a, params.b])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 1],
    ]);
    expect(seen.length).toBe(6);
    expect(seen[2]).toBe(`3/6 2 ${found.bestScore}`);
  });

  test("each result is what crossValidate gives", () => {
    const { results } = gridSearch(line, X, y, { a: [1, 2], b: [0] }, { score: r2, folds });
    for (const { params, ...rest } of results) {
      const fit = (A: number[][], t: number[]) => line(A, t, params);
      expect(rest).toEqual(crossValidate(fit, X, y, { score: r2, folds }));
    }
  });

  test("of equal points the first is best", () => {
    const same = { a: [2], b: [0, 0] };
    const found = gridSearch(line, X, y, same, { score: r2, folds });
    expect(found.bestParams).toBe(found.results[0].params);
  });

  test("refuses an empty grid and unknown goals", () => {
    expect(() => gridSearch(line, X, y, { a: [], b: [0] }, { score: r2 })).toThrow(
      "gridSearch: grid.a must be a non-empty list of values, got an array of length 0",
    );
    expect(() => gridSearch(line, X, y, [1] as never, { score: r2 })).toThrow(
      "grid must be an object",
    );
    const options = { score: r2, goal: "best" as never };
    expect(() => gridSearch(line, X, y, { a: [1], b: [1] }, options)).toThrow(
      "goal must be one of",
    );
  });
});
