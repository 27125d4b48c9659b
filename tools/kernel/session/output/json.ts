/** What the learner's code sends, as plain JSON: no message can hold what the client cannot read. */

/** Typed arrays as lists, big integers as their digits; what cannot be said in JSON is left out. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<unknown>);
  }
  return value;
}

/** A copy of the value as JSON holds it; undefined for what it does not hold. */
export function toJson(value: unknown): unknown {
  if (typeof value === "string") return value;
  const text = JSON.stringify(value, plain);
  return text === undefined ? undefined : JSON.parse(text);
}

/** An object of the learner's as JSON, an empty one for nothing. */
export const toObject = (value: object | undefined): Record<string, unknown> =>
  value === undefined ? {} : (toJson(value) as Record<string, unknown>);

/** A MIME bundle: binary data in base64, the rest as JSON. */
export function toBundle(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const bundle: Record<string, unknown> = {};
  for (const type of Object.keys(data)) {
    const value = data[type];
    const isBinary = value instanceof Uint8Array && !/json$/.test(type);
    const json = isBinary ? Buffer.from(value).toString("base64") : toJson(value);
    if (json !== undefined) bundle[type] = json;
  }
  return bundle;
}
