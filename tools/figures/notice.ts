/** A picture in words, for a figure that cannot be drawn as one. */
import { escapeHtml } from "../export/html";
import { FAMILY, textWidth } from "./fonts";

const SIZE = 15;
const LINE = 1.4 * SIZE;
const MARGIN = 32;

/** Words in lines of at most so many pixels; a word that is longer is broken. */
function linesOf(text: string, width: number, bold: boolean): string[] {
  const fits = (line: string) => textWidth(line, { size: SIZE, bold }) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const joined = line ? `${line} ${word}` : word;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line) lines.push(line);
    line = "";
    for (const sign of word) {
      if (line && !fits(line + sign)) {
        lines.push(line);
        line = "";
      }
      line += sign;
    }
  }
  return line ? [...lines, line] : lines;
}

/**
 * An SVG with a title and a notice in a frame, as large as the figure that it stands for.
 *
 * @param title - Of the figure, as plain text; may be empty.
 * @param notice - Why it is not there; what does not fit is left out.
 */
export function noticeSvg(title: string, notice: string, width: number, height: number): string {
  const room = width - 2 * MARGIN;
  const most = Math.max(1, Math.floor((height - 2 * MARGIN) / LINE));
  const lines = [
    ...linesOf(title, room, true).map((text) => ({ text, weight: 600 })),
    ...linesOf(notice, room, false).map((text) => ({ text, weight: 400 })),
  ].slice(0, most);
  const top = (height - LINE * lines.length) / 2 + SIZE;
  const written = lines.map(
    ({ text, weight }, k) =>
      `<text x="${MARGIN}" y="${top + LINE * k}" font-weight="${weight}">${escapeHtml(text)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect x="8.5" y="8.5" width="${width - 17}" height="${height - 17}" fill="none" stroke="#999999" stroke-dasharray="6 5"/>
<g font-family="${FAMILY}" font-size="${SIZE}" fill="#222222">${written.join("")}</g>
</svg>`;
}
