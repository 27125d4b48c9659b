/** A diagram as SVG. */
import { escapeHtml } from "../format/html";
import { type Box, type Line, linesOf, pointAt } from "./lines";
import { placeSigns } from "./signs";

/** A thing of the diagram. */
export interface Node {
  /** Anchor that it leads to. */
  id: string;
  /** What it is called, in one line or more. */
  label: string | readonly string[];
  /** A rectangle or one with round ends. Default "box". */
  shape?: "box" | "round";
  /** Column and row, from 0, on a wide page. */
  wide: readonly [number, number];
  /** Column and row on a narrow one. */
  narrow: readonly [number, number];
}

/** What one thing is to another. */
export interface Arrow {
  from: string;
  to: string;
  /** A key of the kinds. */
  kind: string;
}

/** How arrows of a kind are known. */
export interface Kind {
  name: string;
  /** Some letters that stand on the arrow. */
  sign: string;
}

/** Pixels of a column and row, of a box, and of letters. */
export interface Sheet {
  place: "wide" | "narrow";
  cell: readonly [number, number];
  box: readonly [number, number];
  letters: number;
  /** Columns of the list of kinds. */
  columns: number;
}

export const SHEETS: readonly Sheet[] = [
  { place: "wide", cell: [124, 92], box: [98, 34], letters: 14, columns: 5 },
  { place: "narrow", cell: [89, 84], box: [74, 33], letters: 12, columns: 2 },
];

/** Colours and dashes of the kinds; each also has its sign. */
const LOOKS = [
  ["#0072B2", ""],
  ["#B34700", "7 3"],
  ["#00795A", ""],
  ["#8F4A7A", "2 3"],
  ["#7F6A00", "9 3 2 3"],
  ["#222222", ""],
  ["#1F7FB0", "4 3"],
  ["#A33B3B", "9 3 2 3 2 3"],
  ["#666666", "1 3"],
] as const;

const SIGN = { size: 11, high: 6.4, letter: 3.3 };
const ROW = 22;

const px = (v: number) => String(Number(v.toFixed(1)));
const point = ({ x, y }: { x: number; y: number }) => `${px(x)} ${px(y)}`;

function arrowPath(line: Line, kind: number): string {
  const { a, b, round } = line;
  const [color, dash] = LOOKS[kind % LOOKS.length];
  const way = round ? `C${point(round[0])} ${point(round[1])} ` : "L";
  const back = pointAt(line, 0.97);
  const angle = Math.atan2(b.y - back.y, b.x - back.x);
  const wing = (turn: number) =>
    point({ x: b.x - 8 * Math.cos(angle + turn), y: b.y - 8 * Math.sin(angle + turn) });
  const dashes = dash && ` stroke-dasharray="${dash}"`;
  return (
    `<path class="line" d="M${point(a)}${way}${point(b)}" fill="none" stroke="${color}" stroke-width="1.4"${dashes}/>` +
    `<path class="head" d="M${point(b)}L${wing(0.42)} ${wing(-0.42)}Z" fill="${color}"/>`
  );
}

const lettersAt = (x: number, y: number, text: string, size: number, more = "") =>
  `<text x="${px(x)}" y="${px(y + 0.35 * size)}" font-size="${size}"${more}>${escapeHtml(text)}</text>`;

function signSvg({ x, y, hw, hh }: Box, sign: string, kind: number): string {
  const [color] = LOOKS[kind % LOOKS.length];
  return (
    `<rect class="paper" x="${px(x - hw)}" y="${px(y - hh)}" width="${px(2 * hw)}" height="${px(2 * hh)}" rx="3" fill="#ffffff"/>` +
    lettersAt(x, y, sign, SIGN.size, ` class="sign" text-anchor="middle" fill="${color}"`)
  );
}

