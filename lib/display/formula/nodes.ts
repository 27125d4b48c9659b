import type { MathNode } from "mathjs";

/** What a node of a parsed expression is, in the words of this folder. */
export type Read =
  | { kind: "number"; text: string; value: number }
  | { kind: "name"; name: string }
  | { kind: "brackets"; inner: MathNode }
  | { kind: "operator"; fn: string; args: MathNode[] }
  | { kind: "call"; name: string; args: MathNode[] }
  | { kind: "entry"; of: MathNode; index: MathNode[] }
  | { kind: "list"; items: MathNode[] }
  | { kind: "cases"; test: MathNode; yes: MathNode; no: MathNode };

/** mathjs's types tell nodes apart by class; these are the fields that we read. */
interface Fields {
  value: number;
  name: string;
  content: MathNode;
  fn: string & { name: string };
  args: MathNode[];
  object: MathNode;
  index: { dimensions: MathNode[] };
  items: MathNode[];
  condition: MathNode;
  trueExpr: MathNode;
  falseExpr: MathNode;
}

/** @throws SyntaxError for what has no place in a formula: assignments, strings, units. */
export function readNode(node: MathNode): Read {
  const held = node as unknown as Fields;
  switch (node.type) {
    case "ConstantNode":
      return { kind: "number", text: node.toString(), value: held.value };
    case "SymbolNode":
      return { kind: "name", name: held.name };
    case "ParenthesisNode":
      return { kind: "brackets", inner: held.content };
    case "OperatorNode":
      return { kind: "operator", fn: held.fn, args: held.args };
    case "FunctionNode":
      return { kind: "call", name: held.fn.name, args: held.args };
    case "AccessorNode":
      return { kind: "entry", of: held.object, index: held.index.dimensions };
    case "ArrayNode":
      return { kind: "list", items: held.items };
    case "ConditionalNode":
      return { kind: "cases", test: held.condition, yes: held.trueExpr, no: held.falseExpr };
    default:
      throw new SyntaxError(`a formula holds no ${node.type}`);
  }
}
