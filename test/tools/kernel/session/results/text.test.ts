import { expect, test } from "vitest";
import { textOfValue } from "../../../../../tools/kernel/session/results/text";

test("a promise says how one gets its value", () => {
  expect(textOfValue(Promise.resolve(1))).toBe("Promise { 1 }: `await` gets its value");
});

test("a function says how it is called, a class what it is", () => {
  expect(
    textOfValue(function add(a: number, b: number) {
      return a + b;
    }),
  ).toBe("[Function: add], called with (a, b)");
  const square = (x: number) => x * x;
  expect(textOfValue(square)).toBe("[Function: square], called with (x)");
  expect(textOfValue(class A extends Map {})).toBe("[class A extends Map]");
  expect(textOfValue(Math.max)).toBe("[Function: max], called with ()");
});

test("what is long is cut", () => {
  expect(textOfValue(Array.from({ length: 1e5 }, (_, i) => i))).toContain("99900 more items");
  expect(textOfValue("x".repeat(1e6)).length).toBeLessThan(10_100);
  const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`name${i}`, i]));
  expect(textOfValue(wide)).toMatch(/\(\d+ more characters\)$/);
});
