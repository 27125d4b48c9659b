/** Megabytes from which on a figure is said to be heavy. */
const HEAVY = 1;

/** Bytes of a number as a notebook stores it, of seven digits as `plot` rounds it. */
const BYTES = 10;

/** How many numbers and words there are in a part of a figure. */
function entriesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).length;
  if (typeof value !== "object" || value === null) return 1;
  const parts = Array.isArray(value) ? value : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + entriesOf(part), 0);
}

/** A remark on a figure that makes the notebook heavy and the page slow; none on others. */
export function weightRemarks(figure: { data: object[]; frames?: object[] }): string[] {
  const entries = entriesOf(figure.data) + entriesOf(figure.frames ?? []);
  const megabytes = (BYTES * entries) / 1e6;
  if (megabytes < HEAVY) return [];
  const words = `${entries.toLocaleString("en")} numbers, about ${megabytes.toPrecision(2)} MB`;
  return [`this figure stores ${words}; fewer points, a histogram or a heatmap show as much`];
}
