import { expect, test } from "vitest";
import { exponential, normal, studentT } from "../../lib/prob";
import { qqData } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { qq } = fixture<{ qq: { x: number[]; theoretical: number[]; line: number[] } }>("series");

test("agrees with SciPy's quantiles and the line through the quartiles", () => {
  const { theoretical, sample, slope, intercept } = qqData(qq.x, { law: studentT(4) });
  expectNear(theoretical, qq.theoretical, 1e-13);
  expect(sample).toEqual(qq.x.slice().sort((a, b) => a - b));
  expectNear([slope, intercept], qq.line, 1e-12);
});

test("a sample of quantiles lies on its line, location and scale in it", () => {
  const p = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
  const { slope, intercept, theoretical, sample } = qqData(normal(3, 2).ppf(p), { a: 0 });
  expectNear([slope, intercept], [2, 3], 3e-3);
  expectNear(
    sample,
    theoretical.map((z) => 3 + 2 * z),
    1e-12,
    1,
  );
});

test("positions: Blom's for few, a = 1 reaches the ends of the law", () => {
  expectNear(qqData([1, 2, 3]).positions, [0.625 / 3.25, 0.5, 2.625 / 3.25], 1e-15);
  expectNear(qqData(Array.from({ length: 11 }, (_, i) => i)).positions[0], 0.5 / 11, 1e-15);
  const ends = qqData([1, 2, 3], { law: exponential(1), a: 1 }).theoretical;
  expect([ends[0], ends[2]]).toEqual([0, Infinity]);
});

test("errors", () => {
  const message = (f: () => unknown) => thrown(f).message;
  expect(message(() => qqData([1]))).toBe("qqData: x must have at least 2 entries, got 1");
  expect(message(() => qqData([1, 2], { a: 2 }))).toBe(
    "qqData: a must be a number in [0, 1], got 2",
  );
  expect(message(() => qqData([1, 2], { law: "normal" as never }))).toMatch(
    "qqData: law must be an object with ppf",
  );
  expect(message(() => qqData([1, 2], { law: {} as never }))).toMatch(
    "qqData: law.ppf must be a function",
  );
  expect(message(() => qqData([1, 2], { law: { ppf: () => NaN } }))).toMatch(
    "qqData: law.ppf(0.2777777777777778) must be a number, got NaN",
  );
  expect(message(() => qqData([1, 2], { law: { ppf: () => 1 } }))).toBe(
    "qqData: law must have quartiles that differ, both are 1",
  );
});
