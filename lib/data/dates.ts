import type { Series } from "danfojs-node";
import { describeValue, requireOneOf, requireOptions, type Vector } from "../core";
import { isMissing, isSeries, seriesParts } from "./frames/frame";
import { parseDate } from "./frames/parseDate";

/** Dates as these functions take them: Date objects, or words in ISO 8601; NaN or null where missing. */
export type DateColumn = Series | readonly (Date | string | number | null)[];

/** Options of `toDates`. */
export interface ToDatesOptions {
  /** How they are written, such as "DD.MM.YYYY HH:mm". Default: ISO 8601, "2024-01-31". */
  format?: string;
}

/** What `datePart` takes out of a date. */
export type DatePart =
  | "year"
  | "quarter"
  | "month"
  | "day"
  | "dayOfYear"
  | "weekday"
  | "hour"
  | "minute"
  | "second";

const DAY = 86_400_000;

const UNITS = { day: DAY, hour: 3_600_000, minute: 60_000, second: 1000 } as const;

const startOfYear = (d: Date): number => new Date(d).setUTCMonth(0, 1);

const PARTS: Readonly<Record<DatePart, (d: Date) => number>> = {
  year: (d) => d.getUTCFullYear(),
  quarter: (d) => Math.floor(d.getUTCMonth() / 3) + 1,
  month: (d) => d.getUTCMonth() + 1,
  day: (d) => d.getUTCDate(),
  dayOfYear: (d) => Math.floor((d.getTime() - startOfYear(d)) / DAY) + 1,
  weekday: (d) => d.getUTCDay() || 7,
  hour: (d) => d.getUTCHours(),
  minute: (d) => d.getUTCMinutes(),
  second: (d) => d.getUTCSeconds(),
};

function listOf(caller: string, name: string, dates: unknown): readonly unknown[] {
  if (isSeries(dates)) return seriesParts(dates).values;
  if (Array.isArray(dates)) return dates;
  throw new TypeError(
    `${caller}: ${name} must be a Series or an array, got ${describeValue(dates)}`,
  );
}

/** The dates of a list, undefined where one is missing. */
function datesOf(
  caller: string,
  name: string,
  dates: unknown,
  format?: string,
): (Date | undefined)[] {
  return Array.from(listOf(caller, name, dates), (v, i) => {
    if (isMissing(v) || v === "") return undefined;
    const date =
      v instanceof Date ? v : typeof v === "string" ? parseDate(v.trim(), format) : undefined;
    if (date !== undefined) return date;
    const must =
      format === undefined ? "dates (ISO 8601)" : `dates written ${JSON.stringify(format)}`;
    throw new TypeError(`${caller}: ${name} must hold ${must}, entry ${i} is ${describeValue(v)}`);
  });
}

/**
 * Words as dates. A day without a zone is midnight UTC, so that the same file gives the same days
 * everywhere. (`new Date("31.01.2024")`, which danfo's `dt` relies on, depends on where it runs.)
 *
 * @param options - `format`: YYYY, MM, DD, HH, mm, ss and what stands between them.
 * @param dates - m words, or dates.
 * @returns Date objects, NaN where one is missing.
 * @throws TypeError, naming the entry, for a word that is no such date (30 February is none). O(m).
 * @example
 * data.toDates(["31.01.2024"], { format: "DD.MM.YYYY" }) // => [new Date("2024-01-31T00:00:00Z")]
 * data.toDates(["2023-02-29"]) // throws toDates: dates must hold dates (ISO 8601), entry 0 is "2023-02-29"
 */
export function toDates(dates: DateColumn, options: ToDatesOptions = {}): (Date | number)[] {
  requireOptions("toDates", options, ["format"]);
  const { format } = options;
  if (format !== undefined && (typeof format !== "string" || !format.includes("YYYY"))) {
    throw new RangeError(
      `toDates: format must be a string with YYYY, such as "DD.MM.YYYY", got ${describeValue(format)}`,
    );
  }
  return datesOf("toDates", "dates", dates, format).map((date) => date ?? Number.NaN);
}

/**
 * A part of each date, in UTC: months are 1 to 12, weekdays 1 (Monday) to 7 as in ISO 8601. (With
 * danfo 1.2, whose `dt.month()` counts from 0 and takes local time, January is month 0.)
 *
 * @param dates - m dates, or words that are dates.
 * @param part - "year", "month", "day", …: see {@link DatePart}.
 * @returns One number a date, NaN where it is missing.
 * @throws TypeError, naming the entry, for what is no date; RangeError for a part that is not known. O(m).
 * @example
 * data.datePart(["2024-01-31", "2024-12-01"], "month") // => [1, 12]
 */
export function datePart(dates: DateColumn, part: DatePart): Vector {
  requireOneOf("datePart", "part", part, Object.keys(PARTS) as DatePart[]);
  return datesOf("datePart", "dates", dates).map((d) => (d ? PARTS[part](d) : Number.NaN));
}

/**
 * How long after b each date of a is: aᵢ − bᵢ.
 *
 * @param b - As many dates as a has, or one for all.
 * @param unit - "day", "hour", "minute" or "second". Default "day".
 * @param a - Dates, or words that are dates.
 * @returns One number a date, NaN where one of the two is missing.
 * @throws TypeError for what is no date; RangeError for lists of different length or an unknown unit. O(m).
 * @example
 * data.dateDiff(["2024-03-01", "2024-02-28"], "2024-02-28") // => [2, 0]
 */
export function dateDiff(
  a: DateColumn,
  b: DateColumn | Date | string,
  unit: keyof typeof UNITS = "day",
): Vector {
  requireOneOf("dateDiff", "unit", unit, Object.keys(UNITS) as (keyof typeof UNITS)[]);
  const later = datesOf("dateDiff", "a", a);
  const isOne = b instanceof Date || typeof b === "string";
  const earlier = datesOf("dateDiff", "b", isOne ? [b] : b);
  if (!isOne && earlier.length !== later.length) {
    throw new RangeError(
      `dateDiff: b must have length ${later.length} (dates of a), got ${earlier.length}`,
    );
  }
  return later.map((date, i) => {
    const other = earlier[isOne ? 0 : i];
    return date && other ? (date.getTime() - other.getTime()) / UNITS[unit] : Number.NaN;
  });
}
