/** Lists of a trace that say where, or how high, something is drawn. */
const PLACES = ["x", "y", "z"] as const;

type List = ArrayLike<unknown>;

const isList = (value: unknown): value is List =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);

const isGap = (value: unknown) =>
  value === null || (typeof value === "number" && !Number.isFinite(value));

/** The values of nested lists in one. */
const valuesOf = (list: List): unknown[] =>
  Array.from(list).flatMap((item) => (isList(item) ? valuesOf(item) : [item]));

/** What is seen of a trace: nothing as it has no values, nothing as a list holds only gaps, or something. */
type Sight = "waits" | "seen" | { name: string; gaps: number };

function sightOf(trace: object): Sight {
  const part = trace as Record<string, unknown>;
  for (const name of PLACES) {
    const list = part[name];
    if (!isList(list)) continue;
    const values = valuesOf(list);
    if (values.length === 0) return "waits";
    if (values.every(isGap)) return { name, gaps: values.length };
  }
  return "seen";
}

/**
 * A remark on a figure of which no trace is seen, because there are only NaN and infinities in a list of
 * it; none on others. A trace without any values waits for some, and a step of a moving figure that has
 * none yet for the next.
 */
export function unseenRemarks(figure: { data: object[]; frames?: object[] }): string[] {
  const frames = (figure.frames ?? []) as { data?: object[] }[];
  const sights = [figure, ...frames].flatMap(({ data = [] }) => data.map(sightOf));
  if (sights.includes("seen")) return [];
  return figure.data.flatMap((trace, i) => {
    const sight = sightOf(trace);
    if (typeof sight === "string") return [];
    const { name, gaps } = sight;
    const got = gaps === 1 ? "its one value is" : `all ${gaps} values are`;
    return [
      `nothing is seen of data[${i}]: ${name} must hold a finite number, ${got} NaN or infinite`,
    ];
  });
}
