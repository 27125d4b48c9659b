import { modernised } from "../plotly/older";
import { unknownParts } from "../plotly/unknown";
import { unseenRemarks } from "../plotly/unseen";
import { weightRemarks } from "../plotly/weight";
import type { Bundle } from "./bridge";
import { figureBundle } from "./bundle";
import type { FigureLike } from "./kinds";

/**
 * A figure, drawn in the forms of today where it has older ones, and below it, if there is such, what
 * Plotly would leave out or have otherwise, and why nothing is seen of it.
 */
export function renderFigure(given: FigureLike): Bundle[] {
  const { figure, notes } = modernised(given);
  const all = [
    ...notes,
    ...unknownParts(figure),
    ...unseenRemarks(figure),
    ...weightRemarks(figure),
  ];
  const remarks = all.map((remark) => `show: ${remark}`);
  const drawn = figureBundle(figure);
  return remarks.length === 0 ? [drawn] : [drawn, { "text/plain": remarks.join("\n") }];
}
