/** Where the signs of arrows stand: on their arrow, clear of boxes, of each other and of other arrows. */
import { type Box, distance, type Line, pointAt } from "./lines";

/** Places along an arrow, the middle first. */
const PLACES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84];

/** By how much two rectangles overlap, in square pixels. */
const overlap = (p: Box, q: Box) =>
  Math.max(0, p.hw + q.hw - Math.abs(p.x - q.x)) * Math.max(0, p.hh + q.hh - Math.abs(p.y - q.y));

/**
 * One place for each sign. Those of the shortest arrows, which have the least choice, are placed first.
 *
 * @param half - Half the width of each sign.
 * @param high - Half their height.
 */
export function placeSigns(
  boxes: readonly Box[],
  lines: readonly Line[],
  half: readonly number[],
  high: number,
): Box[] {
  const placed: Box[] = [];
  const signs = new Array<Box>(lines.length);
  const length = ({ a, b }: Line) => Math.hypot(b.x - a.x, b.y - a.y);
  const order = lines.map((_, i) => i).sort((i, j) => length(lines[i]) - length(lines[j]));
  for (const i of order) {
    const cost = (sign: Box, k: number) => {
      const covered = [...boxes, ...placed].reduce((sum, other) => sum + overlap(sign, other), 0);
      const met = lines.filter((line, j) => j !== i && distance(sign, line) < high + 1).length;
      return 10 * covered + 30 * met + k;
    };
    const choices = PLACES.map((t) => ({ ...pointAt(lines[i], t), hw: half[i], hh: high }));
    const costs = choices.map(cost);
    signs[i] = choices[costs.indexOf(Math.min(...costs))];
    placed.push(signs[i]);
  }
  return signs;
}
