import { describe, expect, test } from "vitest";
import { check } from "../../lib/display/check";
import { printed } from "./output";

describe("check prints one line", () => {
  test.each<[string, () => void, string]>([
    [
      "a number within its tolerance",
      () => check("share of variance on PC1", 0.36199, 0.362, { rtol: 1e-3 }),
      "✓ share of variance on PC1: 0.362 (expected 0.362 ± 0.1 %)\n",
    ],
    [
      "the default tolerance",
      () => check("x", 0.1 + 0.2, 0.3),
      "✓ x: 0.3 (expected 0.3 ± 1e-6 relative)\n",
    ],
    ["zero", () => check("residual", 3e-17, 0), "✓ residual: 0 (expected 0 ± 1e-9)\n"],
    [
      "an absolute tolerance",
      () => check("x", 5.2, 5, { atol: 0.5 }),
      "✓ x: 5.2 (expected 5 ± 0.5)\n",
    ],
    [
      "exactly",
      () => check("n", 178, 178, { rtol: 0, atol: 0 }),
      "✓ n: 178 (expected 178 exactly)\n",
    ],
    [
      "a matrix, whose zeros need not be met to the last bit",
      () =>
        check(
          "QᵀQ = I",
          [
            [1, 1e-16],
            [-2e-17, 1],
          ],
          [
            [1, 0],
            [0, 1],
          ],
        ),
      "✓ QᵀQ = I: 2×2 entries agree (± 1e-6 relative)\n",
    ],
    ["a vector", () => check("x", [1, 2], [1, 2]), "✓ x: 2 entries agree (± 1e-6 relative)\n"],
    [
      "a typed array",
      () => check("x", new Float32Array([1, 2]), [1, 2]),
      "✓ x: 2 entries agree (± 1e-6 relative)\n",
    ],
    ["one entry", () => check("x", [1], [1]), "✓ x: 1 entry agrees (± 1e-6 relative)\n"],
    ["a word", () => check("best", "linear", "linear"), "✓ best: linear (expected linear)\n"],
    ["words", () => check("order", ["a", "b"], ["a", "b"]), "✓ order: 2 entries agree\n"],
    ["a condition", () => check("sorted", true), "✓ sorted\n"],
    ["a condition with a hint", () => check("sorted", true, { hint: "sort" }), "✓ sorted\n"],
    [
      "a boolean expected",
      () => check("convex", false, false),
      "✓ convex: false (expected false)\n",
    ],
  ])("%s", (_, run, line) => {
    expect(printed(run)).toBe(line);
  });
});

describe("check throws", () => {
  test.each<[string, () => void, string]>([
    [
      "outside the tolerance",
      () => check("share", 0.41, 0.362, { rtol: 1e-3 }),
      "check: share: expected 0.362 ± 0.1 %, got 0.41",
    ],
    [
      "the first entry that differs",
      () =>
        check(
          "A",
          [
            [1, 1e-3],
            [5, 1],
          ],
          [
            [1, 0],
            [0, 1],
          ],
        ),
      "check: A: entry [0][1]: expected 0 ± 1e-6 relative, got 0.001",
    ],
    ["another shape", () => check("x", [1, 2], [1]), "expected an array of length 1"],
    ["NaN", () => check("x", Number.NaN, 1), "check: x: expected 1 ± 1e-6 relative, got NaN"],
    ["undefined", () => check("x", undefined as never, 1), "got undefined"],
    ["infinity", () => check("x", Infinity, 1), "got Infinity"],
    ["a word", () => check("best", "rbf", "linear"), 'check: best: expected "linear", got "rbf"'],
    ["a condition", () => check("sorted", false), "check: sorted: the condition does not hold"],
    [
      "with a hint",
      () => check("x", 1, 2, { hint: "mind the sign" }),
      "got 1. Hint: mind the sign",
    ],
    [
      "a condition with a hint",
      () => check("x", false, { hint: "mind the sign" }),
      "the condition does not hold. Hint: mind the sign",
    ],
    ["a value alone", () => check("x", 3 as never), "a value needs an expected one beside it"],
    [
      "nothing expected",
      () => check("x", 3, null as never),
      "check: x: expected must be a value, got null",
    ],
    ["no text", () => check(3 as never, true), "check: what must be a string"],
    [
      "an unknown option",
      () => check("x", 1, 1, { tol: 1 } as never),
      'check: options has no "tol"',
    ],
    [
      "a wild tolerance",
      () => check("x", 1, 1, { rtol: 2 }),
      "check: rtol must be a number in [0, 1), got 2",
    ],
  ])("%s", (_, run, message) => {
    expect(printed(() => expect(run).toThrow(message))).toBe("");
  });
});

test("a relative tolerance below 1e-9 is not hidden by the absolute one", () => {
  expect(() => check("x", 1 + 1e-11, 1, { rtol: 1e-12 })).toThrow("expected 1 ± 1e-12 relative");
  expect(() => check("x", [1, 1e-11], [1, 0], { rtol: 1e-12 })).toThrow("entry [1]");
  expect(() => check("x", 1 + 1e-15, 1, { rtol: 0 })).toThrow("expected 1 exactly");
  expect(printed(() => check("x", [1, 1e-13], [1, 0], { rtol: 1e-12 }))).toMatch(/^✓/);
});

describe("check.fails", () => {
  test("prints what check would object to", () => {
    expect(printed(() => check.fails("variance by n", 2.5, 2, { rtol: 1e-3 }))).toBe(
      "✗ variance by n: expected 2 ± 0.1 %, got 2.5\n",
    );
    expect(printed(() => check.fails("commutes", false))).toBe(
      "✗ commutes: the condition does not hold\n",
    );
  });

  test("throws where the check passes", () => {
    expect(() => check.fails("x", 1, 1)).toThrow("check.fails: x: 1 (expected 1");
    expect(() => check.fails("x", true)).toThrow("check.fails: x, but was to fail");
    expect(() => check.fails("x", Number.NaN)).toThrow("check.fails: x: a value needs an expected");
  });
});
