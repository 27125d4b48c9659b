import type { MathJsInstance, MathNode } from "mathjs";
import { firstDifference } from "../checks/compare";

/**
 * mathjs takes its time to load, and few cells state a formula. Its bundle for browsers is the same in one
 * file in place of a thousand, which take ten times as long to find and read.
 */
const mathjs = (): typeof import("mathjs") => require("mathjs/lib/browser/math.js");

/** The values of a formula's names. */
export type Scope = Map<string, unknown>;

/** A function that is given its arguments as they are written, and the values of their names. */
type Raw = (args: MathNode[], math: unknown, scope: Scope) => unknown;

type Binary = (a: unknown, b: unknown) => unknown;

/** mathjs's own matrices as lists. */
export function plainOf(value: unknown): unknown {
  const held = value as { toArray?: () => unknown } | null;
  return typeof held?.toArray === "function" ? held.toArray() : value;
}

/** An endless sum ends where so many terms in a row no longer change it. */
const QUIET = 8;
const MOST = 1e5;
const EXACTLY = { rtol: 0, atol: 0 };

function limitOf(value: unknown): number {
  if (typeof value === "number" && (Number.isInteger(value) || value === Infinity)) return value;
  throw new RangeError(`a sum runs between whole numbers, not to ${String(value)}`);
}

/** Σ or Π over an index, `sum(i, 1, n, x[i])`; n may be Infinity. */
function over(combine: Binary, empty: number): Raw {
  const total: Raw = (args, _, scope) => {
    const [index, first, last, term] = args;
    if (!index || !first || !last || !term || args.length > 4) {
      throw new SyntaxError(`a sum has index, first, last and term; this one ${args.length} parts`);
    }
    const inner: Scope = new Map(scope);
    const code = term.compile();
    const end = limitOf(last.evaluate(scope));
    let all: unknown = empty;
    let quiet = 0;
    for (let k = limitOf(first.evaluate(scope)); k <= end && quiet < QUIET; k++) {
      const next = combine(all, code.evaluate(inner.set(index.toString(), k)));
      const still = end === Infinity && firstDifference(next, all, EXACTLY) === null;
      quiet = still ? quiet + 1 : 0;
      if (end === Infinity && k > MOST) throw new RangeError("an endless sum does not settle");
      all = next;
    }
    return all;
  };
  return Object.assign(total, { rawArgs: true });
}

/** A product with one entry is a number: xᵀy, so that (xᵀy)A and 1 + xᵀx are what they are on paper. */
function collapse(value: unknown): unknown {
  const plain = plainOf(value);
  if (!Array.isArray(plain) || plain.length !== 1 || !Array.isArray(plain[0])) return plain;
  return plain[0].length === 1 ? plain[0][0] : plain;
}

const isColumn = (x: unknown): x is number[][] =>
  Array.isArray(x) && x.every((row) => Array.isArray(row) && row.length === 1);

/** The entries of a column or a row; of a matrix, undefined. */
function entriesOf(x: unknown): unknown[] | undefined {
  if (isColumn(x)) return x.map(([value]) => value);
  const list = Array.isArray(x) && x.length === 1 && Array.isArray(x[0]) ? x[0] : x;
  return Array.isArray(list) && !list.some(Array.isArray) ? list : undefined;
}

/** The entry of a vector, counted from 1; mathjs would ask for two indices. */
function entry(x: unknown, i: number): unknown {
  const list = entriesOf(plainOf(x));
  if (!list) throw new RangeError("one index is for a vector; of a matrix, write A[i, j]");
  if (!(i in [null, ...list]) || i < 1) throw new RangeError(`there is no entry ${i}`);
  return list[i - 1];
}

const shapeOf = (x: unknown): string => {
  const plain = collapse(x);
  if (!Array.isArray(plain)) return "a number";
  return `${plain.length} × ${Array.isArray(plain[0]) ? plain[0].length : 1}`;
};

/** A sum as on paper: of things of one shape. mathjs adds a number to each entry, a row to each row. */
const alike =
  (f: Binary): Binary =>
  (a, b) => {
    const [left, right] = [shapeOf(a), shapeOf(b)];
    if (left !== right) throw new RangeError(`${left} and ${right} have no sum or difference`);
    return left === "a number" ? f(collapse(a), collapse(b)) : f(a, b);
  };

/** A quotient as on paper: by a number. mathjs multiplies by the inverse of a matrix. */
const byNumber =
  (f: Binary): Binary =>
  (a, b) => {
    const below = collapse(b);
    if (Array.isArray(below)) throw new RangeError("a formula divides by numbers; write inv(A)");
    return f(collapse(a), below);
  };

/** The norm of a vector, or of a matrix by name: ‖A‖ alone would not say which. */
const normBy =
  (f: Binary) =>
  (x: unknown, kind?: unknown): unknown => {
    const list = entriesOf(plainOf(x));
    if (list) return f(list, kind ?? 2);
    if (kind !== undefined || typeof collapse(x) === "number") return f(x, kind ?? 2);
    throw new RangeError('norm of a matrix: write norm(A, "fro") or norm(A, 2)');
  };

function make(): MathJsInstance {
  const { create, all } = mathjs();
  const math = create(all ?? {}, { matrix: "Array" });
  const { multiply, add, subtract, divide, norm, combinations } = math as unknown as Record<
    string,
    Binary
  >;
  if (!multiply || !add || !subtract || !divide || !norm || !combinations)
    throw new Error("mathjs lacks a function");
  const product = (...factors: unknown[]) => factors.reduce((a, b) => collapse(multiply(a, b)));
  math.import(
    {
      multiply: product,
      add: alike(add),
      subtract: alike(subtract),
      divide: byNumber(divide),
      sum: over((all, term) => (all === 0 ? collapse(term) : alike(add)(all, term)), 0),
      prod: over(product, 1),
      binom: (n: unknown, k: unknown) => combinations(n, k),
      norm: normBy(norm),
      entry,
    },
    { override: true },
  );
  return math;
}

let made: MathJsInstance | undefined;

/**
 * What reads and evaluates formulas: mathjs, where vectors are columns, xᵀy is a number, and sums and
 * products run over an index. It shares nothing with the library that formulas are held to.
 */
export function engine(): MathJsInstance {
  made ??= make();
  return made;
}

const isVector = (x: unknown): x is number[] => Array.isArray(x) && typeof x[0] === "number";

/** The values of names as a formula has them: vectors are columns. */
export const scopeOf = (values: Readonly<Record<string, unknown>>): Scope =>
  new Map(
    Object.entries(values).map(([name, x]) => [name, isVector(x) ? x.map((value) => [value]) : x]),
  );

/** What a formula comes to, as lists: a column is a vector. */
const asVector = (x: unknown): unknown => (isColumn(x) ? x.map(([value]) => value) : x);

/** A function that evaluates an expression for the values of its names. */
export function evaluator(node: MathNode): (scope: Scope) => unknown {
  const { FunctionNode, SymbolNode } = engine() as unknown as typeof import("mathjs");
  const single = node.transform((n) => {
    const access = n as unknown as {
      isAccessorNode?: true;
      object: MathNode;
      index: { dimensions: MathNode[] };
    };
    const [i, ...more] = access.isAccessorNode ? access.index.dimensions : [];
    return i && more.length === 0
      ? new FunctionNode(new SymbolNode("entry"), [access.object, i])
      : n;
  });
  const code = single.compile();
  return (scope) => asVector(collapse(code.evaluate(new Map(scope))));
}
