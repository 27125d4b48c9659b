import { describe, expect, test } from "vitest";
import {
  describeValue,
  LinAlgError,
  requireBoolean,
  requireFunction,
  requireMatrix,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
} from "../../lib/core";

/** Holds a call to throwing an error of exactly this kind with exactly this message. */
function expectError(f: () => unknown, Kind: ErrorConstructor, message: string): void {
  let caught: unknown;
  try {
    f();
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(Kind);
  expect((caught as Error).name).toBe(Kind.name);
  expect((caught as Error).message).toBe(message);
}

const bad = (v: unknown) => v as never;

describe("requireNumber", () => {
  const number = (x: unknown, rule = {}) => requireNumber("f", "x", x, rule);

  test("lets numbers of the domain through", () => {
    expect(number(2.5)).toBe(2.5);
    expect(number(0, { min: 0 })).toBe(0);
    expect(number(1, { max: 1 })).toBe(1);
    expect(number(-0)).toBe(-0);
    expect(number(Infinity, { allowInfinite: true })).toBe(Infinity);
    expect(number(-Infinity, { allowInfinite: true, integer: true })).toBe(-Infinity);
  });

  test.each([
    [Number.NaN, {}, "a finite number", "NaN"],
    [Infinity, {}, "a finite number", "Infinity"],
    [Number.NaN, { allowInfinite: true }, "a number", "NaN"],
    [-1, { min: 0 }, "a number ≥ 0", "-1"],
    [Infinity, { min: 0 }, "a number ≥ 0", "Infinity"],
    [2, { max: 1 }, "a number ≤ 1", "2"],
    [0, { above: 0 }, "a number > 0", "0"],
    [0, { below: 0 }, "a number < 0", "0"],
    [2, { min: 0, max: 1 }, "a number in [0, 1]", "2"],
    [1, { min: 0, below: 1 }, "a number in [0, 1)", "1"],
    [0, { above: 0, max: 1 }, "a number in (0, 1]", "0"],
    [1, { above: 0, below: 1 }, "a number in (0, 1)", "1"],
    [1.5, { integer: true }, "an integer", "1.5"],
    [1.5, { integer: true, min: 1 }, "an integer ≥ 1", "1.5"],
  ])("%s with %o", (x, rule, wanted, got) => {
    expectError(() => number(x, rule), RangeError, `f: x must be ${wanted}, got ${got}`);
  });

  test.each([
    ["1", '"1" (string)'],
    [null, "null"],
    [undefined, "undefined"],
    [[1], "an array of length 1"],
    [true, "true"],
    [1n, "1n (bigint)"],
  ])("%s is no number", (x, got) => {
    expectError(() => number(x), TypeError, `f: x must be a finite number, got ${got}`);
  });
});

describe("requireVector", () => {
  test("returns the same array", () => {
    const x = [1, 2];
    expect(requireVector("f", "x", x, { length: 2 })).toBe(x);
    expect(requireVector("f", "x", [])).toEqual([]);
    expect(requireVector("f", "x", [Number.NaN], { allowNonFinite: true })).toEqual([Number.NaN]);
  });

  test("errors", () => {
    const vector = (x: unknown, rule = {}) => requireVector("f", "x", x, rule);
    const is = "f: x must";
    expectError(() => vector(3), TypeError, `${is} be a vector (number[]), got 3`);
    expectError(
      () => vector(new Float64Array(2)),
      TypeError,
      `${is} be a vector (number[]), got a Float64Array of length 2`,
    );
    expectError(() => vector([1, "2"]), TypeError, 'f: x must hold numbers, x[1] is "2" (string)');
    expectError(
      () => vector([[1], [2]]),
      TypeError,
      "f: x must hold numbers, x[0] is an array of length 1",
    );
    expectError(() => vector(new Array(1)), TypeError, "f: x must hold numbers, x[0] is undefined");
    expectError(() => vector([1, Number.NaN]), RangeError, "f: x must be finite, x[1] is NaN");
    expectError(() => vector([1], { length: 2 }), RangeError, `${is} have length 2, got 1`);
    expectError(
      () => vector([1], { length: 2, lengthOf: "rows of A" }),
      RangeError,
      `${is} have length 2 (rows of A), got 1`,
    );
    expectError(
      () => vector([], { minLength: 1 }),
      RangeError,
      `${is} have at least 1 entry, got 0`,
    );
    expectError(
      () => vector([1], { minLength: 2 }),
      RangeError,
      `${is} have at least 2 entries, got 1`,
    );
  });
});

describe("requireMatrix", () => {
  test("returns the same array", () => {
    const A = [
      [1, 2],
      [3, 4],
    ];
    expect(requireMatrix("f", "A", A, { square: true, rows: 2, cols: 2 })).toBe(A);
    expect(requireMatrix("f", "A", [])).toEqual([]);
    expect(requireMatrix("f", "A", [[]])).toEqual([[]]);
  });

  test("errors", () => {
    const matrix = (A: unknown, rule = {}) => requireMatrix("f", "A", A, rule);
    const is = "f: A must";
    expectError(() => matrix("A"), TypeError, `${is} be a matrix (number[][]), got "A" (string)`);
    expectError(() => matrix([1, 2]), TypeError, `${is} be a matrix (number[][]), A[0] is 1`);
    expectError(
      () => matrix([[1], null]),
      TypeError,
      `${is} be a matrix (number[][]), A[1] is null`,
    );
    expectError(
      () => matrix([[1, 2], [3]]),
      RangeError,
      `${is} have rows of equal length, row 0 has 2 and row 1 has 1`,
    );
    expectError(() => matrix([[1, "2"]]), TypeError, `${is} hold numbers, A[0][1] is "2" (string)`);
    expectError(
      () => matrix([[1], [Infinity]]),
      RangeError,
      `${is} be finite, A[1][0] is Infinity`,
    );
    expectError(() => matrix([[1, 2]], { square: true }), RangeError, `${is} be square, got 1×2`);
    expectError(() => matrix([[1, 2]], { rows: 2 }), RangeError, `${is} have 2 rows, got 1×2`);
    expectError(
      () => matrix([[1, 2]], { cols: 3, colsOf: "rows of B" }),
      RangeError,
      `${is} have 3 columns (rows of B), got 1×2`,
    );
    expectError(() => matrix([], { minRows: 1 }), RangeError, `${is} have at least 1 row, got 0×0`);
  });
});

describe("requireOneOf, requireFunction, requireOptions", () => {
  test("let the right thing through", () => {
    expect(requireOneOf("f", "mode", "a", ["a", "b"])).toBe("a");
    expect(requireFunction("f", "g", Math.sin)).toBe(Math.sin);
    const options = { tol: 1 };
    expect(requireOptions("f", options, ["tol"])).toBe(options);
  });

  test("errors", () => {
    expectError(
      () => requireOneOf("f", "mode", "c", ["a", "b"]),
      RangeError,
      'f: mode must be one of "a", "b", got "c" (string)',
    );
    expectError(
      () => requireFunction("f", "g", bad(3)),
      TypeError,
      "f: g must be a function, got 3",
    );
    expectError(
      () => requireOptions("f", bad({ tl: 1 }), bad(["tol", "maxIter"])),
      RangeError,
      'f: options has no "tl"; known: tol, maxIter',
    );
    expectError(
      () => requireOptions("f", bad(null), []),
      TypeError,
      "f: options must be an object, got null",
    );
    expectError(
      () => requireOptions("f", bad([1]), []),
      TypeError,
      "f: options must be an object, got an array of length 1",
    );
  });
});

test("requireBoolean lets nothing pass for true or false but these", () => {
  expect(requireBoolean("f", "flag", false)).toBe(false);
  expect(requireBoolean("f", "flag", true)).toBe(true);
  for (const [value, said] of [
    ["no", '"no" (string)'],
    [0, "0"],
    [undefined, "undefined"],
  ]) {
    const message = `f: flag must be true or false, got ${said}`;
    expectError(() => requireBoolean("f", "flag", value), TypeError, message);
  }
});

test("describeValue", () => {
  class Empty {}
  expect(describeValue("x".repeat(30))).toBe(`"${"x".repeat(24)}…" (string)`);
  expect(describeValue(() => 1)).toBe("a function");
  expect(describeValue([[1, 2]])).toBe("an array of 1 arrays");
  expect(describeValue(new Int32Array(3))).toBe("an Int32Array of length 3");
  expect(describeValue({})).toBe("an Object");
  expect(describeValue(new Empty())).toBe("an Empty");
  expect(describeValue(Object.create(null))).toBe("an Object");
  expect(describeValue(5n)).toBe("5n (bigint)");
});

test("LinAlgError is an Error with a name of its own", () => {
  const error = new LinAlgError("solve: A is singular");
  expect(error).toBeInstanceOf(Error);
  expect(`${error}`).toBe("LinAlgError: solve: A is singular");
});
