import type { Column, Value } from "./column";
import { notationOf, plainNumber } from "./notation";
import { numberOf } from "./numerals";

/** Numbers that were written with commas or with points between thousands. */
export interface Respelled {
  values: Value[];
  /** Whether a comma parts their decimals. */
  decimalComma: boolean;
}

/** Digits with what may stand between them. */
export const SPELLED = /^[+-]?\d[\d.,\s'’]*$/;

/**
 * Numbers whose commas explain themselves, 1,234.5 or 3,14; undefined if the column holds others.
 *
 * @param zeros - Whether leading zeros may be dropped.
 * @throws RangeError for commas that may mean two things.
 */
export function respelled(column: Column, zeros: boolean): Respelled | undefined {
  const { soft, notation, separator } = column.reading;
  if (notation !== undefined) return undefined;
  const fields: string[] = [];
  for (let i = 0; i < column.rows; i++) {
    if (column.isMissing(i, soft)) continue;
    const text = column.text(i);
    if (!SPELLED.test(text)) return undefined;
    fields.push(text);
  }
  const found = notationOf(fields);
  if (found === undefined) return undefined;
  const example = fields.find((text) => text.includes(","));
  // points alone may part anything in a file of commas: 123.456.789 is a number or a code
  if (separator === "," && example === undefined) return undefined;
  if (found === "either" || (found.decimal === "," && separator === ",")) {
    throw new RangeError(
      `column ${JSON.stringify(column.name)}: the comma in ${JSON.stringify(example)} may part thousands or ` +
        'decimals: say thousands: "," or decimal: ",", or that the column holds strings',
    );
  }
  const plain = plainNumber(found);
  const values = column.converted("numbers", (text) => numberOf(plain(text), zeros));
  return { values, decimalComma: found.decimal === "," };
}

/**
 * Whether what was read as decimals, 1.234, may be thousands with a point: each has three digits after
 * it. In a file with decimal commas that is likely.
 */
export function mayBeGrouped(column: Column): boolean {
  let pointed = false;
  for (let i = 0; i < column.rows; i++) {
    if (column.isMissing(i, column.reading.soft)) continue;
    const text = column.text(i);
    if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) pointed = true;
    else if (!/^[+-]?\d{1,3}$/.test(text)) return false;
  }
  return pointed;
}
