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

const RELATION = /\s(<=|>=|=|~)\s/y;

/** The text between relations that stand neither in brackets nor in LaTeX, and these relations. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let begun = 0;
  let depth = 0;
  let tex = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? "";
    if (sign === "$") tex = !tex;
    if (tex) continue;
    if ("([{".includes(sign)) depth++;
    if (")]}".includes(sign)) depth--;
    RELATION.lastIndex = i;
    const [whole, relation] = depth === 0 ? (RELATION.exec(text) ?? []) : [];
    if (whole === undefined || relation === undefined) continue;
    parts.push(text.slice(begun, i), relation);
    begun = i + whole.length;
    i = begun - 1;
  }
  return [...parts, text.slice(begun)].map((part) => part.trim());
}

/** Whether each brace of LaTeX closes one that was opened. */
function isWhole(tex: string): boolean {
  let depth = 0;
  for (const [sign] of tex.matchAll(/\\.|[{}]/gs)) {
    if (sign === "{") depth++;
    if (sign === "}" && --depth < 0) return false;
  }
  return depth === 0;
}

function readSide(caller: string, text: string): Side {
  const [, tex] = /^\$(.+)\$$/.exec(text) ?? [];
  if (tex !== undefined) {
    if (!isWhole(tex)) {
      throw new SyntaxError(`${caller}: the braces of "${text}" do not close what they open`);
    }
    return { tex };
  }
  try {
    const node = engine().parse(text);
    return { tex: pieceOf(node).tex, node };
  } catch (error) {
    throw new SyntaxError(`${caller}: "${text}" cannot be read: ${(error as Error).message}`);
  }
}

/** @throws SyntaxError if it is no statement, or a side of it cannot be read. */
export function readStatement(caller: string, text: string): Statement {
  const parts = partsOf(text);
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
