/**
 * What waits to be published. Text of the same stream and parent that follows one another becomes one
 * item, of 64 kB at most, which is held back for 50 ms at most; longer text is cut.
 */
import type { Outgoing } from "./frames";

const SIZE = 64 * 1024;
const HOLD_MS = 50;
/** The same for text of a session that is about to wait for it to leave. */
const PRESSED_MS = 2;

export interface Item extends Outgoing {
  /** What the session has counted for it. */
  weight: number;
  /** Characters of stream text. */
  size: number;
  /** When it goes out at the latest. */
  due: number;
  /** Whether it is on its way, or waited for, so that nothing more may be added. */
  closed: boolean;
  beforeSent?: () => void;
  whenSent: (() => void)[];
}

const isText = ({ type }: Outgoing) => type === "stream";
const textOf = (message: Outgoing) => (isText(message) ? String(message.content.text) : "");

/** Stream text in messages of moderate size, none of which ends within a character. */
export function split(message: Outgoing): Outgoing[] {
  const text = textOf(message);
  if (text.length <= SIZE) return [message];
  const parts: Outgoing[] = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + SIZE, text.length);
    if (/[\uD800-\uDBFF]/.test(text[to - 1]!) && to < text.length) to--;
    parts.push({ ...message, content: { ...message.content, text: text.slice(from, to) } });
  }
  return parts;
}

/** Whether the message goes on with the text of an item. */
function continues(last: Item | undefined, message: Outgoing): last is Item {
  if (!last || !isText(message) || !isText(last) || last.closed || last.size >= SIZE) return false;
  const { parent, content } = message;
  return last.parent?.msg_id === parent?.msg_id && last.content.name === content.name;
}

/**
 * Adds a message to the queue's end, or to the text that waits there.
 *
 * @param pressed - Whether the session is about to wait: then text is not held back.
 * @returns Whether there is something to send earlier than was known.
 */
export function gather(
  queue: Item[],
  message: Outgoing,
  weight: number,
  pressed: boolean,
): boolean {
  const text = textOf(message);
  const last = queue.at(-1);
  const now = performance.now();
  if (!continues(last, message)) {
    const due = now + HOLD_MS;
    queue.push({ ...message, weight, size: text.length, due, closed: false, whenSent: [] });
    return true;
  }
  last.content = { name: last.content.name, text: textOf(last) + text };
  last.size += text.length;
  last.weight += weight;
  const due = last.size >= SIZE ? 0 : pressed ? now + PRESSED_MS : last.due;
  if (due >= last.due) return false;
  last.due = due;
  return true;
}
