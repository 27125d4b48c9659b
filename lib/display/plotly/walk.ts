import { isPlainObject } from "../render/kinds";

/** Any container of a figure: a trace, the layout, an axis, a colour bar. */
export type Part = Record<string, unknown>;

/** What is the reader's own, in which nothing is Plotly's. */
const OWN = new Set(["meta", "customdata", "geojson", "ids"]);

const inside = (path: string, key: string) => (path ? `${path}.${key}` : key);

/**
 * A part of a figure with every container in it changed, the inner ones first. What is not changed is
 * shared with the original, and the original stays as it is.
 *
 * @param change - Called with each container and where it stands ("layout.xaxis", "data[0]"); gives it
 * back, or another in its place.
 */
export function walk(
  value: unknown,
  path: string,
  change: (part: Part, path: string) => Part,
): unknown {
  if (Array.isArray(value)) {
    if (!value.some((item) => isPlainObject(item) || Array.isArray(item))) return value;
    const items = value.map((item, i) => walk(item, `${path}[${i}]`, change));
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  if (!isPlainObject(value)) return value;
  let part = value;
  for (const [key, inner] of Object.entries(value)) {
    if (OWN.has(key)) continue;
    const changed = walk(inner, inside(path, key), change);
    if (changed !== inner) part = { ...part, [key]: changed };
  }
  return change(part, path);
}
