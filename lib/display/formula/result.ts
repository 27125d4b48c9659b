import type { Bundle } from "../render/bridge";
import { DISPLAY } from "../render/ownDisplay";

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
