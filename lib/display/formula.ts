import { describeValue, requireNumber, requireOptions, rng } from "../core";
import { changesOf } from "./formula/changes";
import { type Draw, type Drawn, drawOne } from "./formula/draws";
import { evaluator, scopeOf } from "./formula/engine";
import { type Case, firstFailure, type Value, valuesOf } from "./formula/hold";
import { readStatement, type Statement, statementTex } from "./formula/statement";
import type { Bundle } from "./render/bridge";
import { isPlainObject } from "./render/kinds";
import { DISPLAY } from "./render/ownDisplay";

/** How the values of all names are drawn. */
export type Where = Readonly<Record<string, Draw>>;

/** The values of all names, as they were drawn. */
export type Values<W extends Where> = { [name in keyof W]: Drawn<W[name]> };

/** Options of `formula`. */
export interface FormulaOptions<W extends Where, D extends object = object> {
  /**
   * How the values of each name are drawn: `[low, high]`, "1..9" (a whole number), "4" (a vector), "3x2"
   * (a matrix), "3x3 symmetric" (or positive definite, orthogonal, lower triangular, diagonal),
   * "simplex 3" (shares that sum to 1), or a function of the generator.
   */
  where: W;
  /** Further names, computed from the drawn ones: the factors of a matrix. */
  derive?: (values: Values<W>) => D;
  /** What the left side is by another way, from the same values: the library, quadrature, simulation. */
  against?: (values: Values<W> & D) => unknown;
  /** For an inequality: values at which both sides are equal, from drawn ones. */
  tight?: (values: Values<W>) => Partial<Values<W>>;
  /** The hypotheses, in words, with LaTeX between dollar signs. */
  given?: string;
  /** The library's names it speaks of: "prob.normal". */
  of?: string | readonly string[];
  /** How far the sides may lie apart, relative to the larger. Default 1e-9. */
  rtol?: number;
  /** How many times the names are drawn. Default 24. */
  draws?: number;
}

/** A formula that holds: what `formula` returns, and `show` draws. */
export class Formula {
  constructor(
    readonly name: string,
    /** LaTeX of it, without dollar signs. */
    readonly tex: string,
    readonly given: string,
    readonly of: readonly string[],
    /** At how many drawn points it holds. */
    readonly draws: number,
    /** What was changed in it, each time by one sign, factor or exponent; all of it was noticed. */
    readonly changes: readonly string[],
  ) {}

  [DISPLAY](): Bundle {
    const { name, tex, given, of, draws, changes } = this;
    const held = `holds at ${draws} points; ${changes.length} of ${changes.length} changes noticed`;
    return {
      "text/plain": `${name}: ${tex}${given && ` (${given})`}. ${held}`,
      "text/markdown": `**${name}** $\\displaystyle ${tex}$${given && ` (${given})`} *${held}*`,
      "application/vnd.course.formula+json": {
        name,
        tex,
        given,
        of,
        draws,
        changes: changes.length,
      },
    };
  }
}

/** The names' values at all points, drawn one after the other, so that a seed is a course of draws. */
function drawCases<W extends Where, D extends object>(
  caller: string,
  count: number,
  options: FormulaOptions<W, D>,
): Case[] {
  const { where, derive, tight } = options;
  const random = rng(1);
  const draw = () =>
    Object.fromEntries(
      Object.entries(where).map(([name, how]) => [name, drawOne(caller, name, how, random)]),
    );
  const whole = (drawn: Record<string, unknown>, atEquality: boolean): Case => {
    const values = drawn as Values<W>;
    const all = atEquality ? { ...values, ...tight?.(values) } : values;
    return { values: { ...all, ...derive?.(all) }, tight: atEquality };
  };
  const cases = Array.from({ length: count }, () => whole(draw(), false));
  return tight ? [...cases, ...cases.map(() => whole(draw(), true))] : cases;
}

