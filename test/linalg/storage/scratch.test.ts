import { expect, test } from "vitest";
import { borrow, giveBack } from "../../../lib/linalg/storage/scratch";

test("buffers are long enough", () => {
  for (const length of [0, 1, 2, 3, 5, 64, 1000, 2 ** 20, 2 ** 20 + 1]) {
    expect(borrow(length).length).toBeGreaterThanOrEqual(Math.max(length, 1));
  }
});

test("what was given back is lent again, to one borrower at a time", () => {
  const a = borrow(900);
  giveBack(a);
  const b = borrow(1000);
  expect(b === a).toBe(true);
  expect(borrow(1000) === b).toBe(false);
});

test("the store is bounded: very large buffers and too many of one size are not kept", () => {
  const large = borrow(2 ** 20 + 1);
  giveBack(large);
  expect(borrow(2 ** 20 + 1) === large).toBe(false);
  for (const [length, kept] of [
    [2 ** 13, 12],
    [2 ** 17, 4],
  ]) {
    const many: Float64Array[] = Array.from({ length: 20 }, () => new Float64Array(length));
    giveBack(...many);
    const again = Array.from({ length: 20 }, () => borrow(length));
    expect(again.filter((buffer) => many.includes(buffer)).length).toBe(kept);
  }
});
