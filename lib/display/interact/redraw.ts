import type { Bundle } from "../render/bridge";
import { errorOutputs, type Outputs, outputsOf } from "./outputs";

/**
 * Draws when values change: at once, or if the last drawing is still awaited, after it, with the values as
 * they are then. An error is drawn in place of the figure.
 *
 * @param draw - Draws with the values as they are.
 * @param put - Takes what was drawn.
 */
export function redrawer(
  draw: () => Bundle[] | Promise<Bundle[]>,
  put: (outputs: Outputs) => void,
): () => void {
  let pending = false;
  let again = false;
  const wait = async (first: Promise<Bundle[]>) => {
    pending = true;
    try {
      put(outputsOf(await first));
    } catch (error) {
      put(errorOutputs(error));
    } finally {
      pending = false;
    }
    if (again) redraw();
  };
  const redraw = () => {
    again = pending;
    if (pending) return;
    try {
      const made = draw();
      if (made instanceof Promise) void wait(made);
      else put(outputsOf(made));
    } catch (error) {
      put(errorOutputs(error));
    }
  };
  return redraw;
}
