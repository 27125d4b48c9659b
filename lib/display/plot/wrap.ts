/** What is longer is no word, and broken where the line ends. */
const WORD = 40;

/** A word, or the pieces of what is none. */
function piecesOf(word: string, width: number): string[] {
  const signs = [...word];
  if (signs.length <= Math.max(width, WORD)) return [word];
  const whole = Math.max(1, Math.floor(width));
  return Array.from({ length: Math.ceil(signs.length / whole) }, (_, k) =>
    signs.slice(k * whole, (k + 1) * whole).join(""),
  );
}

/** Breaks a title into lines of at most `width` characters. */
export function wrap(title: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/).flatMap((one) => piecesOf(one, width))) {
    const last = lines[lines.length - 1];
    const joined = `${last} ${word}`;
    if (last !== undefined && joined.length <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
