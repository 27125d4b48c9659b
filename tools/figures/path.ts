/** A point of the plane. */
export type Point = readonly [x: number, y: number];

/** How many numbers each command of a path takes. */
const TAKES: Record<string, number> = { m: 2, l: 2, t: 2, h: 1, v: 1, c: 6, s: 4, q: 4, a: 7 };

/** Straight pieces that a curve is cut into. */
const PIECES = 16;

export const numbersIn = (text: string): number[] =>
  (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);

/** Points of a Bézier curve after its start, by de Casteljau's construction. */
function bezier(control: readonly Point[]): Point[] {
  return Array.from({ length: PIECES }, (_, i) => {
    const t = (i + 1) / PIECES;
    let points = control;
    while (points.length > 1) {
      points = points.slice(1).map(([x, y], k) => {
        const [px, py] = points[k] as Point;
        return [px + t * (x - px), py + t * (y - py)];
      });
    }
    return points[0] as Point;
  });
}

/** Points of an elliptical arc after its start (SVG 2, appendix B.2.4: from its ends to its centre). */
function arc(from: Point, values: readonly number[], to: Point): Point[] {
  const [rx0, ry0, rotation, large, sweep] = values as [number, number, number, number, number];
  if (rx0 === 0 || ry0 === 0) return [to];
  const turn = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [u, v] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const grow = Math.max(1, Math.sqrt((u / rx0) ** 2 + (v / ry0) ** 2));
  const [rx, ry] = [Math.abs(rx0) * grow, Math.abs(ry0) * grow];
  const inside = (rx * v) ** 2 + (ry * u) ** 2;
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - inside) / inside));
  const side = large === sweep ? -root : root;
  const [cu, cv] = [(side * rx * v) / ry, (-side * ry * u) / rx];
  const begin = Math.atan2((v - cv) / ry, (u - cu) / rx);
  let way = Math.atan2((-v - cv) / ry, (-u - cu) / rx) - begin;
  if (sweep && way < 0) way += 2 * Math.PI;
  if (!sweep && way > 0) way -= 2 * Math.PI;
  const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return Array.from({ length: PIECES }, (_, i) => {
    const angle = begin + (way * (i + 1)) / PIECES;
    const [a, b] = [cu + rx * Math.cos(angle), cv + ry * Math.sin(angle)];
    return [mx + cos * a - sin * b, my + sin * a + cos * b];
  });
}

/**
 * The subpaths of an SVG path, each as the points of a broken line.
 *
 * @param d - Path data, with commands M L H V C S Q T A Z, absolute or relative.
 */
export function flatten(d: string): Point[][] {
  const subpaths: Point[][] = [];
  let at: Point = [0, 0];
  /** The last control point, which S and T mirror. */
  let control: Point = at;
  const go = (points: readonly Point[]) => {
    if (subpaths.length === 0) subpaths.push([at]);
    (subpaths[subpaths.length - 1] as Point[]).push(...points);
    at = points[points.length - 1] as Point;
  };
  for (const [, letter, rest] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const command = (letter as string).toLowerCase();
    const relative = letter === command;
    if (command === "z") {
      const start = subpaths[subpaths.length - 1]?.[0];
      if (start) go([start]);
      continue;
    }
    const takes = TAKES[command] ?? Infinity;
    const all = numbersIn(rest as string);
    for (let i = 0; i + takes <= all.length; i += takes) {
      const v = all.slice(i, i + takes);
      const [ox, oy] = relative ? at : [0, 0];
      const pair = (k: number): Point => [ox + (v[k] as number), oy + (v[k + 1] as number)];
      const mirrored: Point = [2 * at[0] - control[0], 2 * at[1] - control[1]];
      const from = at;
      if (command === "m" && i === 0) {
        at = pair(0);
        subpaths.push([at]);
      } else if (command === "m" || command === "l") go([pair(0)]);
      else if (command === "h") go([[ox + (v[0] as number), from[1]]]);
      else if (command === "v") go([[from[0], oy + (v[0] as number)]]);
      else if (command === "a") go(arc(from, v, pair(5)));
      else {
        const mirrors = command === "s" || command === "t";
        const given = Array.from({ length: takes / 2 }, (_, k) => pair(2 * k));
        const curve = [from, ...(mirrors ? [mirrored] : []), ...given];
        go(bezier(curve));
        control = curve[curve.length - 2] as Point;
        continue;
      }
      control = at;
    }
  }
  return subpaths;
}

/** A path that knows how long it is and where one stands after a way along it. */
export class Way {
  readonly length: number;
  private readonly pieces: { from: Point; to: Point; start: number; length: number }[] = [];

  constructor(d: string) {
    let start = 0;
    for (const points of flatten(d)) {
      points.slice(1).forEach((to, i) => {
        const from = points[i] as Point;
        const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        this.pieces.push({ from, to, start, length });
        start += length;
      });
    }
    this.length = start;
  }

  /** The point after a way along the path; before its start and beyond its end, the start and the end. */
  at(way: number): { x: number; y: number } {
    const piece =
      this.pieces.find(({ start, length }) => way <= start + length) ??
      this.pieces[this.pieces.length - 1];
    if (!piece) return { x: 0, y: 0 };
    const { from, to, start, length } = piece;
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, (way - start) / length));
    return { x: from[0] + share * (to[0] - from[0]), y: from[1] + share * (to[1] - from[1]) };
  }
}
