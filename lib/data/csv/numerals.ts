import { Digits } from "./digits";

const POINT = 46;

/**
 * Reads numbers from bytes start…end−1: NaN if they write none, such as a field that says "not known",
 * which is told apart before. Numbers are digits with a point and an exponent or without, or an
 * infinity ("inf", "-Infinity").
 *
 * No number are whole ones whose last digits a double cannot hold (two different ids would become
 * one), those beyond its range, and (unless `zeros`) digits with zeros before them, which are codes:
 * 007, or a plus before eight digits and more (a telephone number). The value is correctly rounded: up
 * to 15 digits times a power of ten up to 10²² are rounded once (Clinger 1990, "How to read floating
 * point numbers accurately"), up to 19 in twice the precision; the rest is left to the language.
 *
 * @param decimal - The byte of the decimal sign.
 * @param zeros - Whether leading zeros may be dropped.
 */
export function parseNumber(
  bytes: Buffer,
  start: number,
  end: number,
  decimal = POINT,
  zeros = false,
): number {
  const digits = new Digits(bytes, decimal, zeros);
  digits.read(start, end);
  digits.finish(end);
  return digits.value;
}

/** The number that a text writes in the plain way, undefined if it writes none. */
export function numberOf(text: string, zeros: boolean): number | undefined {
  const bytes = Buffer.from(`${text}\n`);
  const value = parseNumber(bytes, 0, bytes.length - 1, undefined, zeros);
  return Number.isNaN(value) ? undefined : value;
}
