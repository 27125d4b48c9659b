import { describeValue } from "../../core";
import { firstDifference, isNumbers, largest, toPlain } from "../checks/compare";
import { evaluator, scopeOf } from "./engine";
import { firstFree } from "./free";
import type { Relation, Side, Statement } from "./statement";

/** Values of the names, as they were drawn, and whether an inequality is an equation there. */
export interface Case {
  values: Record<string, unknown>;
  tight: boolean;
}

/** What gives the value of a side. */
export type Value = (at: Case) => unknown;

/** How a formula can fail to hold. */
export interface Failure {
  at: Case;
  why: string;
  /** Whether a side could not be evaluated at all. */
  broken?: boolean;
}

/** What is held, from left to right: the value of `against`, and those of the statement's sides. */
export interface Held {
  values: Value[];
  relations: Relation[];
  /** The side of the statement whose value each is; -1 for `against`. */
  side: number[];
}

function readValue(caller: string, side: Side, drawn: ReadonlySet<string>): Value {
  if (!side.node) {
    throw new TypeError(
      `${caller}: a side in LaTeX is not evaluated: it comes first, beside against`,
    );
  }
  const free = firstFree(side.node, drawn);
  if (free === "|")
    throw new TypeError(`${caller}: a side with | is not evaluated, so it comes first`);
  if (free !== undefined) {
    throw new TypeError(`${caller}: ${free} has no value: where and derive give none`);
  }
  const evaluate = evaluator(side.node);
  return once(({ values }) => evaluate(scopeOf(values)));
}

/** A value that is found once for each case, however often a change asks for it. */
function once(value: Value): Value {
  const found = new WeakMap<Case, unknown>();
  return (at) => {
    if (!found.has(at)) found.set(at, value(at));
    return found.get(at);
  };
}

/**
 * The sides of a statement as functions of the case. `against` comes before the first, which is evaluated
 * too if its names have values: what is printed there is then held as well.
 */
export function heldOf(
  caller: string,
  { sides, relations }: Statement,
  drawn: ReadonlySet<string>,
  against: ((values: Record<string, never>) => unknown) | undefined,
): Held {
  if (!against) {
    return {
      values: sides.map((side) => readValue(caller, side, drawn)),
      relations,
      side: [...sides.keys()],
    };
  }
  const [first, ...others] = sides;
  const road = once(({ values }) => toPlain(against(values as Record<string, never>)));
  const right = others.map((side) => readValue(caller, side, drawn));
  const side = others.map((_, i) => i + 1);
  return first?.node && firstFree(first.node, drawn) === undefined
    ? {
        values: [road, readValue(caller, first, drawn), ...right],
        relations: ["=", ...relations],
        side: [-1, 0, ...side],
      }
    : { values: [road, ...right], relations, side: [-1, ...side] };
}

/** A vector of one entry, and a matrix of one, is a number; a matrix of one column a vector. */
function simple(x: unknown): unknown {
  if (!Array.isArray(x)) return x;
  if (x.length === 1 && (!Array.isArray(x[0]) || x[0].length === 1)) return simple(x[0]);
  const isColumn = x.every((row) => Array.isArray(row) && row.length === 1);
  return isColumn ? x.map(([value]) => value) : x;
}

const allFinite = (x: unknown): boolean =>
  Array.isArray(x) ? x.every(allFinite) : Number.isFinite(x);

function parted(a: unknown, b: unknown, relation: Relation, tight: boolean, rtol: number) {
  const [left, right] = [simple(a), simple(b)];
  if (!isNumbers(left) || !isNumbers(right)) {
    return `${describeValue(left)} beside ${describeValue(right)}`;
  }
  if (!allFinite(left) || !allFinite(right)) {
    return `${describeValue(left)} beside ${describeValue(right)}: not all is finite`;
  }
  const atol = rtol * Math.max(largest(left), largest(right), 1e-3);
  if (relation === "=" || relation === "~" || tight) {
    const difference = firstDifference(right, left, { rtol: 0, atol });
    return (
      difference &&
      `${difference.path} ${difference.want} on the left, ${difference.got} on the right`
    );
  }
  const [less, more] = relation === "<=" ? [left, right] : [right, left];
  const holds = typeof less === "number" && typeof more === "number" && less <= more + atol;
  return holds ? null : `${describeValue(left)} ${relation} ${describeValue(right)} is false`;
}

/** What was thrown; for `a (b + c)`, which calls a, how a product is written. */
function whyOf({ message }: Error): string {
  const [, name] = /^'(\w+)' is not a function/.exec(message) ?? [];
  return name ? `${name} (…) calls a function; a product is ${name} * (…)` : message;
}

/** Where the values of neighbouring sides do not stand in their relation, or null if they do in all cases. */
export function firstFailure(
  cases: readonly Case[],
  values: readonly Value[],
  relations: readonly Relation[],
  rtol: number,
): Failure | null {
  for (const at of cases) {
    try {
      const got = values.map((value) => value(at));
      for (const [i, relation] of relations.entries()) {
        const why = parted(got[i], got[i + 1], relation, at.tight, rtol);
        if (why) return { at, why: why.trim() };
      }
    } catch (error) {
      return { at, why: whyOf(error as Error), broken: true };
    }
  }
  return null;
}

/**
 * Whether a changed formula is seen not to hold: by its values; "broken" if it only has none, as a
 * product of shapes that do not fit: such a slip cannot be overlooked, so it says nothing of the check.
 */
export function noticed(
  cases: readonly Case[],
  held: Pick<Held, "values" | "relations">,
  rtol: number,
): boolean | "broken" {
  let broken = 0;
  for (const at of cases) {
    const failure = firstFailure([at], held.values, held.relations, rtol);
    if (failure && !failure.broken) return true;
    if (failure) broken++;
  }
  return broken > 0 && "broken";
}
