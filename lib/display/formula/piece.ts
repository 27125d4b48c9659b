/** How tightly a piece of LaTeX holds together: what binds less stands in brackets inside what binds more. */
export const BINDS = {
  relation: 0,
  sum: 1,
  /** A minus before a product. */
  signed: 1.5,
  /** Products with a sign of their own, ⊗ and ⊙: AB ⊗ CD would not say what is meant. */
  signedProduct: 1.8,
  product: 2,
  fraction: 3,
  call: 3.5,
  power: 4,
  base: 4.5,
  atom: 5,
} as const;

/** A piece of LaTeX and how tightly it holds together. */
export interface Piece {
  tex: string;
  binds: number;
}

export const atom = (tex: string): Piece => ({ tex, binds: BINDS.atom });

const TALL = /\\(?:t?frac|sum|prod|binom|begin)/;

/** Brackets that grow with what is tall. */
export const bracketed = (tex: string) => (TALL.test(tex) ? `\\left(${tex}\\right)` : `(${tex})`);

/**
 * The piece, in brackets unless it holds together at least as tightly as asked. A relation that is
 * computed with is 1 or 0: it stands in Iverson's brackets.
 */
export function atLeast({ tex, binds }: Piece, least: number): string {
  if (binds >= least) return tex;
  return binds === BINDS.relation ? `[${tex}]` : bracketed(tex);
}
