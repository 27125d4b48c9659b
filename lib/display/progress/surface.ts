import type { Bundle } from "../render/bridge";
import { hasPage, newDisplayId, send, whenStopped } from "../render/kernel";

/** Where a bar is drawn. */
export interface Surface {
  /** Draws it over what was there. */
  draw(bundle: Bundle): void;
  /** Leaves this line. */
  settle(bundle: Bundle): void;
}

/** A display of the cell that replaces itself, and is left as `last` has it where the cell is stopped. */
function page(last: () => Bundle): Surface {
  const displayId = newDisplayId();
  let update = false;
  const draw = (bundle: Bundle) => {
    send(bundle, { displayId, update });
    update = true;
  };
  return {
    draw: (bundle) => {
      draw(bundle);
      whenStopped(displayId, last);
    },
    settle: (bundle) => {
      draw(bundle);
      whenStopped(displayId, undefined);
    },
  };
}

/** A line on stderr, which rewrites itself on a terminal; in a file only the last state is written. */
function terminal(): Surface {
  const { stderr } = process;
  const clear = stderr.isTTY ? "\r\u001b[K" : "";
  return {
    draw: (bundle) => {
      if (stderr.isTTY) stderr.write(`${clear}${bundle["text/plain"].split("\n").at(-1)}`);
    },
    settle: (bundle) => {
      stderr.write(`${clear}${bundle["text/plain"]}\n`);
    },
  };
}

/** @param last - What is left where the cell is stopped. */
export const surface = (last: () => Bundle): Surface => (hasPage() ? page(last) : terminal());
