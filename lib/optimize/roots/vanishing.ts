/** A point and the function there. */
export interface Point {
  x: number;
  fun: number;
}

/** f is taken for zero where it is this small beside its values at the ends of the bracket: rounding. */
const NOISE = 2 ** -36;
/**
 * |f| must fall like this power of the distance: at least like a square root where only a far point is
 * known, but a near one may show a root as steep as that of |x|^0.1.
 */
const power = (farther: number) => (farther > 1000 ? 0.5 : 0.1);

/** The nearest known point beyond p, at least ten times as far from q as p is. */
function beyond(p: Point, q: Point, known: readonly Point[]): Point | null {
  const width = Math.abs(p.x - q.x);
  const side = Math.sign(p.x - q.x);
  let near: Point | null = null;
  for (const k of known) {
    const distance = side * (k.x - q.x);
    if (distance < 10 * width) continue;
    if (near === null || distance < Math.abs(near.x - q.x)) near = k;
  }
  return near;
}

/**
 * Whether f falls to zero between two points with a change of sign, as it does at a root and not at a
 * pole or a jump.
 *
 * At a root |f| is the smaller the nearer one is, at least like a power of the distance. So the better of
 * the two points is compared with the nearest one known beyond it (the worse, where there is none).
 * Without such a point there is no telling, and the answer is no.
 *
 * @param best - The point with the smaller |f|, `other` the one across the root.
 * @param known - All points evaluated so far.
 * @param level - The smaller |f| at the ends of the first bracket.
 */
export function vanishes(
  best: Point,
  other: Point,
  known: readonly Point[],
  level: number,
): boolean {
  if (!Number.isFinite(best.fun)) return false;
  if (level < Infinity && Math.abs(best.fun) <= NOISE * level) return true;
  const width = Math.abs(best.x - other.x);
  for (const [p, q] of [
    [best, other],
    [other, best],
  ]) {
    const near = beyond(p, q, known);
    if (near === null) continue;
    const farther = Math.abs(near.x - q.x) / width;
    return Math.abs(near.fun) >= farther ** power(farther) * Math.abs(p.fun);
  }
  return false;
}
