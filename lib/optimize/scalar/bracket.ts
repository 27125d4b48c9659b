import { GOLDEN, type Triple, type Value } from "./types";

/** Beyond this there is no going on. */
const FAR = 1e306;

/**
 * Goes downhill from a and b, in steps that grow by the golden ratio or to where a parabola has its minimum,
 * until f rises again. Returns three points, or why there are none.
 *
 * Where f is the same at the first three points it is looked at farther out, on each side until it rises; if it
 * is lower nowhere, it is taken to be level.
 */
export function findBracket(
  f: Value,
  a0: number,
  b0: number,
): Triple | { x: number; fun: number; message: string } {
  let [a, b] = [a0, b0];
  let [fa, fb] = [f(a), f(b)];
  if (fb > fa) [a, fa, b, fb] = [b, fb, a, fa];
  if (fb === Infinity) {
    return { x: b, fun: fb, message: `f is finite neither at ${a0} nor at ${b0}` };
  }
  const grow = 1 / GOLDEN - 1;
  let c = b + grow * (b - a);
  let fc = f(c);
  if (fa === fb && fb === fc) {
    const lower = lowerBeyond(f, b, fb, Math.abs(c - b));
    return lower === undefined ? { a, b, c, fb } : findBracket(f, b, lower);
  }
  while (fc <= fb) {
    if (fc === -Infinity) return { x: c, fun: fc, message: `f is −Infinity at ${c}` };
    if (!(Math.abs(c) < FAR)) {
      return {
        x: c,
        fun: fc,
        message: `f falls, or stays level, as far as ${c}: no minimum that way`,
      };
    }
    const reach = c - b;
    // forwards at least by the golden ratio, at most a hundred times as far
    const guess = (parabola(a, fa, b, fb, c, fc) - c) / reach;
    const step = reach * (guess > grow ? Math.min(guess, 100) : grow);
    [a, fa, b, fb] = [b, fb, c, fc];
    c += step;
    fc = f(c);
  }
  return { a, b, c, fb };
}

/**
 * Where f first falls below its value at b, as one goes away from b on both sides in steps that grow a hundredfold;
 * no farther on a side on which it has risen. Undefined if it falls nowhere.
 */
function lowerBeyond(f: Value, b: number, fb: number, near: number): number | undefined {
  let sides = [-1, 1];
  for (let reach = 100 * near; reach < FAR && sides.length > 0; reach *= 100) {
    const values = sides.map((side) => f(b + side * reach));
    const lowest = values.indexOf(Math.min(...values));
    if (values[lowest] < fb) return b + sides[lowest] * reach;
    sides = sides.filter((_, i) => values[i] === fb);
  }
  return undefined;
}

/** Where the parabola through three points has its minimum; NaN where it has none. */
function parabola(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const left = (fb - fa) / (b - a);
  const right = (fc - fb) / (c - b);
  const bend = (right - left) / (c - a);
  return bend > 0 ? (a + b) / 2 - left / (2 * bend) : Number.NaN;
}
