import type { MathNode } from "mathjs";
import { callTex } from "./calls";
import { nameTex } from "./names";
import { readNode } from "./nodes";
import { atLeast, atom, BINDS, bracketed, type Piece } from "./piece";

/** An operator with its operands set, and its operands as they are where that matters. */
type Operator = (a: Piece, b: Piece, nodes: readonly MathNode[]) => Piece;

const isNegative = ({ tex }: Piece) => tex.startsWith("-");

/** After a word set as an operator, TeX takes + and - for signs of what follows: AIC +k. */
const asOrdinary = (tex: string) => tex.replace(/\\operatorname\{\w+\}$/, "{$&}");

const sum =
  (sign: string, right: number): Operator =>
  (a, b) => ({
    tex: `${asOrdinary(atLeast(a, BINDS.sum))} ${sign} ${isNegative(b) ? bracketed(b.tex) : atLeast(b, right)}`,
    binds: BINDS.sum,
  });

const ENDS_IN_NUMBER = /\d\}*$/;
const BEGINS_WITH_NUMBER = /^(?:\d|\\t?frac\{\d)/;

/** Π takes in what follows it, and log x the next letter, unless they stand in brackets. */
const TAKES_IN = /^-?\\prod|\\(?:log|sin|cos|tanh|arctan|arccos|det|operatorname\{tr\}) [^() ]+$/;
const APART = /^(?:\(|\\left|\\(?:log|sin|cos|tanh|arctan|arccos|det|operatorname)\b)/;

/** Two factors side by side: a dot where numbers would run together, a thin space about words. */
const product: Operator = (a, b) => {
  const { signed, product: least } = BINDS;
  const second = atLeast(b, least);
  const taken = TAKES_IN.test(a.tex) && (a.tex.includes("\\prod") || !APART.test(second));
  const first = taken ? bracketed(a.tex) : a.binds === signed ? a.tex : atLeast(a, least);
  const wordy = [a, b].some(({ binds }) => binds === BINDS.call);
  const meets = ENDS_IN_NUMBER.test(first) && BEGINS_WITH_NUMBER.test(second);
  const between = meets ? " \\cdot " : wordy ? "\\," : " ";
  return { tex: first + between + second, binds: a.binds === signed ? signed : least };
};

const WHOLE = /^\d+$/;

const fraction = (above: string, below: string): Piece => {
  const small = WHOLE.test(above) && WHOLE.test(below) ? "t" : "";
  return { tex: `\\${small}frac{${above}}{${below}}`, binds: BINDS.fraction };
};

/** A minus above stands before the fraction. */
const quotient: Operator = (a, b) =>
  a.binds === BINDS.signed
    ? { tex: `-${fraction(a.tex.slice(1), b.tex).tex}`, binds: BINDS.signed }
    : fraction(atLeast(a, BINDS.sum), atLeast(b, BINDS.sum));

/** In an exponent a fraction stands on the line. */
function exponentTex(node: MathNode): string {
  const read = readNode(node);
  if (read.kind === "brackets") return exponentTex(read.inner);
  if (read.kind !== "operator") return pieceOf(node).tex;
  const [a = atom(""), b = atom("")] = read.args.map(pieceOf);
  if (read.fn === "divide") return `${atLeast(a, BINDS.signed)}/${atLeast(b, BINDS.fraction)}`;
  const [first, second] = read.args;
  if (!first || !second || readNode(second).kind === "brackets") return pieceOf(node).tex;
  if (read.fn === "add") return `${exponentTex(first)} + ${exponentTex(second)}`;
  if (read.fn === "subtract") return `${exponentTex(first)} - ${exponentTex(second)}`;
  return pieceOf(node).tex;
}

const compared =
  (sign: string): Operator =>
  (a, b) => ({ tex: `${a.tex} ${sign} ${b.tex}`, binds: BINDS.relation });

const OPERATORS: Record<string, Operator> = {
  add: sum("+", BINDS.sum),
  subtract: sum("-", BINDS.product),
  multiply: product,
  divide: quotient,
  pow: (a, _, [, exponent]) => ({
    tex: `${atLeast(a, BINDS.base)}^{${exponent ? exponentTex(exponent) : ""}}`,
    binds: BINDS.power,
  }),
  unaryMinus: (a) => ({ tex: `-${atLeast(a, BINDS.product)}`, binds: BINDS.signed }),
  factorial: (a) => ({ tex: `${atLeast(a, BINDS.atom)}!`, binds: BINDS.power }),
  ctranspose: (a) => ({ tex: `${atLeast(a, BINDS.base)}^\\top`, binds: BINDS.power }),
  dotMultiply: (a, b) => ({
    tex: `${atLeast(a, BINDS.power)} \\odot ${atLeast(b, BINDS.power)}`,
    binds: BINDS.signedProduct,
  }),
  equal: compared("="),
  unequal: compared("\\ne"),
  smaller: compared("<"),
  smallerEq: compared("\\le"),
  larger: compared(">"),
  largerEq: compared("\\ge"),
  bitOr: compared("\\mid"),
};

function operator(fn: string, args: MathNode[]): Piece {
  const set = OPERATORS[fn];
  if (!set) throw new SyntaxError(`a formula has no operator "${fn}"`);
  const [a = atom(""), b = atom("")] = args.map(pieceOf);
  return set(a, b, args);
}

function matrix(items: MathNode[]): Piece {
  const rows = items.map((item) => {
    const row = readNode(item);
    const cells = row.kind === "list" ? row.items : [item];
    return cells.map((cell) => pieceOf(cell).tex).join(" & ");
  });
  return atom(`\\begin{bmatrix} ${rows.join(" \\\\ ")} \\end{bmatrix}`);
}

/** LaTeX of a parsed expression. @throws SyntaxError for what a formula does not hold. */
export function pieceOf(node: MathNode): Piece {
  const read = readNode(node);
  switch (read.kind) {
    case "number":
      return atom(read.value === Infinity ? "\\infty" : read.text);
    case "name":
      return atom(nameTex(read.name));
    case "brackets":
      return pieceOf(read.inner);
    case "operator":
      return operator(read.fn, read.args);
    case "call":
      return callTex(read.name, read.args.map(pieceOf));
    case "entry": {
      const index = read.index.map((i) => pieceOf(i).tex).join(",");
      return atom(`${atLeast(pieceOf(read.of), BINDS.atom)}_{${index}}`);
    }
    case "list":
      return matrix(read.items);
    case "cases": {
      const [test, yes, no] = [read.test, read.yes, read.no].map((part) => pieceOf(part).tex);
      const rows = `${yes} & ${test} \\\\ ${no} & \\text{otherwise}`;
      return { tex: `\\begin{cases} ${rows} \\end{cases}`, binds: BINDS.relation };
    }
  }
}