function nodeSvg({ id, label, shape }: Node, { x, y, hw, hh }: Box, letters: number): string {
  const lines = typeof label === "string" ? [label] : label;
  const texts = lines.map((text, i) =>
    lettersAt(x, y + (i - (lines.length - 1) / 2) * 1.08 * letters, text, letters),
  );
  const corner = shape === "round" ? hh : 0;
  return (
    `<a class="node" href="#${escapeHtml(id)}" data-node="${escapeHtml(id)}">` +
    `<rect x="${px(x - hw)}" y="${px(y - hh)}" width="${px(2 * hw)}" height="${px(2 * hh)}" rx="${corner}" fill="#ffffff" stroke="#222222" stroke-width="1.3"/>` +
    `<g text-anchor="middle" fill="#222222">${texts.join("")}</g></a>`
  );
}

/** The kinds, each with its line, below the boxes. */
function legend(kinds: readonly Kind[], top: number, width: number, columns: number): string {
  const rows = Math.ceil(kinds.length / columns);
  const items = kinds.map(({ name, sign }, k) => {
    const x = 8 + Math.floor(k / rows) * ((width - 8) / columns);
    const y = top + ROW * ((k % rows) + 0.5);
    const line = { a: { x, y }, b: { x: x + 44, y } };
    const half = SIGN.letter * [...sign].length + 3;
    const held = { x: x + 19, y, hw: half, hh: SIGN.high };
    return `<g class="k${k}">${arrowPath(line, k)}${signSvg(held, sign, k)}${lettersAt(x + 52, y, name, 12, ' fill="#222222"')}</g>`;
  });
  return `<g class="kinds">${items.join("")}</g>`;
}

/** The whole drawing on one sheet. */
export function drawing(
  sheet: Sheet,
  nodes: readonly Node[],
  arrows: readonly Arrow[],
  kinds: Readonly<Record<string, Kind>>,
  { title, alt }: { title: string; alt: string },
): string {
  const { place, cell, box, letters, columns } = sheet;
  const boxes = nodes.map((node) => ({
    x: (node[place][0] + 0.5) * cell[0],
    y: (node[place][1] + 0.5) * cell[1],
    hw: box[0] / 2,
    hh: box[1] / 2,
  }));
  const number = new Map(nodes.map(({ id }, i) => [id, i]));
  const names = Object.keys(kinds);
  const lines = linesOf(
    boxes,
    arrows.map(({ from, to }) => [number.get(from)!, number.get(to)!] as const),
  );
  const kindOf = arrows.map(({ kind }) => names.indexOf(kind));
  const signs = arrows.map(({ kind }) => kinds[kind].sign);
  const half = signs.map((sign) => SIGN.letter * [...sign].length + 3);
  const at = placeSigns(boxes, lines, half, SIGN.high);
  const width = Math.max(...boxes.map(({ x }) => x)) + cell[0] / 2;
  const height = Math.max(...boxes.map(({ y }) => y)) + cell[1] / 2;
  const whole = height + 8 + ROW * Math.ceil(names.length / columns);
  const drawn = arrows.map(
    ({ from, to, kind }, i) =>
      `<g class="arrow k${kindOf[i]}" data-from="${escapeHtml(from)}" data-to="${escapeHtml(to)}" data-kind="${escapeHtml(kind)}">` +
      `${arrowPath(lines[i], kindOf[i])}${signSvg(at[i], signs[i], kindOf[i])}</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${place}" viewBox="0 0 ${px(width)} ${px(whole)}" width="${px(width)}" height="${px(whole)}" role="group" aria-label="${escapeHtml(title)}" font-family="'Source Sans 3', 'DejaVu Sans', Helvetica, Arial, sans-serif">`,
    `<title>${escapeHtml(title)}</title><desc>${escapeHtml(alt)}</desc>`,
    '<rect class="paper" width="100%" height="100%" fill="#ffffff"/>',
    `<g aria-hidden="true">${drawn.join("\n")}</g>`,
    ...nodes.map((node, i) => nodeSvg(node, boxes[i], letters)),
    legend(Object.values(kinds), height + 4, width, columns),
    "</svg>",
  ].join("\n");
}
