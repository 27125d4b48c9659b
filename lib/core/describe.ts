/**
 * Says in a few words what a value is, for the "got …" of an error message.
 *
 * @param value - Anything.
 * @returns For example `"abc" (string)`, `an array of length 3`, `NaN`.
 * @example
 * core.describeValue([1, 2, 3]) // => "an array of length 3"
 */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") {
    const text = value.length > 24 ? `${value.slice(0, 24)}…` : value;
    return `${JSON.stringify(text)} (string)`;
  }
  if (typeof value === "bigint") return `${value}n (bigint)`;
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) {
    return Array.isArray(value[0])
      ? `an array of ${value.length} arrays`
      : `an array of length ${value.length}`;
  }
  if (typeof value === "object") {
    const kind = (value as object).constructor?.name ?? "Object";
    const length = (value as { length?: unknown }).length;
    const article = /^[AEIOU]/.test(kind) ? "an" : "a";
    return typeof length === "number"
      ? `${article} ${kind} of length ${length}`
      : `${article} ${kind}`;
  }
  return String(value);
}