function sayValues({ values }: Case): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${JSON.stringify(value) ?? describeValue(value)}`)
    .join(", ");
}

/** The changes of all sides but the first, each with the functions that then give the sides. */
function* changed(statement: Statement, values: readonly Value[]): Generator<[string, Value[]]> {
  for (const [i, side] of statement.sides.entries()) {
    if (i === 0 || !side.node) continue;
    for (const { what, node } of changesOf(side.node)) {
      const evaluate = evaluator(node);
      yield [
        what,
        values.map((value, k) => (k === i ? (at) => evaluate(scopeOf(at.values)) : value)),
      ];
    }
  }
}

/**
 * States a formula, sets it, and holds it: at drawn values of its names both sides must agree, and every
 * change of one sign, factor or exponent on its right side must be noticed. So what is printed is what was
 * evaluated, and the check is one that can fail.
 *
 * The statement is read by mathjs, which shares nothing with this library: `A'` is a transpose, `x[i]` an
 * entry, `sum(i, 1, n, x[i])` a sum; vectors are columns, names such as `mu`, `x_bar`, `beta_hat`,
 * `Sigma_1` are set as they are called; a left side between dollar signs is LaTeX. Relations are =, <=,
 * >= and ~ (approximately), with blanks about them. An inequality needs `tight`.
 *
 * @param name - What the formula is of.
 * @param statement - "left = right".
 * @param options - `where`, `derive`, `against`, `tight`, `given`, `of`, `rtol`, `draws`.
 * @returns The formula, for `show` or as the last line of a cell.
 * @throws Error if it does not hold, with the values at which it fails, or if a change goes unnoticed;
 * SyntaxError if it cannot be read; TypeError or RangeError for an option that is none.
 * @example
 * formula("square of a sum", "(a + b)^2 = a^2 + 2 a b + b^2", { where: { a: [-2, 2], b: [-2, 2] } }).tex // => "\\left(a + b\\right)^{2} = a^{2} + 2 a b + b^{2}"
 * formula("wrong", "(a + b)^2 = a^2 + b^2", { where: { a: [1, 2], b: [1, 2] } }) // throws formula: wrong: it does not hold
 */
export function formula<const W extends Where, D extends object = Record<never, never>>(
  name: string,
  statement: string,
  options: FormulaOptions<W, D>,
): Formula {
  const caller = "formula";
  requireOptions(caller, options, [
    "where",
    "derive",
    "against",
    "tight",
    "given",
    "of",
    "rtol",
    "draws",
  ]);
  const { where, against, tight, given = "", of = [], rtol = 1e-9, draws = 24 } = options;
  if (!isPlainObject(where) || Object.keys(where).length === 0) {
    throw new TypeError(
      `${caller}: where must say how each name is drawn, got ${describeValue(where)}`,
    );
  }
  requireNumber(caller, "rtol", rtol, { above: 0, below: 1 });
  requireNumber(caller, "draws", draws, { min: 2, integer: true });
  const said = `${caller}: ${name}`;
  const read = readStatement(said, statement);
  const tex = statementTex(read);
  if (
    read.relations.some((relation) => relation.includes("<") || relation.includes(">")) &&
    !tight
  ) {
    throw new TypeError(
      `${said}: an inequality needs \`tight\`, values at which both sides are equal`,
    );
  }
  const cases = drawCases(caller, draws, options);
  const values = valuesOf(
    said,
    read,
    against as ((values: Record<string, never>) => unknown) | undefined,
  );
  const failure = firstFailure(cases, values, read.relations, rtol);
  if (failure) {
    throw new Error(`${said}: it does not hold: ${failure.why}, at ${sayValues(failure.at)}`);
  }
  const changes: string[] = [];
  for (const [what, others] of changed(read, values)) {
    if (!firstFailure(cases, others, read.relations, rtol)) {
      throw new Error(`${said}: the check does not notice a change (${what}), so it says nothing`);
    }
    changes.push(what);
  }
  return new Formula(name, tex, given, [of].flat(), draws, changes);
}
