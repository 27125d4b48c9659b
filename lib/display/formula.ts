import { describeValue, requireNumber, requireOptions, rng } from "../core";
import { hasSign } from "./formula/calls";
import { changesOf } from "./formula/changes";
import { type Draw, type Drawn, drawOne } from "./formula/draws";
import { evaluator, scopeOf } from "./formula/engine";
import { type Case, firstFailure, type Held, heldOf, noticed } from "./formula/hold";
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
   * "simplex 3" (shares that sum to 1), or a function of the generator. A size may be a name drawn before:
   * `n: "3..7", x: "n", X: "nx2"`.
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
  /**
   * How far the sides may lie apart, relative to the larger. Default 1e-9; at most 1e-4 for an equation, and
   * to be said for ~.
   */
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
    /** What was changed in it, each time one sign, factor, exponent or last term; all of it was noticed. */
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

/** Lists that `against` cannot sort or fill by mistake: the statement is evaluated on them afterwards. */
function frozen<V>(value: V): V {
  if (Array.isArray(value)) {
    value.forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** @throws TypeError for values by which the check would say less than what is printed. */
function requireTelling(said: string, cases: readonly Case[], where: Where): void {
  const [first] = cases;
  for (const [name, value] of Object.entries(first?.values ?? {})) {
    if (typeof value === "function" && hasSign(name)) {
      throw new TypeError(
        `${said}: ${name} is printed as the function it is; call yours otherwise`,
      );
    }
    if (!Object.hasOwn(where, name) || !Number.isInteger(value)) continue;
    if (cases.every(({ values }) => values[name] === value)) {
      throw new TypeError(
        `${said}: ${name} is always ${value}, so ${name} + 1 and ${Number(value) + 1} are the same: draw it`,
      );
    }
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
  const draw = () => {
    const drawn: Record<string, unknown> = {};
    for (const [name, how] of Object.entries(where)) {
      drawn[name] = frozen(drawOne(caller, name, how, random, drawn));
    }
    return drawn;
  };
  const whole = (drawn: Record<string, unknown>, atEquality: boolean): Case => {
    const values = drawn as Values<W>;
    const moved = (atEquality && tight?.(values)) || {};
    const stray = Object.keys(moved).find((name) => !Object.hasOwn(where, name));
    if (stray) throw new TypeError(`${caller}: tight gives ${stray}, which is not drawn`);
    const all = { ...values, ...moved };
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
function* changed(statement: Statement, held: Held): Generator<[string, Held]> {
  for (const [i, side] of statement.sides.entries()) {
    if (i === 0 || !side.node) continue;
    for (const { what, node } of changesOf(side.node)) {
      const evaluate = evaluator(node);
      const values = held.values.map((value, k) =>
        held.side[k] === i ? ({ values }: Case) => evaluate(scopeOf(values)) : value,
      );
      yield [what, { ...held, values }];
    }
  }
}

/**
 * States a formula, sets it, and holds it: at drawn values of its names both sides must agree, and every
 * change of one sign, factor or exponent on its right side, and every last term left out of a sum, must be
 * noticed (but for changes that leave nothing to evaluate). So what is printed is what was evaluated, and the
 * check is one that can fail.
 *
 * The statement is read by mathjs, which shares nothing with this library: `A'` is a transpose, `x[i]` an
 * entry, `sum(i, 1, n, x[i])` a sum; vectors are columns, names such as `mu`, `x_bar`, `beta_hat`,
 * `Sigma_1` are set as they are called; a left side between dollar signs is LaTeX. Relations are =, <=,
 * >= and ~ (approximately), with blanks about them. An inequality needs `tight`. Beside `against` the left
 * side is evaluated as well where its names have values, so that what is printed there is held too.
 *
 * @param name - What the formula is of.
 * @param statement - "left = right".
 * @param options - `where`, `derive`, `against`, `tight`, `given`, `of`, `rtol`, `draws`.
 * @returns The formula, for `show` or as the last line of a cell.
 * @throws Error if it does not hold, with the values at which it fails, or if a change goes unnoticed;
 * SyntaxError if it cannot be read; TypeError or RangeError for an option that is none.
 * @example
 * formula("square of a sum", "(a + b)^2 = a^2 + 2 a b + b^2", { where: { a: [-2, 2], b: [-2, 2] } }).tex // => "(a + b)^{2} = a^{2} + 2 a b + b^{2}"
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
  if (read.relations.includes("~") ? options.rtol === undefined : rtol > 1e-4) {
    throw new TypeError(`${said}: = holds to rtol 1e-4 or less, ~ to a rtol that is said`);
  }
  if ((given.match(/(?<!\\)\$/g) ?? []).length % 2 !== 0) {
    throw new SyntaxError(`${said}: given opens LaTeX and does not close it: "${given}"`);
  }
  const cases = drawCases(caller, draws, options);
  requireTelling(said, cases, where);
  const held = heldOf(
    said,
    read,
    new Set(Object.keys(cases[0]?.values ?? {})),
    against as ((values: Record<string, never>) => unknown) | undefined,
  );
  const failure = firstFailure(cases, held.values, held.relations, rtol);
  if (failure) {
    throw new Error(`${said}: it does not hold: ${failure.why}, at ${sayValues(failure.at)}`);
  }
  const changes: string[] = [];
  for (const [what, other] of changed(read, held)) {
    const seen = noticed(cases, other, rtol);
    if (seen === "broken") continue;
    if (!seen) {
      throw new Error(`${said}: the check does not notice a change (${what}), so it says nothing`);
    }
    changes.push(what);
  }
  return new Formula(name, tex, given, [of].flat(), draws, changes);
}
