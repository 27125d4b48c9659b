/** Name and message of whatever was thrown, read with care: its own properties may throw. */
import { inspect, types } from "node:util";
import { asWritten } from "./asWritten";

export interface Description {
  ename: string;
  evalue: string;
}

/** Characters of a message that are shown. */
const LONGEST = 5000;

export function cut(text: string, most = LONGEST): string {
  if (text.length <= most) return text;
  const half = Math.floor(most / 2);
  const left = text.length - 2 * half;
  return `${text.slice(0, half)}… (${left} characters left out) …${text.slice(-half)}`;
}

/** A property as text; undefined where it is none or cannot be read. */
export function textOf(thing: object, name: string): string | undefined {
  const value = propertyOf(thing, name);
  return typeof value === "string" ? value : undefined;
}

/** What stands under the name; undefined where it cannot be read. */
export function propertyOf(thing: object, name: PropertyKey): unknown {
  try {
    return Reflect.get(thing, name);
  } catch {
    return undefined;
  }
}

export const isObject = (thing: unknown): thing is object =>
  (typeof thing === "object" && thing !== null) || typeof thing === "function";

/** Errors of any realm, and what behaves as one. */
export function isError(thing: unknown): thing is object {
  if (!isObject(thing)) return false;
  if (types.isNativeError(thing)) return true;
  return textOf(thing, "message") !== undefined && textOf(thing, "stack") !== undefined;
}

/** The class's name where an error has no name of its own. */
function nameOf(error: object): string {
  const name = textOf(error, "name");
  if (name && name !== "Error") return name;
  const maker = propertyOf(error, "constructor");
  return (isObject(maker) && textOf(maker, "name")) || name || "Error";
}

/** A thrown value that is no error, in a line or a few. */
function valueText(thrown: unknown): string {
  if (typeof thrown === "string") return thrown;
  try {
    return inspect(thrown, { depth: 2, breakLength: 80 });
  } catch {
    return "a value that cannot be read";
  }
}

/** Node's list of the files that wanted a module, which is shorter and clearer as calls. */
const REQUIRED_BY = /\nRequire stack:\n(- .*\n?)+$/;

export function describeThrown(thrown: unknown): Description {
  if (!isError(thrown)) return { ename: "Uncaught", evalue: cut(valueText(thrown)) };
  const message = textOf(thrown, "message")?.replace(REQUIRED_BY, "");
  const evalue = message === undefined ? "(its message is unreadable)" : asWritten(cut(message));
  return { ename: cut(nameOf(thrown), 200), evalue };
}
