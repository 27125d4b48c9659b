import { expect, test } from "vitest";
import { cut, cutNote, withGap } from "../../../lib/display/format/cut";

test("what fits in the limit is kept whole", () => {
  expect(cut(3, 10, 6)).toEqual({ kept: [0, 1, 2], gap: null });
  expect(cut(10, 10, 6).gap).toBe(null);
  expect(cut(0, 10, 6)).toEqual({ kept: [], gap: null });
});

test("otherwise the first and the last stay, the greater half from the start", () => {
  expect(cut(178, 10, 6)).toEqual({ kept: [0, 1, 2, 175, 176, 177], gap: 3 });
  expect(cut(12, 5, 5)).toEqual({ kept: [0, 1, 2, 10, 11], gap: 3 });
  expect(cut(2, 1, 1)).toEqual({ kept: [0], gap: 1 });
});

test("the filler stands in the gap", () => {
  expect(withGap(["a", "b"], { kept: [0, 9], gap: 1 }, "…")).toEqual(["a", "…", "b"]);
  expect(withGap(["a"], { kept: [0], gap: 1 }, "…")).toEqual(["a", "…"]);
  expect(withGap(["a"], { kept: [0], gap: null }, "…")).toEqual(["a"]);
});

test("the note counts what is shown", () => {
  const whole = cut(5, 10, 6);
  expect(cutNote(178, 13, cut(178, 10, 6), cut(13, 10, 6))).toBe(
    "178×13, 6 rows and 6 columns shown",
  );
  expect(cutNote(178, 5, cut(178, 1, 1), whole)).toBe("178×5, 1 row shown");
  expect(cutNote(5, 5, whole, whole)).toBe(null);
});
