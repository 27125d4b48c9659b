/** Changes to a cell's text, and where each place of the changed text comes from. */

interface Change {
  at: number;
  /** The end of what is taken out; equal to `at` for an insertion. */
  end: number;
  text: string;
  /** An insertion that belongs to what stands before it comes ahead of others at the same place. */
  closes: boolean;
}

export interface Edited {
  text: string;
  /** The place in the cell that a place in the text comes from; undefined for text of our own ahead of it. */
  origin(offset: number): number | undefined;
}

export interface Edits {
  /** Puts text in front of what starts at `at`. */
  before(at: number, text: string): void;
  /** Puts text behind what ends at `at`. */
  after(at: number, text: string): void;
  remove(at: number, end: number): void;
  /** Lets what seems to come from `at` come from `origin`. */
  lead(at: number, origin: number): void;
  /** The changed text of the stretches, in this order, behind a head of our own. */
  apply(head: string, stretches: [start: number, end: number][]): Edited;
}

interface Piece {
  /** Where it begins in the changed text. */
  start: number;
  origin: number;
  /** Whether it is the cell's own text, so that places in it move along. */
  copied: boolean;
}

export function createEdits(source: string): Edits {
  const changes: Change[] = [];
  const led = new Map<number, number>();

  function inOrder(): Change[] {
    return [...changes].sort((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes));
  }

  function apply(head: string, stretches: [number, number][]): Edited {
    const ordered = inOrder();
    const pieces: Piece[] = [];
    const texts = [head];
    let length = head.length;
    const add = (text: string, origin: number, copied: boolean) => {
      if (text === "") return;
      pieces.push({ start: length, origin, copied });
      texts.push(text);
      length += text.length;
    };
    for (const [start, end] of stretches) {
      let done = start;
      for (const { at, end: until, text, closes } of ordered) {
        if (at < start || at > end) continue;
        if (at === (closes ? start : end) && at > 0 && at < source.length) continue;
        add(source.slice(done, at), done, true);
        add(text, at, false);
        done = Math.max(done, until);
      }
      add(source.slice(done, end), done, true);
    }
    const origin = (offset: number) => {
      const found = originOf(pieces, offset);
      return found === undefined ? undefined : (led.get(found) ?? found);
    };
    return { text: texts.join(""), origin };
  }

  return {
    before: (at, text) => changes.push({ at, end: at, text, closes: false }),
    after: (at, text) => changes.push({ at, end: at, text, closes: true }),
    remove: (at, end) => changes.push({ at, end, text: "", closes: false }),
    lead: (at, origin) => led.set(at, origin),
    apply,
  };
}

/** The last piece that begins at or before the offset tells. */
function originOf(pieces: Piece[], offset: number): number | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  if (!piece) return undefined;
  return piece.copied ? piece.origin + offset - piece.start : piece.origin;
}
