/** Where the boxes of a diagram stand, and where its arrows begin and end. */

export interface Point {
  x: number;
  y: number;
}

/** A rectangle by its middle and half its sides. */
export interface Box extends Point {
  hw: number;
  hh: number;
}

/** An arrow from `a` to `b`; one that leads back to its own box goes round by two more points. */
export interface Line {
  a: Point;
  b: Point;
  round?: readonly [Point, Point];
}

/** Pixels between arrows that join the same two boxes. */
const LANE = 13;
/** Pixels between an arrow's head and the box. */
const CLEAR = 2;

/** How far one goes from a point of a box, in the direction of `d`, until it is left; in units of `d`. */
function wayOut({ hw, hh }: Box, from: Point, d: Point): number {
  const along = (at: number, half: number, step: number) =>
    step === 0 ? Number.POSITIVE_INFINITY : (Math.sign(step) * (half + CLEAR) - at) / step;
  return Math.min(along(from.x, hw, d.x), along(from.y, hh, d.y));
}

/** The straight arrow from one box to another, `shift` pixels beside the line of their middles. */
function straight(from: Box, to: Box, shift: number): Line {
  const d = { x: to.x - from.x, y: to.y - from.y };
  const length = Math.hypot(d.x, d.y);
  const off = { x: (-d.y / length) * shift, y: (d.x / length) * shift };
  const out = wayOut(from, off, d);
  const into = 1 - wayOut(to, off, { x: -d.x, y: -d.y });
  const at = (t: number) => ({ x: from.x + off.x + t * d.x, y: from.y + off.y + t * d.y });
  return { a: at(out), b: at(into) };
}

/** The arrow round one corner of its own box. */
function loop({ x, y, hw, hh }: Box, sx: number, sy: number): Line {
  const at = (dx: number, dy: number) => ({ x: x + sx * dx, y: y + sy * dy });
  return {
    a: at(hw - 18, hh + CLEAR),
    b: at(hw + CLEAR, hh - 12),
    round: [at(hw - 14, hh + 24), at(hw + 26, hh - 6)],
  };
}

/** The loop round the corner where most room is left by the lines that are there, not beyond all boxes. */
function freestLoop(box: Box, boxes: readonly Box[], lines: readonly Line[]): Line {
  const loops = [1, -1].flatMap((sx) => [-1, 1].map((sy) => loop(box, sx, sy)));
  const [left, right] = [
    Math.min(...boxes.map(({ x, hw }) => x - hw)),
    Math.max(...boxes.map(({ x, hw }) => x + hw)),
  ];
  const room = loops.map((one) => {
    const middle = pointAt(one, 0.5);
    const edge = Math.min(middle.x - left, right - middle.x);
    return edge < 0 ? edge : Math.min(...lines.map((line) => distance(middle, line)));
  });
  return loops[room.indexOf(Math.max(...room))];
}

/** The distance from a point to an arrow. */
export function distance({ x, y }: Point, line: Line): number {
  if (line.round) {
    const middle = pointAt(line, 0.5);
    return Math.hypot(middle.x - x, middle.y - y);
  }
  const { a, b } = line;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const s = Math.min(1, Math.max(0, t));
  return Math.hypot(a.x + s * dx - x, a.y + s * dy - y);
}

/** Arrows by the numbers of their boxes as lines; those of the same two boxes run side by side. */
export function linesOf(
  boxes: readonly Box[],
  arrows: readonly (readonly [number, number])[],
): Line[] {
  const lanes = new Map<string, number[]>();
  arrows.forEach(([from, to], i) => {
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    lanes.set(key, [...(lanes.get(key) ?? []), i]);
  });
  const lines: Line[] = [];
  for (const together of lanes.values()) {
    together.forEach((i, k) => {
      const [from, to] = arrows[i];
      const shift = LANE * (k - (together.length - 1) / 2) * (from < to ? 1 : -1);
      if (from !== to) lines[i] = straight(boxes[from], boxes[to], shift);
    });
  }
  arrows.forEach(([from, to], i) => {
    if (from === to) lines[i] = freestLoop(boxes[from], boxes, lines.filter(Boolean));
  });
  return lines;
}

/** A point of an arrow, from its begin (0) to its end (1). */
export function pointAt({ a, b, round }: Line, t: number): Point {
  const mix = (...weighted: [number, Point][]) => ({
    x: weighted.reduce((s, [w, p]) => s + w * p.x, 0),
    y: weighted.reduce((s, [w, p]) => s + w * p.y, 0),
  });
  const u = 1 - t;
  if (!round) return mix([u, a], [t, b]);
  return mix([u ** 3, a], [3 * u * u * t, round[0]], [3 * u * t * t, round[1]], [t ** 3, b]);
}
