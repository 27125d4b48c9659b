import { describeValue } from "../../core";
import { firstDifference, isNumbers, largest, toPlain } from "../checks/compare";
import { evaluator, scopeOf } from "./engine";
import type { Relation, Statement } from "./statement";

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
}

/** The sides of a statement as functions of the case; `against` takes the place of the first. */
export function valuesOf(
  caller: string,
  { sides }: Statement,
  against: ((values: Record<string, never>) => unknown) | undefined,
): Value[] {
  return sides.map((side, i) => {
    if (i === 0 && against)
      return ({ values }) => toPlain(against(values as Record<string, never>));
    if (!side.node) {
      throw new TypeError(
        `${caller}: a side in LaTeX is not evaluated: it comes first, beside against`,
      );
    }
    const evaluate = evaluator(side.node);
    return ({ values }) => evaluate(scopeOf(values));
  });
}

function parted(left: unknown, right: unknown, relation: Relation, tight: boolean, rtol: number) {
  if (!isNumbers(left) || !isNumbers(right)) {
    return `${describeValue(left)} beside ${describeValue(right)}`;
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
      return { at, why: (error as Error).message };
    }
  }
  return null;
}
