import { describe, expect, test } from "vitest";
import { cond } from "../../lib/linalg";
import { EPS, fixture, forEachEngine } from "./helpers";

interface System {
  name: string;
  A: number[][];
  cond: { "2": number; "1": number; inf: number; fro: number };
}

forEachEngine("cond", () => {
  describe("by mpmath, to the digits that the condition number itself leaves", () => {
    for (const { name, A, cond: want } of fixture<{ systems: System[] }>("systems").systems) {
      test(name, () => {
        const close = (got: number, value: number) =>
          expect(Math.abs(got / value - 1)).toBeLessThan(10 * A.length * EPS * value);
        close(cond(A), want[2]);
        close(cond(A, 1), want[1]);
        close(cond(A, Infinity), want.inf);
        close(cond(A, "fro"), want.fro);
      });
    }
  });

  test("singular matrices have κ = ∞ or as good as", () => {
    expect(
      cond(
        [
          [1, 1],
          [1, 1],
        ],
        1,
      ),
    ).toBe(Infinity);
    expect(cond([[0]])).toBe(Infinity);
    expect(
      cond([
        [1, 2],
        [2, 4],
      ]),
    ).toBeGreaterThan(1e15);
  });

  test("m×n in the 2-norm", () => {
    expect(
      cond([
        [2, 0, 0],
        [0, 1, 0],
      ]),
    ).toBe(2);
  });

  test("what it rejects", () => {
    expect(() => cond([])).toThrow(new RangeError("cond: A must have at least 1 row, got 0×0"));
    expect(() => cond([[]])).toThrow(
      new RangeError("cond: A must have at least 1 column, got 1×0"),
    );
    expect(() => cond([[1, 2]], 1)).toThrow(new RangeError("cond: A must be square, got 1×2"));
    expect(() => cond([[1]], "nuclear" as never)).toThrow(
      new RangeError('cond: ord must be 1, 2, Infinity or "fro", got "nuclear" (string)'),
    );
  });
});
