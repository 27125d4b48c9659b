import type { MathNode } from "mathjs";
import { engine } from "./engine";
import { pieceOf } from "./tex";

/** One side of a statement: its LaTeX, and the expression; without one where it stood between dollar signs. */
export interface Side {
  tex: string;
  node?: MathNode;
}

export type Relation = "=" | "<=" | ">=" | "~";

/** A statement: sides, and the relations between neighbours. */
export interface Statement {
  sides: Side[];
  relations: Relation[];
}

const RELATION = /\s(<=|>=|=|~)\s/;

function readSide(caller: string, text: string): Side {
  const [, tex] = /^\$(.+)\$$/.exec(text) ?? [];
  if (tex !== undefined) return { tex };
  try {
    const node = engine().parse(text);
    return { tex: pieceOf(node).tex, node };
  } catch (error) {
    throw new SyntaxError(`${caller}: "${text}" cannot be read: ${(error as Error).message}`);
  }
}

/** @throws SyntaxError if it is no statement, or a side of it cannot be read. */
export function readStatement(caller: string, text: string): Statement {
  const parts = text.split(RELATION).map((part) => part.trim());
  const sides = parts.filter((_, i) => i % 2 === 0);
  if (sides.length < 2 || sides.includes("")) {
    throw new SyntaxError(
      `${caller}: the statement must be of the form "left = right" (or <=, >=, ~, with blanks around it), got "${text}"`,
    );
  }
  return {
    sides: sides.map((side) => readSide(caller, side)),
    relations: parts.filter((_, i) => i % 2 === 1) as Relation[],
  };
}

const SIGNS: Record<Relation, string> = { "=": "=", "<=": "\\le", ">=": "\\ge", "~": "\\approx" };

/** LaTeX of a statement. */
export const statementTex = ({ sides, relations }: Statement): string =>
  sides
    .flatMap(({ tex }, i) => (i === 0 ? [tex] : [SIGNS[relations[i - 1] ?? "="], tex]))
    .join(" ");
