import { describeValue, summaryKind } from "../../core";
import { table } from "../table";
import type { Bundle } from "./bridge";
import { pairsBundle, tableBundle } from "./bundle";
import { isPlainObject, isRows, isScalar, isVector } from "./kinds";
import { entriesOf } from "./objects";
import type { ShowOptions } from "./options";
import { wordOf } from "./words";

/** Entries of a list, and of an object, that are written out. */
const FEW = 6;

type Entry = readonly [name: string, value: unknown];

/** One value of a result in a few words; undefined for what tells nothing. */
function valueText(value: unknown, digits?: number): string | undefined {
  if (value === null || Number.isNaN(value)) return "–";
  if (isScalar(value)) return wordOf(value, digits);
  if (Array.isArray(value)) return listText(value, digits);
  if (!isPlainObject(value)) return value === undefined ? undefined : describeValue(value);
  const parts = entriesOf(value).filter(([, v]) => isScalar(v));
  if (parts.length === 0 || parts.length > FEW) return undefined;
  return parts.map(([name, v]) => `${name} ${wordOf(v, digits)}`).join(", ");
}

function listText(list: readonly unknown[], digits?: number): string | undefined {
  if (list.length === 0) return undefined;
  if (isRows(list)) {
    const rank3 = list.every((row) => row.every((entry) => Array.isArray(entry)));
    return rank3 ? `${list.length} matrices` : `${list.length}×${list[0].length} matrix`;
  }
  if (list.length <= FEW && list.every(isScalar)) {
    const words = list.map((v) => wordOf(v, digits)).join(", ");
    return isVector(list) ? `(${words})` : words;
  }
  if (isVector(list)) return `${list.length} numbers`;
  return list.every(isScalar) ? `${list.length} words` : `${list.length} in a list`;
}

const isTable = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isPlainObject);

/** Names and values in a few words, how it went there left out; what can be called comes last. */
function facts(entries: readonly Entry[], digits?: number): string[][] {
  const isCall = ([, value]: Entry) => typeof value === "function";
  const shown = entries.flatMap((entry) => {
    const [name, value] = entry;
    const text = isCall(entry) || name === "history" ? undefined : valueText(value, digits);
    return text === undefined ? [] : [[name, text]];
  });
  const calls = entries.filter(isCall).map(([name]) => name);
  return calls.length > 0 ? [...shown, ["methods", calls.join(", ")]] : shown;
}

function joined(bundles: readonly Bundle[]): Bundle {
  return {
    "text/plain": bundles.map((bundle) => bundle["text/plain"]).join("\n\n"),
    "text/html": bundles.map((bundle) => bundle["text/html"]).join("\n"),
  };
}

/**
 * The summary of a result (see `summarised`): its numbers and words, below its table if it has one, of
 * which the other lists are but columns. Undefined for what is no result.
 */
export function summaryBundle(value: object, options: ShowOptions): Bundle | undefined {
  const kind = summaryKind(value);
  if (kind === undefined) return undefined;
  const { name, digits, ...rest } = options;
  const caption = options.caption ?? (name ? `${name}: ${kind}` : kind);
  const entries = entriesOf(value);
  const rows = entries.find(([key, held]) => key === "table" && isTable(held))?.[1];
  if (rows === undefined) return pairsBundle(facts(entries, digits), caption);
  const whole = { ...rest, caption, ...(digits === undefined ? {} : { digits }) };
  const others = entries.filter(([key, held]) => !Array.isArray(held) || key === "warnings");
  return joined([
    tableBundle(table(rows as Record<string, unknown>[]), whole),
    pairsBundle(facts(others, digits)),
  ]);
}
