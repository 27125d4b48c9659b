import { describeValue, requireNumber, requireOptions } from "../core";
import {
  type Drawing,
  drawCases,
  requireTelling,
  sayValues,
  type Values,
  type Where,
} from "./formula/cases";
import { changesOf } from "./formula/changes";
import { evaluator, scopeOf } from "./formula/engine";
import { type Case, firstFailure, type Held, heldOf, noticed } from "./formula/hold";
import { Formula } from "./formula/result";
import { readStatement, type Statement, statementTex } from "./formula/statement";
import { isPlainObject } from "./render/kinds";

/** Options of `formula`. */
export interface FormulaOptions<W extends Where, D extends object = object> extends Drawing<W, D> {
  /** What the left side is by another way, from the same values: the library, quadrature, simulation. */
  against?: (values: Values<W> & D) => unknown;
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
