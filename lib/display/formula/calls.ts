import { nameTex } from "./names";
import { atLeast, atom, BINDS, bracketed, type Piece } from "./piece";

/** Sets a function of one or more things that are set already. */
type Write = (...args: Piece[]) => Piece;

/** A named function of one thing, without brackets where the thing is a letter: log x, det A. */
const named =
  (command: string): Write =>
  (x = atom("")) => {
    const inside = x.binds >= BINDS.power ? ` ${x.tex}` : bracketed(x.tex);
    return { tex: command + inside, binds: BINDS.call };
  };

const fenced =
  (open: string, close: string): Write =>
  (x = atom("")) =>
    atom(`${open} ${x.tex} ${close}`);

/** Σ or Π, with what it runs over below and above. */
const over =
  (command: string): Write =>
  (index = atom(""), first = atom(""), last = atom(""), term = atom("")) => ({
    tex: `${command}_{${index.tex}=${first.tex}}^{${last.tex}} ${atLeast(term, BINDS.product)}`,
    binds: BINDS.product,
  });

const NORMS: Record<string, string> = {
  '"fro"': "_F",
  Infinity: "_{\\infty}",
  "\\infty": "_{\\infty}",
};

/** What is tall does not become an exponent. */
const exponential: Write = (x = atom("")) =>
  /frac|sum/.test(x.tex)
    ? { tex: `\\exp${bracketed(x.tex)}`, binds: BINDS.call }
    : { tex: `e^{${x.tex}}`, binds: BINDS.power };

const CALLS: Record<string, Write> = {
  exp: exponential,
  expm: exponential,
  mean: (x = atom("")) => atom(`\\bar{${x.tex}}`),
  log: named("\\log"),
  sin: named("\\sin"),
  cos: named("\\cos"),
  tanh: named("\\tanh"),
  atan: named("\\arctan"),
  acos: named("\\arccos"),
  det: named("\\det"),
  trace: named("\\operatorname{tr}"),
  sqrt: (x = atom("")) => atom(`\\sqrt{${x.tex}}`),
  abs: fenced("\\lvert", "\\rvert"),
  floor: fenced("\\lfloor", "\\rfloor"),
  norm: (x = atom(""), p) =>
    atom(`\\lVert ${x.tex} \\rVert${p ? (NORMS[p.tex] ?? `_{${p.tex}}`) : ""}`),
  inv: (x = atom("")) => ({ tex: `${atLeast(x, BINDS.base)}^{-1}`, binds: BINDS.power }),
  binom: (n = atom(""), k = atom("")) => atom(`\\binom{${n.tex}}{${k.tex}}`),
  gamma: (x = atom("")) => atom(`\\Gamma${bracketed(x.tex)}`),
  sum: over("\\sum"),
  prod: over("\\prod"),
  kron: (a = atom(""), b = atom("")) => ({
    tex: `${atLeast(a, BINDS.power)} \\otimes ${atLeast(b, BINDS.power)}`,
    binds: BINDS.signedProduct,
  }),
  column: (A = atom(""), k = atom("")) => atom(`${atLeast(A, BINDS.atom)}_{:${k.tex}}`),
  row: (A = atom(""), k = atom("")) => atom(`${atLeast(A, BINDS.atom)}_{${k.tex}:}`),
  identity: () => atom("I"),
  max: (...xs) => atom(`\\max${bracketed(xs.map(({ tex }) => tex).join(", "))}`),
  min: (...xs) => atom(`\\min${bracketed(xs.map(({ tex }) => tex).join(", "))}`),
};

/** How many things a function is set with, where it is not one: what is not printed must not be evaluated. */
const MOST: Record<string, number> = {
  norm: 2,
  binom: 2,
  kron: 2,
  column: 2,
  row: 2,
  sum: 4,
  prod: 4,
  max: Infinity,
  min: Infinity,
};

/** Whether a function has a sign of its own, which says what it is. */
export const hasSign = (name: string): boolean => Object.hasOwn(CALLS, name);

/** Functions whose arguments stand in square brackets, as they are set: expectation, variance, … */
const SQUARE: Record<string, string> = {
  E: "\\mathbb E",
  V: "\\mathbb V",
  Cov: "\\operatorname{Cov}",
  H: "H",
};

/** LaTeX of a function applied to its arguments. @throws SyntaxError for more of them than are printed. */
export function callTex(name: string, args: Piece[]): Piece {
  const write = hasSign(name) ? CALLS[name] : undefined;
  if (write) {
    const most = Object.hasOwn(MOST, name) ? (MOST[name] ?? 1) : 1;
    if (args.length > most) {
      throw new SyntaxError(`${name} is printed with ${most} of its ${args.length} arguments`);
    }
    return write(...args);
  }
  const inside = args.map(({ tex }) => tex).join(", ");
  const square = Object.hasOwn(SQUARE, name) ? SQUARE[name] : undefined;
  return atom(square ? `${square}[${inside}]` : nameTex(name) + bracketed(inside));
}
