import { describe, expect, test } from "vitest";
import { durationText, Pace, rateText } from "../../../lib/display/progress/pace";

describe("Pace", () => {
  test("is the rate a second, the recent past before the rest", () => {
    const pace = new Pace(1000);
    expect(pace.look(0, 1500)).toBeNaN();
    expect(pace.look(10, 2000)).toBe(10);
    expect(pace.look(30, 3000)).toBeCloseTo(0.3 * 20 + 0.7 * 10, 12);
  });

  test("stands while the count stands, and takes no rate from no time", () => {
    const pace = new Pace(0);
    expect(pace.look(5, 0)).toBeNaN();
    expect(pace.look(10, 1000)).toBe(10);
    expect(pace.look(10, 9000)).toBe(10);
  });
});

test.each([
  [12345.6, "12346/s"],
  [12.345, "12.3/s"],
  [1, "1/s"],
  [0.5, "2 s each"],
  [1 / 123.4, "120 s each"],
])("rateText(%d)", (rate, text) => {
  expect(rateText(rate)).toBe(text);
});

test.each([
  [0.2, "0 s"],
  [59.4, "59 s"],
  [59.6, "1 min 00 s"],
  [3599, "59 min 59 s"],
  [7500, "2 h 05 min"],
])("durationText(%d)", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
