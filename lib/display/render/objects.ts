import { dateText, describeValue, selfDescription } from "../../core";
import { cutText } from "../format/cut";
import { wordsOf } from "./words";

/** What cannot be read out of an object: a getter threw. */
class Unreadable {
  constructor(private readonly why: string) {}

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `(unreadable: ${this.why})`;
  }
}

/** Why something was thrown, in a line. */
export const reason = (error: unknown): string =>
  cutText(error instanceof Error ? error.message : describeValue(error), 200);

/** The names and values of an object's own entries; one whose getter throws says so. */
export function entriesOf(things: object): [string, unknown][] {
  return Object.keys(things).map((name) => {
    try {
      return [name, (things as Record<string, unknown>)[name]];
    } catch (error) {
      return [name, new Unreadable(reason(error))];
    }
  });
}

/** The entries of an array, with undefined for holes and a remark for what cannot be read. */
export function itemsOf(list: ArrayLike<unknown>): unknown[] {
  try {
    return Array.from(list);
  } catch {
    return Array.from({ length: list.length }, (_, i) => {
      try {
        return list[i];
      } catch (error) {
        return new Unreadable(reason(error));
      }
    });
  }
}

/** What is asked of a value to tell its kind. */
const ASKED = ["length", "constructor", "re", "$isSeries", "dataSync", "dtype", "data", "layout"];

/** Why an object cannot be read at all, as a revoked proxy; undefined if it can. */
export function unreadable(value: object): string | undefined {
  try {
    Object.getPrototypeOf(value);
    // the keys of a long list would take longer than to draw it
    if (!Array.isArray(value) && !ArrayBuffer.isView(value)) Object.keys(value);
    for (const name of ASKED) if (!Object.hasOwn(value, name)) Reflect.get(value, name);
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

/**
 * The text of an object that is no mathematics and no collection of things by name: a date, an error, a
 * set of words, whatever describes itself. Undefined for the others.
 */
export function objectText(value: object, digits?: number): string | undefined {
  if (value instanceof Date) return dateText(value);
  if (value instanceof Error) return `${value.name}: ${cutText(value.message)}`;
  if (value instanceof Promise) return "a Promise (await it to see what comes)";
  if (value instanceof RegExp) return String(value);
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    return String(value.valueOf());
  }
  if (value instanceof Set) return `{${wordsOf([...value], digits)}}`;
  const own = selfDescription(value);
  if (own !== undefined) return cutText(own);
  const isPlain = [Object.prototype, null].includes(Object.getPrototypeOf(value));
  if (isPlain || Object.keys(value).length > 0 || value instanceof Map) return undefined;
  const text = String(value);
  return text.startsWith("[object ") ? describeValue(value) : cutText(text);
}
