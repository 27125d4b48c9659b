/** Day, or day and time, of ISO 8601: the zone is UTC unless it is written. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

const FIELDS: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  MM: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{1,2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
};

/** The moment, or undefined where there is no such day or hour: 30 February, 24:01. */
function moment(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): Date | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  const same =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return same ? date : undefined;
}

function isoDate(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second, fraction, zone] = text.match(ISO) ?? [];
  if (year === undefined) return undefined;
  const ms = fraction === undefined ? 0 : Math.trunc(Number(`0.${fraction}`) * 1000 + 1e-6);
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map((t) => Number(t ?? 0));
  const date = moment(y, mo, d, h, mi, s, ms);
  if (date === undefined || zone === undefined || zone === "Z") return date;
  const [, sign, hours, minutes] = zone.match(/([+-])(\d{2}):?(\d{2})/) as string[];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return new Date(date.getTime() - offset * 60_000);
}

/**
 * The date that a text writes, at midnight UTC if no hour is given; undefined if it writes none.
 *
 * @param format - YYYY, MM, DD, HH, mm, ss and what stands between them. Default: ISO 8601.
 */
export function parseDate(text: string, format?: string): Date | undefined {
  if (format === undefined) return isoDate(text);
  const pattern = format
    .split(/(YYYY|MM|DD|HH|mm|ss)/)
    .map((part) => FIELDS[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("");
  const { year, month, day, hour, minute, second } = text.match(`^${pattern}$`)?.groups ?? {};
  if (year === undefined) return undefined;
  const [y, mo, d] = [year, month ?? 1, day ?? 1].map(Number);
  const [h, mi, s] = [hour, minute, second].map((t) => Number(t ?? 0));
  return moment(y, mo, d, h, mi, s);
}
