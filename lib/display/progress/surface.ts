import type { Bundle } from "../render/bridge";
import { hasPage, newDisplayId, send } from "../render/kernel";

/** Where a bar is drawn. */
export interface Surface {
  /** Draws it over what was there. */
  draw(bundle: Bundle): void;
  /** Leaves this line. */
  settle(bundle: Bundle): void;
}

/** A display of the cell that replaces itself. */
function page(): Surface {
  const displayId = newDisplayId();
  let update = false;
  const draw = (bundle: Bundle) => {
    send(bundle, { displayId, update });
    update = true;
  };
  return { draw, settle: draw };
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

export const surface = (): Surface => (hasPage() ? page() : terminal());
