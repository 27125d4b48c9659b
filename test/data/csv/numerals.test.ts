import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { parseNumber } from "../../../lib/data/csv/numerals";

function parse(text: string, decimal?: number, zeros?: boolean): number {
  const bytes = Buffer.from(`${text}\n`);
  return parseNumber(bytes, 0, bytes.length - 1, decimal, zeros);
}

describe("parseNumber", () => {
  test.each([
    "0",
    "1",
    "-2.5",
    "+3",
    ".5",
    "4.",
    "1e-3",
    "2E+2",
    "0.1",
    "-0",
    "123456789.123",
    "1e22",
    "1e23",
    "1e308",
    "1.7976931348623157e308",
    "5e-324",
    "4.9406564584124654e-324",
    "0e999",
    "9007199254740992",
    "18014398509481984",
    "9007199254740992.0",
    "9007199254740993.5",
    "0.30000000000000004",
    "2.2250738585072011e-308",
    "123456789012345678e-18",
  ])("%s as the language reads it", (text) => {
    expect(parse(text)).toBe(Number(text));
  });

  test.each(["inf", "Inf", "Infinity", "+inf", "INF"])("%s is infinite", (text) => {
    expect(parse(text)).toBe(Infinity);
  });

  test.each([
    "",
    "-",
    ".",
    "e5",
    "1e",
    "1e+",
    "--1",
    "1 2",
    "0x10",
    "1_000",
    "1,5",
    "a",
    "infin",
    "-infinitys",
    "nan",
    "1.2.3",
    "1e5.5",
    "1e400",
    "-1e400",
  ])("%j is no number", (text) => {
    expect(parse(text)).toBe(Number.NaN);
  });

  test("zeros before digits make a code, unless they may be dropped", () => {
    for (const text of ["007", "00", "01.5"]) expect(parse(text)).toBe(Number.NaN);
    expect(parse("007", undefined, true)).toBe(7);
    expect(parse("-05")).toBe(-5);
    expect(parse("0.5")).toBe(0.5);
  });

  test("whole numbers that a double cannot hold are none", () => {
    for (const text of ["9007199254740993", "-9007199254740993.00", "12345678901234567890"]) {
      expect(parse(text)).toBe(Number.NaN);
      expect(parse(text, undefined, true)).toBe(Number.NaN);
    }
  });

  test("a decimal comma", () => {
    expect(parse("3,14", 44)).toBe(3.14);
    expect(parse("0,30000000000000004", 44)).toBe(0.30000000000000004);
    expect(parse("3.14", 44)).toBe(Number.NaN);
  });

  test("rounds as the language does, digits of all lengths and exponents", () => {
    const random = rng(5);
    for (let k = 0; k < 40_000; k++) {
      const digits = random
        .integers(0, 10, 1 + (k % 21))
        .join("")
        .replace(/^0+(?=\d)/, "");
      const at = k % (digits.length + 1);
      const power = (k % 61) - 30;
      const text = `${digits.slice(0, at)}.${digits.slice(at)}e${power}`.replace(/^0(?=\d)/, "");
      expect(parse(text), text).toBe(Number(text));
    }
  });

  test("rounds to even half-way between two doubles", () => {
    for (let k = 0; k < 200; k++) {
      const text = `${2n ** 53n + BigInt(2 * k + 1)}`;
      for (const half of [`${text}.0e0`, `${text.slice(0, 4)}.${text.slice(4)}e12`]) {
        expect(parse(half), half).toBe(Number(half));
      }
    }
  });
});
