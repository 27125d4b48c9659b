import type { MathNode } from "mathjs";
import { engine } from "./engine";
import { readNode } from "./nodes";

/** Names that are what they are without being drawn. mathjs knows more, units too: tau, phi, i, m, s. */
const CONSTANTS = new Set(["pi", "e", "Infinity"]);

/** The names of an expression that are not those of a sum's index, functions marked by "()". */
function* namesIn(node: MathNode, bound: readonly string[] = []): Generator<string> {
  const read = readNode(node);
  switch (read.kind) {
    case "name":
      if (!bound.includes(read.name)) yield read.name;
      break;
    case "brackets":
      yield* namesIn(read.inner, bound);
      break;
    case "operator":
      // a condition is no number: P(A | B) is evaluated by what it is held against
      if (read.fn === "bitOr") yield "|";
      for (const arg of read.args) yield* namesIn(arg, bound);
      break;
    case "call": {
      yield `${read.name}()`;
      const over = read.name === "sum" || read.name === "prod";
      const inner = over ? [...bound, `${read.args[0]}`] : bound;
      for (const [k, arg] of read.args.entries()) {
        if (!isText(arg))
          yield* namesIn(arg, over && k !== 3 ? [...bound, `${read.args[0]}`] : inner);
      }
      break;
    }
    case "entry":
      for (const part of [read.of, ...read.index]) yield* namesIn(part, bound);
      break;
    case "list":
      for (const item of read.items) yield* namesIn(item, bound);
      break;
    case "cases":
      for (const part of [read.test, read.yes, read.no]) yield* namesIn(part, bound);
      break;
  }
}

/** The kind of a norm: "fro". */
const isText = (node: MathNode): boolean =>
  typeof (node as unknown as { value?: unknown }).value === "string";

/** What an expression speaks of that has no value: a name, a function as "f()", or "|"; undefined for none. */
export function firstFree(node: MathNode, drawn: ReadonlySet<string>): string | undefined {
  const known = engine() as unknown as Record<string, unknown>;
  for (const name of namesIn(node)) {
    const plain = name.replace("()", "");
    if (drawn.has(plain) || CONSTANTS.has(name)) continue;
    const isFunction = name.endsWith("()") && Object.hasOwn(known, plain);
    if (!isFunction || typeof known[plain] !== "function") return name;
  }
  return undefined;
}
