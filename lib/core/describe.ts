/** By this name an object says what it is, as Node's `inspect` has it. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A longer text is cut. */
const LONG = 24;

const article = (kind: string): string => (/^[AEIOU]/.test(kind) ? "an" : "a");

/**
 * What an object says of itself, if it has a method for that: `Tracked(3)`.
 *
 * @returns Its text, or undefined if it says nothing.
 * @example
 * core.selfDescription([1, 2]) // => undefined
 */
export function selfDescription(value: object): string | undefined {
  const say = (value as Record<symbol, unknown>)[INSPECT];
  if (typeof say !== "function") return undefined;
  const text: unknown = say.call(value, 0, {}, String);
  return typeof text === "string" ? text : undefined;
}

/**
 * A date as text in ISO 8601: the day alone if it is midnight UTC, otherwise day and time.
 *
 * @returns For example "2024-01-31", or "invalid date".
 * @example
 * core.dateText(new Date("2024-01-31T12:00:00Z")) // => "2024-01-31T12:00:00.000Z"
 */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "invalid date";
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, -14) : iso;
}

function describeObject(value: object): string {
  if (Array.isArray(value)) {
    return Array.isArray(value[0])
      ? `an array of ${value.length} arrays`
      : `an array of length ${value.length}`;
  }
  if (value instanceof Date) return `${dateText(value)} (Date)`;
  if (value instanceof Error) return `${value.name}: ${cut(value.message, 100)} (an error)`;
  const own = ArrayBuffer.isView(value) ? undefined : selfDescription(value);
  if (own !== undefined && own.length <= 100) return own;
  const { constructor: Made } = value as { constructor?: unknown };
  const name = typeof Made === "function" ? Made.name : "";
  const kind = name || "Object";
  const { length, size } = value as { length?: unknown; size?: unknown };
  const count = typeof length === "number" ? length : size;
  const of = typeof length === "number" ? "length" : "size";
  return typeof count === "number" && !Object.hasOwn(value, of)
    ? `${article(kind)} ${kind} of ${of} ${count}`
    : `${article(kind)} ${kind}`;
}

/** A text cut after so many characters. */
function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/**
 * Says in a few words what a value is, for the "got …" of an error message. Nothing that the value may
 * be stops it: what cannot even be read is said to be so.
 *
 * @param value - Anything.
 * @returns For example `"abc" (string)`, `an array of length 3`, `NaN`.
 * @example
 * core.describeValue([1, 2, 3]) // => "an array of length 3"
 * core.describeValue(new Date(0)) // => "1970-01-01 (Date)"
 */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") return `${JSON.stringify(cut(value, LONG))} (string)`;
  // the digits of a large one take their time
  if (typeof value === "bigint") {
    const large = value > 10n ** 30n || value < -(10n ** 30n);
    return large ? "a bigint of more than 30 digits" : `${value}n (bigint)`;
  }
  if (typeof value === "function") return "a function";
  if (typeof value !== "object") return String(value);
  try {
    return describeObject(value);
  } catch {
    return "an object that cannot be read";
  }
}
