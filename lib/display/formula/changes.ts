import type { MathNode } from "mathjs";
import { engine } from "./engine";
import { type Read, readNode } from "./nodes";

/** A formula with one thing changed in it, and what was changed, in words. */
export interface Change {
  what: string;
  node: MathNode;
}

type Kind = "sign" | "factor" | "exponent" | "limit";

/** A comparison is turned round; within it a factor may well change nothing. */
const OPPOSITE: Record<string, string> = {
  larger: "<",
  largerEq: "<",
  smaller: ">",
  smallerEq: ">",
  equal: "!=",
};

/** What one node may be exchanged for: one wrong sign, factor or exponent. */
function exchangesOf(read: Read, inExponent: boolean): [kind: Kind, other: string][] {
  switch (read.kind) {
    case "number":
      if (read.value === Infinity) return [];
      if (inExponent) return [["exponent", `${read.value + 1}`]];
      return [["factor", read.value === 0 ? "1" : `(2 * ${read.text})`]];
    case "name":
      return [["factor", `(2 * ${read.name})`]];
    case "entry":
      return [["factor", `(2 * ${read.of}[${read.index.join(", ")}])`]];
    case "call": {
      const opens = read.name === "sqrt" || read.name === "inv";
      return opens ? [["exponent", `(${read.args[0]})`]] : shorter(read.name, read.args);
    }
    case "operator":
      return exchangesOfOperator(read.fn, read.args);
    default:
      return [];
  }
}

/** A sum or product without its last term. */
function shorter(name: string, args: MathNode[]): [Kind, string][] {
  const [index, first, last, term] = args;
  if (!(name === "sum" || name === "prod") || !last || `${last}` === "Infinity") return [];
  return [["limit", `${name}(${index}, ${first}, (${last}) - 1, ${term})`]];
}

function exchangesOfOperator(fn: string, args: MathNode[]): [Kind, string][] {
  const [a, b] = args.map((arg) => `(${arg})`);
  if (fn in OPPOSITE) return [["sign", `(${a} ${OPPOSITE[fn]} ${b})`]];
  switch (fn) {
    case "add":
      return [["sign", `(${a} - ${b})`]];
    case "subtract":
      return [["sign", `(${a} + ${b})`]];
    case "unaryMinus":
      return [["sign", `${a}`]];
    case "divide":
      return [["exponent", `(${a} * ${b})`]];
    case "pow":
      return [["exponent", `(${a}^(${b} + 1))`]];
    case "ctranspose":
    case "factorial":
      return [["exponent", `${a}`]];
    default:
      return [];
  }
}

/** All nodes at which something may be changed. What a sum runs over and indices name things: they stay. */
function* placesIn(node: MathNode, inExponent = false): Generator<[MathNode, boolean]> {
  yield [node, inExponent];
  const read = readNode(node);
  switch (read.kind) {
    case "brackets":
      yield* placesIn(read.inner, inExponent);
      break;
    case "operator": {
      if (read.fn in OPPOSITE) break;
      const [a, b] = read.args;
      if (a) yield* placesIn(a, inExponent);
      // a number as exponent is changed with its power
      if (b && !(read.fn === "pow" && readNode(b).kind === "number")) {
        yield* placesIn(b, inExponent || read.fn === "pow");
      }
      break;
    }
    case "call": {
      const skipped = read.name === "sum" || read.name === "prod" ? 1 : 0;
      for (const arg of read.args.slice(skipped)) yield* placesIn(arg, inExponent);
      break;
    }
    case "list":
      for (const item of read.items) yield* placesIn(item, inExponent);
      break;
    case "cases":
      for (const part of [read.yes, read.no]) yield* placesIn(part, inExponent);
      break;
  }
}

/**
 * The expression with one thing changed in it, in every way a slip of the pen might: a sign turned, a
 * factor 2 too many, an exponent one too high or forgotten (also that of a root, an inverse, a transpose),
 * a last term left out.
 */
export function changesOf(side: MathNode): Change[] {
  const changes: Change[] = [];
  const parse = (text: string) => engine().parse(text);
  if (readNode(side).kind !== "number") {
    changes.push({ what: "the sign of all", node: parse(`-(${side})`) });
    changes.push({ what: "a factor 2 before all", node: parse(`2 * (${side})`) });
  }
  for (const [place, inExponent] of placesIn(side)) {
    for (const [kind, other] of exchangesOf(readNode(place), inExponent)) {
      const node =
        place === side ? parse(other) : side.transform((n) => (n === place ? parse(other) : n));
      changes.push({ what: `${kind}: ${other} for ${place}`, node });
    }
  }
  return changes;
}
