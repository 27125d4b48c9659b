/** The value of a cell's last expression as MIME bundles. */
import { isDrawn } from "./drawn";
import { type Bundle, ownBundle, requireBundle } from "./own";
import { textOfValue } from "./text";

/** The library's `display`, if there is one. */
export interface Display {
  bundles(value: unknown): Bundle[];
}

/** What the library draws; undefined for what is text, or if it cannot. */
function drawn(value: unknown, display: () => Display | undefined): Bundle[] | undefined {
  try {
    return isDrawn(value) ? display()?.bundles(value) : undefined;
  } catch {
    return undefined; // a value that cannot be drawn can still be described
  }
}

/** With text, for those who see nothing else. */
const withText = (bundle: Bundle, value: unknown): Bundle =>
  "text/plain" in bundle ? bundle : { ...bundle, "text/plain": textOfValue(value) };

/**
 * The bundles of a value, in order; the last is the cell's result, those before it are displays.
 *
 * @param display - Gets the library's `display` when it is wanted.
 * @throws what `Symbol.for("Jupyter.display")` of the value throws.
 */
export async function bundlesOf(
  value: unknown,
  display: () => Display | undefined,
): Promise<Bundle[]> {
  const own = await ownBundle(value);
  if (own !== undefined) return [withText(requireBundle(own), value)];
  return drawn(value, display) ?? [{ "text/plain": textOfValue(value) }];
}
