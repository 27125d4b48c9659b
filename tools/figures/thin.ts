/** Points beyond which a picture of a few hundred pixels shows no more. */
const ENOUGH = 4000;

type Trace = Record<string, unknown>;

const isNumbers = (v: unknown, n: number): v is number[] =>
  Array.isArray(v) && v.length === n && v.every((x) => x === null || typeof x === "number");

function reach(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) {
    if (v === null) continue;
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  return [low, high];
}

/** Which points to keep of a cloud: the last (it lies on top) in every cell of a fine grid. */
function keepCells(x: readonly number[], y: readonly number[], cells: number): number[] {
  const [[left, right], [bottom, top]] = [reach(x), reach(y)];
  const cell = (v: number, low: number, high: number) =>
    Math.round((cells * (v - low)) / (high - low || 1));
  const last = new Map<number, number>();
  x.forEach((v, i) => {
    last.set(cell(v, left, right) * (cells + 1) + cell(y[i] as number, bottom, top), i);
  });
  return [...last.values()].sort((a, b) => a - b);
}

/** Which points to keep of a curve: in every column its first, last, least and greatest. */
function keepColumns(x: readonly number[], y: readonly number[], columns: number): number[] {
  const [left, right] = reach(x);
  const kept = new Set<number>();
  let [at, first, least, most] = [-1, 0, 0, 0];
  const close = (last: number) => {
    for (const i of [first, least, most, last]) kept.add(i);
  };
  x.forEach((v, i) => {
    const column = Math.floor((columns * (v - left)) / (right - left || 1));
    if (column !== at) {
      if (i > 0) close(i - 1);
      [at, first, least, most] = [column, i, i, i];
    }
    if ((y[i] as number) < (y[least] as number)) least = i;
    if ((y[i] as number) > (y[most] as number)) most = i;
  });
  close(x.length - 1);
  return [...kept].sort((a, b) => a - b);
}

/** Every list with one entry a point, cut to the points that are kept. */
function cut(value: unknown, n: number, kept: readonly number[]): unknown {
  if (Array.isArray(value)) return value.length === n ? kept.map((i) => value[i]) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, cut(v, n, kept)]));
}

/**
 * A trace with no more points than a static picture of the given width shows. Only clouds and curves
 * of many points are thinned, curves only where x does not go back.
 */
export function thinTrace(trace: Trace, width: number): Trace {
  const { type = "scatter", mode = "lines", x, y } = trace;
  const n = Array.isArray(x) ? x.length : 0;
  if (type !== "scatter" || n <= ENOUGH || !isNumbers(x, n) || !isNumbers(y, n)) return trace;
  if (trace.fill || trace.stackgroup) return trace;
  const cloud = mode === "markers";
  const forward = x.every((v, i) => i === 0 || v >= (x[i - 1] as number));
  if (!cloud && !(forward && !y.includes(null as never))) return trace;
  const kept = cloud ? keepCells(x, y, 2 * width) : keepColumns(x, y, 2 * width);
  return cut(trace, n, kept) as Trace;
}
