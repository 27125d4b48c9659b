import { expect, test } from "vitest";
import { blankVector } from "../../lib/core";

test("a list as long as was asked for, short or long, whose entries are what is written", () => {
  for (const n of [0, 1, 7, 4095, 4096, 10_000]) {
    const list = blankVector(n);
    expect(list).toHaveLength(n);
    for (let i = 0; i < n; i++) list[i] = i / 2;
    expect(list.every((v, i) => v === i / 2)).toBe(true);
  }
});
