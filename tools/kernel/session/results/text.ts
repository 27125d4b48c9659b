/** Values as readable text: without colours, cut where they are long. */
import { inspect, types } from "node:util";

const OPTIONS = {
  depth: 4,
  maxArrayLength: 100,
  maxStringLength: 10_000,
  breakLength: 80,
  colors: false,
};
/** Characters of a text that are shown. */
const LONGEST = 20_000;

function cutLines(text: string): string {
  if (text.length <= LONGEST) return text;
  const shown = text.slice(0, LONGEST);
  return `${shown}\n… (${text.length - LONGEST} more characters)`;
}

/** A function without its body: how it is called says more than that it is a function. */
function functionText(fn: (...args: never[]) => unknown): string {
  const text = inspect(fn, { ...OPTIONS, depth: 0 });
  if (text.startsWith("[class")) return text;
  const head = /^(?:async\s+)?(?:function\b\s*\*?\s*\w*\s*)?(\([^()]*\)|\w+\s*(?==>))/.exec(
    Function.prototype.toString.call(fn),
  );
  return head ? `${text}, called with ${head[1]!.replace(/\s+/g, " ").trim()}` : text;
}

/** The text of a value. */
export function textOfValue(value: unknown): string {
  if (typeof value === "function") return functionText(value as () => unknown);
  const text = cutLines(inspect(value, OPTIONS));
  return types.isPromise(value) ? `${text}: \`await\` gets its value` : text;
}
